package cn.tuodi.account.book;

import cn.tuodi.answer.Benefit;
import cn.tuodi.money.Money;
import java.util.EnumMap;
import java.util.Map;

/**
 * Bookings of one kind on the accounts of a province and year, added up.
 *
 * @param bookings how many there are
 * @param bills how many more bills stand by them; fewer where this is negative
 * @param paid what they have added to what is paid as each benefit; negative amounts were taken back
 */
public record BookedSum(long bookings, long bills, Map<Benefit, Money> paid) {

  /** No bookings. */
  public static final BookedSum NONE = new BookedSum(0, 0, Map.of());

  /**
   * Which bookings are added up.
   *
   * @param province the province of the accounts
   * @param year the year of the accounts, which is that of the service dates of their bills
   * @param kind what was booked
   */
  public record Group(String province, int year, BookingKind kind) {}

  /** These and others. */
  public BookedSum plus(BookedSum others) {
    Map<Benefit, Money> sums = new EnumMap<>(Benefit.class);
    sums.putAll(paid);
    others.paid.forEach((benefit, amount) -> sums.merge(benefit, amount, Money::plus));
    return new BookedSum(Math.addExact(bookings, others.bookings), Math.addExact(bills, others.bills), sums);
  }
}
