package cn.tuodi.claim;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One recognition of a person.
 *
 * @param type what the person is recognised as
 * @param recognisedOn day of recognition
 * @param endedOn last day it holds, or null
 * @param appliedOn day the recognition was applied for, or null
 * @param assignedClass class 1 to 4 a county assigned ({@link IdentityType#COUNTY_DESIGNATED} only), or 0
 * @param code a group of the place that the list of types does not have, or null
 */
public record Identity(IdentityType type, LocalDate recognisedOn, LocalDate endedOn, LocalDate appliedOn,
    int assignedClass, String code) {

  /** An order that does not depend on how recognitions are listed: the earliest first, then as the contract lists types. */
  public static final Comparator<Identity> ORDER = Comparator.comparing(Identity::recognisedOn)
      .thenComparing(Identity::type)
      .thenComparing(Identity::endedOn, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(Identity::appliedOn, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(Identity::assignedClass)
      .thenComparing(Identity::code, Comparator.nullsLast(Comparator.naturalOrder()));

  /** A recognition that the list of types has. */
  public Identity(IdentityType type, LocalDate recognisedOn, LocalDate endedOn, LocalDate appliedOn,
      int assignedClass) {
    this(type, recognisedOn, endedOn, appliedOn, assignedClass, null);
  }

  /** The code, or an empty text where there is none, as rows ask for it. */
  public String codeOrNone() {
    return code == null ? "" : code;
  }

  /** The same with the last day that it holds. */
  public Identity endedBy(LocalDate day) {
    return new Identity(type, recognisedOn, day, appliedOn, assignedClass, code);
  }

  /**
   * The same for a recognition that lasts some months: to the day before the day of that number in the last month or,
   * where the month has no such day, to its last day (民法典 art. 202).
   */
  public Identity lasting(int months) {
    LocalDate there = recognisedOn.plusMonths(months);
    return lastingTo(there.getDayOfMonth() == recognisedOn.getDayOfMonth() ? there.minusDays(1) : there);
  }

  /** The same for a recognition that lasts some months of the calendar, the first of which is that of its day. */
  public Identity lastingWholeMonths(int months) {
    return lastingTo(recognisedOn.withDayOfMonth(1).plusMonths(months).minusDays(1));
  }

  private Identity lastingTo(LocalDate last) {
    return endedOn == null || endedOn.isAfter(last) ? endedBy(last) : this;
  }

  /** Whether the recognition stands on a day: from the day it was made to the day it ended, both included. */
  public boolean standsOn(LocalDate day) {
    return !recognisedOn.isAfter(day) && !hasEndedBefore(day);
  }

  /** Whether the recognition had ended before a day. */
  public boolean hasEndedBefore(LocalDate day) {
    return endedOn != null && endedOn.isBefore(day);
  }

  /** Whether the recognition ended before a day, in that day's month. */
  public boolean endedEarlierInMonthOf(LocalDate day) {
    return hasEndedBefore(day) && endedOn.getYear() == day.getYear() && endedOn.getMonth() == day.getMonth();
  }
}
