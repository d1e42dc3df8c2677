package cn.tuodi.simulation;

import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.money.Money;
import java.util.Comparator;

/**
 * A claim of which the policies leave different amounts to the person.
 *
 * @param number line of the portfolio, or number in the sample, from 1
 * @param claim the claim as the portfolio states it
 * @param before the decision under the one policy, which goes on from the person's earlier claims under that policy
 * @param after the decision under the other policy
 */
public record ClaimChange(long number, Claim claim, Decision before, Decision after) {

  /** The largest changes first, then in the order of the portfolio. */
  static final Comparator<ClaimChange> LARGEST_FIRST =
      Comparator.<ClaimChange>comparingLong(change -> -Math.abs(change.gain().inFen()))
          .thenComparingLong(ClaimChange::number);

  /** How much less is left to the person; negative where it is more. */
  public Money gain() {
    return before.totals().personal().minus(after.totals().personal());
  }
}
