package cn.tuodi.claim;

import cn.tuodi.money.Money;

/**
 * Which kinds of care share one deductible and one annual cap (累计口径).
 */
public enum Accumulator {

  /** Inpatient and major-disease outpatient care together. */
  INPATIENT_AND_MAJOR("住院与重特大门诊合并"),

  /** Chronic outpatient care alone. */
  CHRONIC("门诊慢特病单独"),

  /** All kinds together. */
  ALL("全部合并");

  private final String label;

  Accumulator(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks show it. */
  public String label() {
    return label;
  }

  /** What the kinds of care in this accumulator add up to. */
  public Money of(ByCare amounts) {
    return switch (this) {
      case INPATIENT_AND_MAJOR -> amounts.inpatient().plus(amounts.majorOutpatient());
      case CHRONIC -> amounts.chronicOutpatient();
      case ALL -> amounts.inpatient().plus(amounts.majorOutpatient()).plus(amounts.chronicOutpatient());
    };
  }
}
