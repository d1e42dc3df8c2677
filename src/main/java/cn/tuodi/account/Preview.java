package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.assistance.Decision;

/**
 * What a claim would come to.
 *
 * @param account the account as it stands
 * @param decision what settling it now would come to; null where it was settled before
 * @param settled where it was settled before, the decision that stands, in JSON as it was answered; otherwise null
 */
public record Preview(Account account, Decision decision, String settled) {

  /** Whether it was settled before. */
  public boolean isSettled() {
    return settled != null;
  }
}
