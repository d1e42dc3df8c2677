package cn.tuodi.account.book;

/**
 * An account as its bookings have left it.
 *
 * @param id its number in the database; 0 where nothing was booked yet
 * @param key whose it is
 * @param version how many bookings there are
 * @param bills how many bills were ever settled, the reversed ones included
 * @param balance the sum of all entries
 */
public record Account(long id, AccountKey key, long version, int bills, Amounts balance) {

  /** An account before anything is booked. */
  public static Account empty(AccountKey key) {
    return new Account(0, key, 0, 0, Amounts.NONE);
  }
}
