package cn.tuodi.spark;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.simulation.SideBySide;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A bill that two policies treat differently.
 *
 * @param line number of its line
 * @param claimId id of the claim
 * @param personId id of the person, or left out
 * @param region code of the pooling area
 * @param serviceDate date of service
 * @param care kind of care
 * @param before what becomes of it under the one policy
 * @param after the same under the other
 * @param difference how much more each bears under the other policy; left out where only one decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(long line, String claimId, String personId, String region, LocalDate serviceDate, CareType care,
    Side before, Side after, Bearers difference) {

  /**
   * What becomes of a bill under a policy.
   *
   * @param status status of the decision, or left out
   * @param decisionId its id, or left out
   * @param refused why there is no decision, or left out
   * @param bearers who bears the bill, or left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Side(String status, String decisionId, String refused, Bearers bearers) {

    private static Side of(Outcome outcome) {
      return outcome instanceof Decision decision
          ? new Side(decision.status().name(), decision.decisionId(), null, Bearers.of(decision.totals()))
          : new Side(null, null, ((Refusal) outcome).code().name(), null);
    }
  }

  static Difference of(NumberedClaim numbered, SideBySide.Both both) {
    Claim claim = numbered.claim();
    Side before = Side.of(both.before());
    Side after = Side.of(both.after());
    return new Difference(numbered.number(), claim.claimId(), claim.person().personId(), claim.region(),
        claim.serviceDate(), claim.care().type(), before, after,
        before.bearers() == null || after.bearers() == null ? null : after.bearers().minus(before.bearers()));
  }

  /** Whether there is one at all. */
  boolean isAny() {
    return difference == null ? before.bearers() != after.bearers()
        : !difference.equals(Bearers.NONE) || !before.status().equals(after.status());
  }
}
