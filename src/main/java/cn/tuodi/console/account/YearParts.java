package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.console.Addresses;

/**
 * The part of a year that a page shows, among all of it.
 *
 * @param person whose year
 * @param year which
 * @param from the first entry that is shown, from 1
 * @param to the last one
 * @param total how many there are
 * @param most how many one page shows
 */
record YearParts(String person, String year, int from, int to, int total, int most) {

  private static final String NUMBER = "[1-9]\\d{0,8}";

  /** The first entry that is asked for, from 1. */
  static int from(String asked) {
    return asked != null && asked.matches(NUMBER) ? Integer.parseInt(asked) : 1;
  }

  static YearParts of(YearSearch search, int from, int total, int most) {
    return new YearParts(search.person(), search.year(), from, Math.min(total, from + most - 1), total, most);
  }

  /** Whether there are others. */
  public boolean isOneOfSeveral() {
    return from > 1 || to < total;
  }

  /** Where the part before is shown, or null. */
  public String before() {
    return from == 1 ? null : address(Math.max(1, from - most));
  }

  /** Where the next part is shown, or null. */
  public String after() {
    return to >= total ? null : address(to + 1);
  }

  private String address(int first) {
    return Addresses.yearFrom(person, year, first);
  }

  /** Whether it shows an entry, from 0. */
  boolean holds(int place) {
    return place + 1 >= from && place < to;
  }

  /** Where a booking is shown by one of its entries, from 0. */
  String address(AccountKey key, int place, long booking) {
    return (holds(place) ? "" : address(place / most * most + 1)) + "#booking-" + key.province() + "-" + booking;
  }
}
