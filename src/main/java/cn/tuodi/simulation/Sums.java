package cn.tuodi.simulation;

import cn.tuodi.assistance.Totals;
import cn.tuodi.claim.Claim;
import cn.tuodi.money.Money;

/**
 * What a number of claims add up to. Everything but the total and the in-scope cost adds up to the total.
 *
 * @param claims how many claims
 * @param total everything billed
 * @param policyScope in-scope cost
 * @param basicInsurance basic insurance
 * @param criticalIllness critical-illness insurance
 * @param employeeSupplement employees' supplement
 * @param otherInsurance other insurance
 * @param medicalAssistance medical assistance
 * @param topUpAssistance top-up assistance
 * @param institutionBorne borne by institutions
 * @param personal left to the persons
 */
public record Sums(long claims, Money total, Money policyScope, Money basicInsurance, Money criticalIllness,
    Money employeeSupplement, Money otherInsurance, Money medicalAssistance, Money topUpAssistance,
    Money institutionBorne, Money personal) {

  /** Nothing. */
  public static final Sums NONE = new Sums(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO,
      Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

  /** With one more claim. */
  public Sums plus(Claim claim, Totals totals) {
    return new Sums(claims + 1, total.plus(totals.total()), policyScope.plus(claim.costs().policyScope()),
        basicInsurance.plus(totals.basicInsurance()), criticalIllness.plus(totals.criticalIllness()),
        employeeSupplement.plus(totals.employeeSupplement()), otherInsurance.plus(totals.otherInsurance()),
        medicalAssistance.plus(totals.medicalAssistance()), topUpAssistance.plus(totals.topUpAssistance()),
        institutionBorne.plus(totals.institutionBorne()), personal.plus(totals.personal()));
  }

  /** Both together. */
  public Sums plus(Sums other) {
    return new Sums(claims + other.claims, total.plus(other.total), policyScope.plus(other.policyScope),
        basicInsurance.plus(other.basicInsurance), criticalIllness.plus(other.criticalIllness),
        employeeSupplement.plus(other.employeeSupplement), otherInsurance.plus(other.otherInsurance),
        medicalAssistance.plus(other.medicalAssistance), topUpAssistance.plus(other.topUpAssistance),
        institutionBorne.plus(other.institutionBorne), personal.plus(other.personal));
  }

  /** What the medical-assistance fund pays: assistance and top-up. */
  public Money assistanceFund() {
    return medicalAssistance.plus(topUpAssistance);
  }
}
