package cn.tuodi.household;

import cn.tuodi.answer.Source;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.math.BigDecimal;

/**
 * A household as the row of the test looks at it.
 *
 * @param household the facts stated
 * @param edition the edition, as it holds in the pooling area
 * @param ledger where the answer is written
 */
public record HouseholdStep(Household household, EditionDescription edition, RecognitionLedger ledger) {

  /** Day of the survey as days since 1970-01-01. */
  public int getDay() {
    return (int) household.surveyedOn().toEpochDay();
  }

  /**
   * The next step: what the row of the test says.
   *
   * @param multiple multiple of the minimum-living standard that income per head must stay below, or null
   * @param below what income per head must stay below, or null
   * @param deducted whether the cost of illness is taken from the income first; null for yes
   * @param share share of the income that the cost of illness must exceed, or null
   * @param above what the cost of illness must exceed, or null
   * @param assets whether assets must be within the rules; null for yes
   * @param instrument another instrument that governs, or null
   * @param source the row
   */
  public ThresholdStep test(BigDecimal multiple, Money below, Boolean deducted, Rate share, Money above, Boolean assets,
      String instrument, Source source) {
    BigDecimal income = multiple == null ? inYuan(below)
        : household.minimumLivingStandard().inYuan().multiply(multiple);
    BigDecimal cost = share == null ? inYuan(above) : household.disposableIncome().inYuan().multiply(share.share());
    boolean afterCost = !Boolean.FALSE.equals(deducted);
    ledger.compare(income, afterCost, cost, source);
    return new ThresholdStep(this, income, afterCost, cost, !Boolean.FALSE.equals(assets), instrument, source);
  }

  private static BigDecimal inYuan(Money amount) {
    return amount == null ? null : amount.inYuan();
  }

  /**
   * What an amount comes to that a row states as a multiple of a figure of the place.
   *
   * @param stated the amount as it is stated, or null
   * @param heading the heading that it stands under
   * @param row the row
   */
  public Money yuan(Amount stated, String heading, Source row) {
    return edition.baseFigures().yuan(stated, heading, row, household.rural(), household.surveyedOn(),
        ledger.derivations());
  }
}
