package cn.tuodi.account.store;

import cn.tuodi.account.book.AccountKey;

/**
 * Something in which the book does not agree with itself.
 *
 * @param rule what does not hold
 * @param accountId number of the account in the database, or 0 where it is about the whole book
 * @param key whose account it is, or null where it is about the whole book
 * @param subject what of it: an amount, a bill, a booking
 * @param found what stands there
 * @param expected what should
 */
public record BookDifference(Rule rule, long accountId, AccountKey key, Object subject, Object found,
    Object expected) {

  /** What must hold in a book. */
  public enum Rule {
    /** A balance is the sum of the entries. */
    BALANCE,
    /** The version of an account is the number of its bookings. */
    VERSION,
    /** Bookings of an account are numbered without a gap. */
    BOOKING_ORDER,
    /** An account counts its bills. */
    BILLS,
    /** The places of the bills of a year have no gap. */
    BILL_ORDER,
    /** Versions of a bill have no gap. */
    BILL_VERSIONS,
    /** What payers pay by the entries is what the decision says. */
    DECISION,
    /** What a bill, as it stands, adds to the sums of the year is what its decision makes of those that it found. */
    ACCUMULATION,
    /** The facts of a bill are there and can be read. */
    FACTS,
    /** What was claimed and decided is of the bill, year and province that it stands for. */
    CLAIM,
    /** What was claimed is of the person for whom it stands. */
    PERSON,
    /** An entry belongs to the account of its booking. */
    ENTRY_ACCOUNT,
    /** Every booking has its place in the order of changes, or waits for it. */
    CHANGE_OF_BOOKING,
    /** Changes are numbered without a gap, and the last number is kept. */
    CHANGE_NUMBERS
  }
}
