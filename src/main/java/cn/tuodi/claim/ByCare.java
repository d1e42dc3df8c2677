package cn.tuodi.claim;

import cn.tuodi.money.Money;

/**
 * Amounts of the year by kind of care, so that they survive a change of class or edition.
 *
 * @param inpatient inpatient care, maternity included
 * @param chronicOutpatient chronic outpatient care
 * @param majorOutpatient major-disease outpatient care
 */
public record ByCare(Money inpatient, Money chronicOutpatient, Money majorOutpatient) {

  /** Nothing of any kind. */
  public static final ByCare ZERO = new ByCare(Money.ZERO, Money.ZERO, Money.ZERO);

  /** The amount of one kind of care; nothing for a kind that is not accumulated. */
  public Money of(CareType care) {
    return switch (care) {
      case INPATIENT, MATERNITY_INPATIENT -> inpatient;
      case CHRONIC_OUTPATIENT -> chronicOutpatient;
      case MAJOR_OUTPATIENT -> majorOutpatient;
      case SPECIAL_DRUG_OUTPATIENT, ORDINARY_OUTPATIENT, MATERNITY_OUTPATIENT -> Money.ZERO;
    };
  }

  /** These amounts with more of one kind of care; unchanged for a kind that is not accumulated. */
  public ByCare plus(CareType care, Money amount) {
    return switch (care) {
      case INPATIENT, MATERNITY_INPATIENT ->
        new ByCare(inpatient.plus(amount), chronicOutpatient, majorOutpatient);
      case CHRONIC_OUTPATIENT -> new ByCare(inpatient, chronicOutpatient.plus(amount), majorOutpatient);
      case MAJOR_OUTPATIENT -> new ByCare(inpatient, chronicOutpatient, majorOutpatient.plus(amount));
      case SPECIAL_DRUG_OUTPATIENT, ORDINARY_OUTPATIENT, MATERNITY_OUTPATIENT -> this;
    };
  }
}
