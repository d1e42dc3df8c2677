package cn.tuodi.claim;

/**
 * Referral or filing for care elsewhere (转诊备案).
 */
public enum Referral {

  /** None was needed. */
  NOT_REQUIRED("无需转诊"),

  /** Done as required. */
  APPROVED("已办理"),

  /** Missing for personal reasons. */
  MISSING("未办理");

  private final String label;

  Referral(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
