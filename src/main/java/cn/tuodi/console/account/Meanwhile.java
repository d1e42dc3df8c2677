package cn.tuodi.console.account;

import cn.tuodi.console.BeijingTime;
import cn.tuodi.language.Language;
import java.util.List;

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

  /** What was booked after a version, the first ones. */
  static List<Meanwhile> after(long seen, GatheredYear year, Language language) {
    return year.bookings().stream().filter(booking -> booking.version() > seen).limit(MAX)
        .map(booking -> new Meanwhile(booking.version(), booking.kind().name(),
            YearView.label(booking.kind(), language), BeijingTime.of(booking.at()), booking.by(),
            booking.claimId() == null ? language.text("console.bills-changed", booking.bills()) : booking.claimId()))
        .toList();
  }
}
