package cn.tuodi.answer;

/**
 * What a person may claim besides money.
 */
public enum EntitlementType {

  DEPOSIT_WAIVER("免除住院押金");

  private final String label;

  EntitlementType(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
