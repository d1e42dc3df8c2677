package cn.tuodi.answer;

/**
 * Weight of a notice.
 */
public enum Severity {

  INFO("提示"),
  REVIEW("需复核"),
  DENIAL("不予救助");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
