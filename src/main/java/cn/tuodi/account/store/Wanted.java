package cn.tuodi.account.store;

import cn.tuodi.account.book.AccountKey;

/**
 * An account that is to be locked.
 *
 * @param key the account
 * @param claimId the bill that it is locked for, or null
 */
public record Wanted(AccountKey key, String claimId) {}
