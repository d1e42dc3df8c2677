package cn.tuodi.answer;

/**
 * Who pays a benefit (支付方).
 */
public enum Payer {

  CRITICAL_ILLNESS_INSURANCE("大病保险资金"),
  MEDICAL_ASSISTANCE_FUND("医疗救助基金"),
  INSTITUTION("医疗机构"),
  CIVIL_AFFAIRS("民政资金"),
  LOCAL_FINANCE("地方财政资金");

  private final String label;

  Payer(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
