package cn.tuodi.simulation;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.observation.Failures;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The consecutive claims of one person, decided one after the other. A claim on which this program fails counts under
 * neither policy.
 */
final class PersonRun {

  private static final Logger LOG = Logger.getLogger(PersonRun.class);

  private final SideBySide sides;
  private final Tally tally;
  private final Language language;
  private Money gain = Money.ZERO;
  private boolean compared;

  PersonRun(PolicySide before, PolicySide after, Tally tally, Language language) {
    this.sides = new SideBySide(before, after);
    this.tally = tally;
    this.language = language;
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
    SideBySide.Both both;
    try {
      both = sides.decide(numbered.claim());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      tally
          .take(Unreadable.failed(numbered.number(), Failures.log(LOG, "a claim of a simulation failed", e), language));
      return;
    }
    tally.takeClaim();
    Decision one = counted(numbered, both.before(), tally.before());
    Decision other = counted(numbered, both.after(), tally.after());
    if (one != null && other != null) {
      compare(new ClaimChange(numbered.number(), numbered.claim(), one, other));
    } else if (one != null || other != null) {
      tally.decidedByOne(one != null);
    }
  }

  private static Decision counted(NumberedClaim numbered, Outcome outcome, SideTally tally) {
    if (outcome instanceof Decision decision) {
      tally.decided(decision.claim(), decision);
      return decision;
    }
    tally.refused(new RefusedClaim(numbered.number(), numbered.claim().claimId(), (Refusal) outcome));
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
