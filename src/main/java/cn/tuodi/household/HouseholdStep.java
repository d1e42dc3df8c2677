package cn.tuodi.household;

import cn.tuodi.answer.Source;
import java.math.BigDecimal;

/** A household as the row of the test looks at it. */
public record HouseholdStep(Household household, RecognitionLedger ledger) {

  /** Day of the survey as days since 1970-01-01. */
  public int getDay() {
    return (int) household.surveyedOn().toEpochDay();
  }

  /**
   * The next step: what the row of the test says.
   *
   * @param multiple multiple of the minimum-living standard that income per head must stay below, or null where
   *     another instrument governs
   * @param instrument that instrument, or null
   * @param source the row
   */
  public ThresholdStep test(BigDecimal multiple, String instrument, Source source) {
    BigDecimal threshold =
        multiple == null ? null : household.minimumLivingStandard().inYuan().multiply(multiple);
    ledger.compare(threshold, source);
    return new ThresholdStep(household, ledger, threshold, instrument, source);
  }
}
