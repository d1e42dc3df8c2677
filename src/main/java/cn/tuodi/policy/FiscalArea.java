package cn.tuodi.policy;

/** Whose budget subsidises an insured resident besides the central one. */
public enum FiscalArea {
  /** County lifted out of poverty. */
  LIFTED_OUT_OF_POVERTY("脱贫县"),
  /** City or other county. */
  OTHER("设区市和其他县"),
  /** Student of a university of the region itself. */
  REGION_UNIVERSITY("自治区直属高校大学生");

  private final String label;

  FiscalArea(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
