package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;

/**
 * An account as it stands at a moment, without keeping others from it.
 *
 * @param account the account; an empty one where nothing was ever booked
 * @param isBillKnown whether a bill of the id that was asked about has been settled, in whichever account
 * @param isErased whether what was kept for the key was erased
 */
public record StandingAccount(Account account, boolean isBillKnown, boolean isErased) {}
