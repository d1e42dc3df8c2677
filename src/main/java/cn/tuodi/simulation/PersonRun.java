package cn.tuodi.simulation;

import cn.tuodi.batch.Progress;
import cn.tuodi.decision.Decision;
import cn.tuodi.decision.Outcome;
import cn.tuodi.decision.Refusal;
import cn.tuodi.decision.Status;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.Money;
import java.util.List;

/** The consecutive claims of one person, decided one after the other; each policy has a year-to-date of its own. */
final class PersonRun {

  private final PolicySide before;
  private final PolicySide after;
  private final Tally tally;
  private Progress progressBefore = Progress.NONE;
  private Progress progressAfter = Progress.NONE;
  private Money gain = Money.ZERO;
  private boolean compared;

  PersonRun(PolicySide before, PolicySide after, Tally tally) {
    this.before = before;
    this.after = after;
    this.tally = tally;
  }

  void decide(List<NumberedClaim> claims) {
    for (NumberedClaim claim : claims) {
      decide(claim);
    }
    if (compared) {
      tally.people().take(gain);
    } else {
      tally.people().takeNotCompared();
    }
  }

  private void decide(NumberedClaim numbered) {
    tally.takeClaim();
    Claim claim = numbered.claim();
    Decision one = decided(before, progressBefore, claim, tally.before());
    Decision other = decided(after, progressAfter, claim, tally.after());
    if (one != null) {
      progressBefore = new Progress(claim.person().personId(), one.yearToDate());
    }
    if (other != null) {
      progressAfter = new Progress(claim.person().personId(), other.yearToDate());
    }
    if (one != null && other != null) {
      compare(new ClaimChange(numbered.number(), claim, one, other));
    } else if (one != null || other != null) {
      tally.decidedByOne(one != null);
    }
  }

  private static Decision decided(PolicySide side, Progress progress, Claim claim, SideTally tally) {
    Claim continued = progress.continues(claim) ? claim.continuing(progress.yearToDate()) : claim;
    Outcome outcome = side.decide(continued);
    if (outcome instanceof Decision decision) {
      tally.decided(continued, decision);
      return decision;
    }
    tally.refused(((Refusal) outcome).code());
    return null;
  }

  private void compare(ClaimChange change) {
    compared = true;
    gain = gain.plus(change.gain());
    if (change.before().status() == Status.REVIEW || change.after().status() == Status.REVIEW) {
      tally.takeUnderReview();
    }
    if (!change.gain().isZero()) {
      tally.take(change);
    }
  }
}
