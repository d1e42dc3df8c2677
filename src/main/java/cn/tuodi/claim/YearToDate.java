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
 * @param region GB/T 2260 code of the area in which it has accumulated, or null where that is not said
 */
public record YearToDate(int year, Money burdenAfterInsurance, Money criticalIllnessEligible,
    Money criticalIllnessPaid, ByCare assistanceEligible, ByCare assistancePaid, Money topUpEligible, Money topUpPaid,
    String region) {

  private static final int PROVINCE_DIGITS = 2;

  /** The year's beginning: nothing has accumulated. */
  public static YearToDate startOf(int year) {
    return new YearToDate(year, Money.ZERO, Money.ZERO, Money.ZERO, ByCare.ZERO, ByCare.ZERO, Money.ZERO, Money.ZERO,
        null);
  }

  /** The same, accumulated in an area. */
  public YearToDate in(String area) {
    return new YearToDate(year, burdenAfterInsurance, criticalIllnessEligible, criticalIllnessPaid, assistanceEligible,
        assistancePaid, topUpEligible, topUpPaid, area);
  }

  /** Whether it may count in an area: it is not said to have accumulated in another province. */
  public boolean countsIn(String area) {
    return region == null || province(region).equals(province(area));
  }

  /** The province of an area, two digits: caps and deductibles of a year do not reach beyond it. */
  public static String province(String area) {
    return area.substring(0, PROVINCE_DIGITS);
  }
}
