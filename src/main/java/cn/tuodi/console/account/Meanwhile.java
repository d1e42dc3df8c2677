package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was booked on an account after it was looked at.
 *
 * @param number which booking of the account
 * @param kind what it is, as style sheets name it
 * @param label the same in words
 * @param at when
 * @param by who asked for it, or null
 * @param about the bill that it is about, or how many it has changed
 */
record Meanwhile(long number, String kind, String label, String at, String by, String about) {

  private static final int MAX = 20;

  /**
   * Takes the entries of a person's year one by one, and holds the first bookings on an account after a version alone:
   * whatever the year has, it takes little room.
   */
  static final class Reader implements Consumer<BookedEntry> {

    private final AccountKey key;
    private final long seen;
    private final Map<Long, Booking> bookings = new LinkedHashMap<>();

    Reader(AccountKey key, long seen) {
      this.key = key;
      this.seen = seen;
    }

    /** A booking: its first entry in brief, and how many there are. */
    private record Booking(BookedEntry first, int bills) {}

    /** Begins anew. */
    Reader begin() {
      bookings.clear();
      return this;
    }

    @Override
    public void accept(BookedEntry entry) {
      long version = entry.accountVersion();
      if (version > seen && entry.key().equals(key) && (bookings.size() < MAX || bookings.containsKey(version))) {
        bookings.merge(version, new Booking(entry.brief(), entry.claimId() == null ? 0 : 1),
            (before, one) -> new Booking(before.first(), before.bills() + one.bills()));
      }
    }

    /** The bookings, as people read them. */
    List<Meanwhile> bookings(Language language) {
      return bookings.values().stream().map(booking -> of(booking.first(), booking.bills(), language)).toList();
    }
  }

  private static Meanwhile of(BookedEntry first, int bills, Language language) {
    return new Meanwhile(first.accountVersion(), first.kind().name(), YearView.label(first.kind(), language),
        BeijingTime.of(first.at()), first.by(), first.claimId() == null || first.kind() == BookingKind.RESETTLEMENT
            ? language.text("console.bills-changed", bills) : first.claimId());
  }
}
