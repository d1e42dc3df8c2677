package cn.tuodi.answer;

/**
 * What is paid (待遇).
 */
public enum Benefit {

  CRITICAL_ILLNESS("大病保险"),
  INSTITUTION_BORNE("医疗机构承担"),
  MEDICAL_ASSISTANCE("医疗救助"),
  TOP_UP_ASSISTANCE("倾斜救助"),
  APPLICATION_ASSISTANCE("依申请救助");

  private final String label;

  Benefit(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  /** Who pays it. */
  public Payer payer() {
    return switch (this) {
      case CRITICAL_ILLNESS -> Payer.CRITICAL_ILLNESS_INSURANCE;
      case INSTITUTION_BORNE -> Payer.INSTITUTION;
      case MEDICAL_ASSISTANCE, TOP_UP_ASSISTANCE, APPLICATION_ASSISTANCE -> Payer.MEDICAL_ASSISTANCE_FUND;
    };
  }
}
