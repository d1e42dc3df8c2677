package cn.tuodi.policy;

/** Cost outside of the scope of the policy that counts against the share of a bill that institutions may bill for. */
public enum OutOfScope {
  /** What is outside the catalogues and wholly paid by the person. */
  SELF_PAID("目录外自费"),
  /** All that is not in scope: advance shares and what exceeds price limits, too. */
  ALL("政策范围外全部");

  /** The sheet that says what institutions bear. */
  public static final String SHEET = "机构承担费用";

  private final String label;

  OutOfScope(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
