package cn.tuodi.claim;

/**
 * Whether the person was in basic insurance (参保状态).
 */
public enum Enrolment {

  /** Insured when the cost arose. */
  INSURED("已参保"),

  /** Enrolled only when applying for assistance. */
  ENROLLED_AT_APPLICATION("申请时参保"),

  /** Not enrolled. */
  NOT_ENROLLED("未参保");

  private final String label;

  Enrolment(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
