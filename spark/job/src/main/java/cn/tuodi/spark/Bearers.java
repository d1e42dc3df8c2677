package cn.tuodi.spark;

import cn.tuodi.assistance.Totals;
import cn.tuodi.money.Money;

/**
 * Who bears a bill, or how much more of it than before.
 *
 * @param basicInsurance basic insurance
 * @param criticalIllness critical-illness insurance
 * @param employeeSupplement employees' supplement
 * @param otherInsurance other insurance
 * @param medicalAssistance medical assistance
 * @param topUpAssistance top-up assistance
 * @param institutionBorne the institution
 * @param personal the person
 */
record Bearers(Money basicInsurance, Money criticalIllness, Money employeeSupplement, Money otherInsurance,
    Money medicalAssistance, Money topUpAssistance, Money institutionBorne, Money personal) {

  /** Nothing. */
  static final Bearers NONE = new Bearers(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO,
      Money.ZERO, Money.ZERO);

  static Bearers of(Totals totals) {
    return new Bearers(totals.basicInsurance(), totals.criticalIllness(), totals.employeeSupplement(),
        totals.otherInsurance(), totals.medicalAssistance(), totals.topUpAssistance(), totals.institutionBorne(),
        totals.personal());
  }

  Bearers plus(Bearers other) {
    return new Bearers(basicInsurance.plus(other.basicInsurance), criticalIllness.plus(other.criticalIllness),
        employeeSupplement.plus(other.employeeSupplement), otherInsurance.plus(other.otherInsurance),
        medicalAssistance.plus(other.medicalAssistance), topUpAssistance.plus(other.topUpAssistance),
        institutionBorne.plus(other.institutionBorne), personal.plus(other.personal));
  }

  Bearers minus(Bearers other) {
    return new Bearers(basicInsurance.minus(other.basicInsurance), criticalIllness.minus(other.criticalIllness),
        employeeSupplement.minus(other.employeeSupplement), otherInsurance.minus(other.otherInsurance),
        medicalAssistance.minus(other.medicalAssistance), topUpAssistance.minus(other.topUpAssistance),
        institutionBorne.minus(other.institutionBorne), personal.minus(other.personal));
  }
}
