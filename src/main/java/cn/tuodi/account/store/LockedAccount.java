package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;

/**
 * An account that nobody else changes until the transaction ends.
 *
 * @param account the account
 * @param isBillKnown whether a bill of the id that was asked about has been settled, in whichever account
 */
public record LockedAccount(Account account, boolean isBillKnown) {}
