package cn.tuodi.policy;

/** On what occasion a person enrols. */
public enum EnrolmentEvent {
  /** In the period in which everybody pays for the coming year. */
  COLLECTION_PERIOD("集中征缴期参保"),
  /** After insurance as an employee ended. */
  EMPLOYEE_LAPSE("职工医保中断"),
  /** Newborn child. */
  NEWBORN("新生儿"),
  /** Insurance moves here from another area. */
  TRANSFER("跨区域转移接续"),
  /** Insurance lapsed not by the person's own doing. */
  INVOLUNTARY_LAPSE("非因个人原因断保"),
  /** Anything else. */
  OTHER("其他");

  private final String label;

  EnrolmentEvent(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
