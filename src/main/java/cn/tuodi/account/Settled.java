package cn.tuodi.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Bill;

/**
 * A bill that was settled, now or before.
 *
 * @param key its account
 * @param bill the bill
 * @param isNew whether this request has booked it; otherwise the answer of the first one stands
 */
public record Settled(AccountKey key, Bill bill, boolean isNew) {}
