package cn.tuodi.account;

import cn.tuodi.account.book.Bill;

/**
 * A bill that was settled, now or before.
 *
 * @param bill the bill
 * @param isNew whether this request has booked it; otherwise the answer of the first one stands
 */
public record Settled(Bill bill, boolean isNew) {}
