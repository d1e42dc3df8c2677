package cn.tuodi.console.account;

import java.util.List;

/**
 * What was found.
 *
 * @param known accounts among which somebody may choose
 * @param years the accounts of the year that was looked for
 * @param part the part of the year that is shown, or null where none is
 * @param booked the booking that was just made, or null
 * @param foreign whether something is said in the other language
 * @param looked when it was looked up
 * @param csv where all bills are downloaded, or null
 */
record FoundYears(List<KnownAccount> known, List<YearView> years, YearParts part, Booked booked, boolean foreign,
    String looked, String csv) {

  /** Nothing was looked for, or found. */
  static final FoundYears NOTHING = of(List.of());

  /**
   * A booking that was just made.
   *
   * @param label what was booked
   * @param number which booking of the account
   * @param address where it is shown
   */
  record Booked(String label, long number, String address) {}

  /** Accounts among which somebody may choose. */
  static FoundYears of(List<KnownAccount> known) {
    return new FoundYears(known, List.of(), null, null, false, "", null);
  }

  static boolean isForeign(List<YearView> years) {
    return years.stream().flatMap(year -> year.bookings().stream()).flatMap(booking -> booking.lines().stream())
        .anyMatch(line -> line.bill() != null && line.bill().foreign());
  }
}
