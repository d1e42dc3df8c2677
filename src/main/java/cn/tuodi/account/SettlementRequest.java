package cn.tuodi.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import java.util.function.Function;

/**
 * A claim that is to be settled.
 *
 * @param claim the claim, with a person and without a year-to-date
 * @param writer writes the decision as it is to be answered
 * @param by who settles, or null
 */
public record SettlementRequest(Claim claim, Function<Decision, String> writer, String by) {

  /** The account that it is booked on. */
  AccountKey account() {
    return AccountKey.of(claim);
  }
}
