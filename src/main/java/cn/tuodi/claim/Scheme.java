package cn.tuodi.claim;

/**
 * Branch of basic insurance (险种).
 */
public enum Scheme {

  RESIDENT("城乡居民"),
  EMPLOYEE("职工");

  private final String label;

  Scheme(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
