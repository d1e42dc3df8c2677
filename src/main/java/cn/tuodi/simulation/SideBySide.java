package cn.tuodi.simulation;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.Decision;
import cn.tuodi.batch.Progress;
import cn.tuodi.claim.Claim;

/**
 * Decides claims one after the other under two policies, each with a year-to-date of its own. Claims of a person must come
 * together. For one thread.
 */
public final class SideBySide {

  private final PolicySide before;
  private final PolicySide after;
  private Progress progressBefore = Progress.NONE;
  private Progress progressAfter = Progress.NONE;

  /** Begins with nobody. */
  public SideBySide(PolicySide before, PolicySide after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What becomes of a claim under both.
   *
   * @param before a decision, or why there is none, under the one policy
   * @param after the same under the other
   */
  public record Both(Outcome before, Outcome after) {

    /** The decision under the one policy, or null. */
    public Decision decidedBefore() {
      return before instanceof Decision decision ? decision : null;
    }

    /** The decision under the other policy, or null. */
    public Decision decidedAfter() {
      return after instanceof Decision decision ? decision : null;
    }
  }

  /** Decides the next claim. One at which this fails changes nothing for the next. */
  public Both decide(Claim claim) {
    Both both =
        new Both(before.decide(progressBefore.carriedTo(claim)), after.decide(progressAfter.carriedTo(claim)));
    progressBefore = after(progressBefore, both.decidedBefore());
    progressAfter = after(progressAfter, both.decidedAfter());
    return both;
  }

  private static Progress after(Progress progress, Decision decision) {
    return decision == null ? progress : progress.after(decision);
  }
}
