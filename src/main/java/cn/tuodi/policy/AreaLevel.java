package cn.tuodi.policy;

/** Level of an area, the widest first. */
public enum AreaLevel {
  PROVINCE("省级"),
  PREFECTURE("市州级"),
  COUNTY("县级");

  private final String label;

  AreaLevel(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
