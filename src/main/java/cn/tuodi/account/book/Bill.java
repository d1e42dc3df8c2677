package cn.tuodi.account.book;

import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.DecisionIdScheme;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.field.ClaimFields;

/**
 * A version of a bill that was settled.
 *
 * @param claimId id of the caller
 * @param settlementId id of its settlement, which all versions share
 * @param version from 1; each correction makes one more
 * @param sequence its place in the order of the year
 * @param isReversed whether it was taken back
 * @param claim the claim with the year-to-date from which it was decided
 * @param decision the decision as it was answered, in JSON
 * @param amounts what it comes to; nothing where it was taken back
 */
public record Bill(String claimId, String settlementId, int version, int sequence, boolean isReversed, Claim claim,
    String decision, Amounts amounts) {

  /** The first version of a bill, the next one of an account. */
  public static Bill first(Account account, Decision decided, String json) {
    int sequence = account.bills() + 1;
    return new Bill(decided.claim().claimId(), account.id() + "-" + sequence, 1, sequence, false, decided.claim(), json,
        Amounts.of(decided));
  }

  /** The next version, decided anew at a place in the order. */
  public Bill decidedAgain(Decision decided, String json, int place) {
    return new Bill(claimId, settlementId, version + 1, place, false, decided.claim(), json, Amounts.of(decided));
  }

  /** The next version, taken back; what it was stays readable in the versions before. */
  public Bill reversed() {
    return new Bill(claimId, settlementId, version + 1, sequence, true, claim, decision, Amounts.NONE);
  }

  /** The same with its decision in brief: what is told of a bill that is none any more. */
  public Bill brief() {
    return new Bill(claimId, settlementId, version, sequence, isReversed, claim, DecisionBrief.of(decision), amounts);
  }

  /** Whether a claim states the same facts, whatever has accumulated before it. */
  public boolean isOf(Claim other) {
    return facts(claim).equals(facts(other));
  }

  private static String facts(Claim claim) {
    return DecisionIdScheme.CURRENT
        .idOf(ClaimFields.SET.like(claim).with(ClaimFields.YEAR_TO_DATE, null).facts(), "");
  }
}
