package cn.tuodi.answer;

/**
 * What can hold a line down (限额).
 */
public enum LimitName {

  /** Cap of a calendar year. */
  ANNUAL_CAP("年度限额"),

  /** Cap of a calendar year for one kind of care, within the annual cap. */
  CARE_CAP("单项年度限额"),

  /** Cap of one bill. */
  BILL_CAP("单次限额"),

  /** Cap of the critical-illness plan. */
  PLAN_CAP("大病保险封顶线"),

  /** No benefit pays more than what is left to pay. */
  BURDEN_LEFT("剩余费用");

  private final String label;

  LimitName(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
