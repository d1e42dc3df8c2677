package cn.tuodi.account.book;

import java.util.Map;

/**
 * What was booked in a period, added up.
 *
 * @param groups the sums, by province, year and kind
 * @param last the last number that a booking among them has in the order of changes; 0 where none has one
 * @param unnumbered how many of the bookings have no number yet
 */
public record BookedSums(Map<BookedSum.Group, BookedSum> groups, long last, long unnumbered) {}
