package cn.tuodi.policy;

/** The day before which an application looks back. */
public enum ReferenceDay {
  /** Day of recognition as illness-impoverished. */
  RECOGNITION("认定之日"),
  /** Day of application. */
  APPLICATION("申请之日"),
  /** None: the bills of the calendar year before that of the application. */
  PREVIOUS_YEAR("上一自然年度");

  private final String label;

  ReferenceDay(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
