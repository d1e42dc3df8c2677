package cn.tuodi.household;

import cn.tuodi.answer.Source;
import java.math.BigDecimal;

/**
 * The test of a household against the threshold of a row.
 *
 * @param household the facts stated
 * @param ledger where the answer is written
 * @param threshold what income per head must stay below, in yuan, or null where another instrument governs
 * @param instrument that instrument, or null
 * @param source the row
 */
public record ThresholdStep(Household household, RecognitionLedger ledger, BigDecimal threshold, String instrument,
    Source source) {

  /** Whether the edition has the test. */
  public boolean isTested() {
    return threshold != null;
  }

  /** Whether a member is seriously ill. */
  public boolean isSeriouslyIll() {
    return household.seriouslyIll();
  }

  /** Whether the household is on the minimum-living guarantee or its edge. */
  public boolean isInOtherClass() {
    return household.minimumLiving() || household.lowIncomeEdge();
  }

  /** Whether assets are within the rules. */
  public boolean isAssetsWithinRules() {
    return household.assetsWithinRules();
  }

  /** Whether income per head is below the threshold; compared without rounding. */
  public boolean isIncomeBelow() {
    return household.incomeAfterCost()
        .compareTo(threshold.multiply(BigDecimal.valueOf(household.members()))) < 0;
  }
}
