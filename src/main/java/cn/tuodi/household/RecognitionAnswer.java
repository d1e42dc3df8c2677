package cn.tuodi.household;

import cn.tuodi.answer.Outcome;
import cn.tuodi.edition.source.EditionDescription;

/**
 * The answer whether illness has impoverished a household.
 *
 * @param household the facts stated
 * @param edition the edition that answered
 * @param ledger criteria, threshold and notices
 */
public record RecognitionAnswer(Household household, EditionDescription edition, RecognitionLedger ledger)
    implements
      Outcome {

  /** Whether the household is recognised; null where another instrument governs. */
  public Boolean recognised() {
    return !ledger.isTested() ? null : !ledger.met().containsValue(Boolean.FALSE);
  }
}
