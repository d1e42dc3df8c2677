package cn.tuodi.policy;

/**
 * What a row of terms says (结果).
 */
public enum TermsOutcome {

  PAY("救助"),
  NO_CLASS("非救助对象"),
  NO_STANDING_RATE("无固定比例"),
  CARE_NOT_COVERED("不在救助范围"),
  GOVERNED_ELSEWHERE("另有文件规定"),
  LOCAL_STANDARD_MISSING("待地方标准");

  private final String label;

  TermsOutcome(String label) {
    this.label = label;
  }

  /** Whether a standard of the pooling area can take its place. */
  public boolean isOpen() {
    return this == GOVERNED_ELSEWHERE || this == LOCAL_STANDARD_MISSING;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
