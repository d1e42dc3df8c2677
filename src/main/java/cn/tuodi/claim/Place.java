package cn.tuodi.claim;

/**
 * Where the institution is, seen from the pooling area of the person (就医地).
 */
public enum Place {

  /** In the pooling area itself. */
  POOLING_AREA("统筹地区内"),

  /** Elsewhere in the province. */
  PROVINCE("省内统筹地区外"),

  /** In another province. */
  OUT_OF_PROVINCE("省外");

  private final String label;

  Place(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
