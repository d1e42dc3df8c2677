package cn.tuodi.account;

import cn.tuodi.account.book.Account;

/**
 * What a claim would come to.
 *
 * @param account the account as it stands
 * @param decision the decision as it would be answered, in JSON
 * @param isSettled whether it was settled before: then the decision is the one that stands
 */
public record Preview(Account account, String decision, boolean isSettled) {}
