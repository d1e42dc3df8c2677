package cn.tuodi.policy;

/** What a row of premium subsidies says. */
public enum PremiumOutcome {
  /** A share of the contribution is paid. */
  SUBSIDY("按比例资助"),
  /** Nothing is paid. */
  NONE("不资助"),
  /** Another instrument governs. */
  GOVERNED_ELSEWHERE("另有文件规定"),
  /** A fixed amount that the area sets. */
  LOCAL_STANDARD_MISSING("定额待地方标准");

  private final String label;

  PremiumOutcome(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
