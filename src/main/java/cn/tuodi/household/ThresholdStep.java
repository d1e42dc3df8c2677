package cn.tuodi.household;

import cn.tuodi.answer.Source;
import java.math.BigDecimal;

/**
 * The test of a household against what a row states.
 *
 * @param step the household as the row has looked at it
 * @param incomeBelow what income per head must stay below, in yuan, or null
 * @param afterCost whether the cost of illness is taken from the income first
 * @param costAbove what the cost of illness must exceed, in yuan, or null
 * @param assets whether assets must be within the rules
 * @param instrument the instrument that governs in place of the row, or null
 * @param source the row
 */
public record ThresholdStep(HouseholdStep step, BigDecimal incomeBelow, boolean afterCost, BigDecimal costAbove,
    boolean assets, String instrument, Source source) {

  /** Where the answer is written. */
  public RecognitionLedger ledger() {
    return step.ledger();
  }

  private Household household() {
    return step.household();
  }

  /** Whether the edition has the test. */
  public boolean isTested() {
    return instrument == null;
  }

  /** Whether a member is seriously ill. */
  public boolean isSeriouslyIll() {
    return household().seriouslyIll();
  }

  /** Whether the household is on the minimum-living guarantee or its edge. */
  public boolean isInOtherClass() {
    return household().minimumLiving() || household().lowIncomeEdge();
  }

  /** Whether assets must be within the rules. */
  public boolean isAssetsTested() {
    return assets;
  }

  /** Whether assets are within the rules. */
  public boolean isAssetsWithinRules() {
    return household().assetsWithinRules();
  }

  /** Whether income per head is tested. */
  public boolean isIncomeTested() {
    return incomeBelow != null;
  }

  /** Whether income per head is below the threshold; compared without rounding. */
  public boolean isIncomeBelow() {
    BigDecimal income = afterCost ? household().incomeAfterCost() : household().disposableIncome().inYuan();
    return income.compareTo(incomeBelow.multiply(BigDecimal.valueOf(household().members()))) < 0;
  }

  /** Whether the cost of illness is tested. */
  public boolean isCostTested() {
    return costAbove != null;
  }

  /** Whether the cost of illness exceeds what it must; compared without rounding. */
  public boolean isCostAbove() {
    return household().selfPayment().inYuan().compareTo(costAbove) > 0;
  }
}
