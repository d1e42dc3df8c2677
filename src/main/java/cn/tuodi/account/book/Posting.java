package cn.tuodi.account.book;

/**
 * A booking on its account.
 *
 * @param account the account as it is before
 * @param booking what is booked
 */
public record Posting(Account account, Booking booking) {

  /** The account as it is after. */
  public Account after() {
    int bills = (int) booking.entries().stream().filter(entry -> entry.before() == null).count();
    return new Account(account.id(), account.key(), account.version() + 1, account.bills() + bills,
        account.balance().plus(booking.change()));
  }
}
