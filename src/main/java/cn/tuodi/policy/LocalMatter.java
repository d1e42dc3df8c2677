package cn.tuodi.policy;

/** What an edition can leave to its pooling areas; the sheet of an area's workbook bears the same name. */
public enum LocalMatter {
  /** Terms of top-up assistance. */
  TOP_UP("倾斜救助标准"),
  /** Terms of top-up assistance above the annual cap. */
  OVER_CAP("超限额倾斜救助标准"),
  /** Terms of assistance on application. */
  ON_APPLICATION("依申请救助标准"),
  /** Terms of assistance that another instrument holds. */
  ASSISTANCE("救助待遇标准"),
  /** The base schedule of critical-illness insurance. */
  CRITICAL_ILLNESS_PLAN("大病保险方案"),
  /** The burden above which a person is reported. */
  WARNING("费用预警标准"),
  /** Fixed subsidies of the premium. */
  FIXED_PREMIUM("参保定额资助标准"),
  /** The least personal contribution. */
  MIN_CONTRIBUTION("最低缴费标准"),
  /** Figures of the place that amounts are multiples of. */
  BASE_FIGURES("当地基数");

  private final String label;

  LocalMatter(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
