package cn.tuodi.assistance;

import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.policy.CriticalIllnessScope;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Standing;

/**
 * What every step of a decision has at hand.
 *
 * @param claim the facts stated
 * @param edition the edition, as it holds in the pooling area
 * @param ledger where lines and notices are written
 * @param tried the class to be tried where the person has several, or null
 */
public record DecisionContext(Claim claim, EditionDescription edition, DecisionLedger ledger, Standing tried) {

  /** The same where no class is to be tried. */
  public DecisionContext(Claim claim, EditionDescription edition, DecisionLedger ledger) {
    this(claim, edition, ledger, null);
  }

  /** Figures of the edition as a whole. */
  public Parameters parameters() {
    return edition.parameters();
  }

  /** Which kinds of care critical-illness insurance covers. */
  public CriticalIllnessScope scope() {
    return edition.scope();
  }

  /** Standards of the pooling area. */
  public LocalStandards local() {
    return edition.local();
  }

  /** Whether the year's sums take in what a kind of care is paid, whatever the row that pays it. */
  boolean addsUp(CareType care) {
    return care.isAlwaysAddedUp() || edition.addingUp().contains(care.countedAs());
  }
}
