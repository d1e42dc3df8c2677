package cn.tuodi.claim;

import cn.tuodi.money.Money;

/**
 * Amounts of the year by kind of care, so that they survive a change of class or edition.
 *
 * @param inpatient inpatient care, maternity included
 * @param chronicOutpatient chronic outpatient care
 * @param majorOutpatient major-disease outpatient care
 * @param specialDrugOutpatient special drugs for outpatients
 * @param ordinaryOutpatient ordinary outpatient care
 * @param maternityOutpatient maternity outpatient care
 */
public record ByCare(Money inpatient, Money chronicOutpatient, Money majorOutpatient, Money specialDrugOutpatient,
    Money ordinaryOutpatient, Money maternityOutpatient) {

  /** Nothing of any kind. */
  public static final ByCare ZERO = new ByCare(Money.ZERO, Money.ZERO, Money.ZERO);

  /** Amounts of the kinds that every policy adds up, and nothing of the others. */
  public ByCare(Money inpatient, Money chronicOutpatient, Money majorOutpatient) {
    this(inpatient, chronicOutpatient, majorOutpatient, Money.ZERO, Money.ZERO, Money.ZERO);
  }

  /** The amount of one kind of care. */
  public Money of(CareType care) {
    return switch (care) {
      case INPATIENT, MATERNITY_INPATIENT -> inpatient;
      case CHRONIC_OUTPATIENT -> chronicOutpatient;
      case MAJOR_OUTPATIENT -> majorOutpatient;
      case SPECIAL_DRUG_OUTPATIENT -> specialDrugOutpatient;
      case ORDINARY_OUTPATIENT -> ordinaryOutpatient;
      case MATERNITY_OUTPATIENT -> maternityOutpatient;
    };
  }

  /** These amounts with more of one kind of care. */
  public ByCare plus(CareType care, Money amount) {
    CareType kind = care.countedAs();
    return new ByCare(more(kind, CareType.INPATIENT, amount), more(kind, CareType.CHRONIC_OUTPATIENT, amount),
        more(kind, CareType.MAJOR_OUTPATIENT, amount), more(kind, CareType.SPECIAL_DRUG_OUTPATIENT, amount),
        more(kind, CareType.ORDINARY_OUTPATIENT, amount), more(kind, CareType.MATERNITY_OUTPATIENT, amount));
  }

  /** What all kinds of care add up to. */
  public Money total() {
    return inpatient.plus(chronicOutpatient).plus(majorOutpatient).plus(specialDrugOutpatient).plus(ordinaryOutpatient)
        .plus(maternityOutpatient);
  }

  private Money more(CareType added, CareType kind, Money amount) {
    return added == kind ? of(kind).plus(amount) : of(kind);
  }
}
