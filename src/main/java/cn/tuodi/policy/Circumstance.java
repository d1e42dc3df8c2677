package cn.tuodi.policy;

/** A circumstance of one claim that may change its rate (调整情形). */
public enum Circumstance {
  /** Referral or filing is missing for personal reasons. */
  UNREFERRED("未办理转诊备案"),
  /** The person enrolled only when applying for assistance. */
  LATE_ENROLMENT("申请时才参保");

  private final String label;

  Circumstance(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks show it. */
  public String label() {
    return label;
  }
}
