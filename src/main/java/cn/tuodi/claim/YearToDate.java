package cn.tuodi.claim;

import cn.tuodi.money.Money;

/**
 * What has accumulated for a person in a calendar year before a claim. It comes with the claim and goes back, carried
 * forward, with the decision; the service keeps none of it.
 *
 * @param year the calendar year
 * @param burdenAfterInsurance cost left after insurance, for the burden warning
 * @param criticalIllnessEligible basis of critical-illness insurance so far
 * @param criticalIllnessPaid critical-illness insurance paid so far
 * @param assistanceEligible eligible cost of medical assistance so far, by kind of care
 * @param assistancePaid medical assistance paid so far, by kind of care
 * @param topUpEligible burden that counted towards top-up assistance so far, before any top-up
 * @param topUpPaid top-up assistance paid so far
 */
public record YearToDate(int year, Money burdenAfterInsurance, Money criticalIllnessEligible,
    Money criticalIllnessPaid, ByCare assistanceEligible, ByCare assistancePaid, Money topUpEligible, Money topUpPaid) {

  /** The year's beginning: nothing has accumulated. */
  public static YearToDate startOf(int year) {
    return new YearToDate(year, Money.ZERO, Money.ZERO, Money.ZERO, ByCare.ZERO, ByCare.ZERO, Money.ZERO, Money.ZERO);
  }
}
