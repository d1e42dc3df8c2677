package cn.tuodi.account.book;

import java.util.List;

/**
 * What is written into an account in one step, with the time of the database; nothing of it is ever changed.
 *
 * @param kind what it is
 * @param claimId the bill that it is about, or null where it is about the year
 * @param reason why, or null
 * @param by who asked for it, or null where nobody has to log in
 * @param opening what had accumulated elsewhere; nothing unless it is an opening
 * @param entries the bills that change, in the order of the year
 */
public record Booking(BookingKind kind, String claimId, String reason, String by, Amounts opening,
    List<Entry> entries) {

  /** What it adds to the account, all together. */
  public Amounts change() {
    return entries.stream().map(Entry::change).reduce(opening, Amounts::plus);
  }
}
