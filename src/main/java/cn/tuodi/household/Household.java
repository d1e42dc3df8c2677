package cn.tuodi.household;

import cn.tuodi.claim.Question;
import cn.tuodi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The facts of a test whether illness has impoverished a household.
 *
 * @param region GB/T 2260 code of the area
 * @param surveyedOn day of the means survey
 * @param members people in the household
 * @param disposableIncome disposable income of the household over twelve months
 * @param selfPayment compliant medical self-payment over the same months
 * @param minimumLivingStandard yearly minimum-living standard of the place
 * @param assetsWithinRules whether assets are within the rules of the minimum-living guarantee
 * @param minimumLiving whether the household is on the minimum-living guarantee
 * @param lowIncomeEdge whether it is a low-income-edge household
 * @param seriouslyIll whether a member is seriously ill
 * @param rural whether the household is rural, for figures of the place that differ
 */
public record Household(String region, LocalDate surveyedOn, int members, Money disposableIncome, Money selfPayment,
    Money minimumLivingStandard, boolean assetsWithinRules, boolean minimumLiving, boolean lowIncomeEdge,
    boolean seriouslyIll, boolean rural)
    implements
      Question {

  @Override
  public Household in(String area) {
    return new Household(area, surveyedOn, members, disposableIncome, selfPayment, minimumLivingStandard,
        assetsWithinRules, minimumLiving, lowIncomeEdge, seriouslyIll, rural);
  }

  /** What is left of the household's income after the cost of illness; may be negative. */
  public BigDecimal incomeAfterCost() {
    return disposableIncome.inYuan().subtract(selfPayment.inYuan());
  }
}
