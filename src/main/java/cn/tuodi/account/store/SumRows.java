package cn.tuodi.account.store;

import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookedSum;
import cn.tuodi.account.book.BookedSums;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.answer.Benefit;
import cn.tuodi.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Adds up what was booked in a period. A booking belongs to the period in which it was made: what is taken back later is
 * negative in the period in which that is booked, so that sums of a period that is over never change.
 */
public final class SumRows {

  private static final Map<Benefit, String> PAID = Amounts.paidColumns();
  /** The bookings are found by their time, and all else by them. */
  private static final String BOOKINGS = "select a.province, a.service_year, b.kind, max(c.number) as number, "
      + "sum(case when e.reversed then -1 when e.claim_version = 1 then 1 else 0 end) as bills, "
      + listed("sum(e.%1$s) as %1$s") + " from booking b join account a on a.account_id = b.account_id "
      + "join entry e on e.booking_id = b.booking_id left join change c on c.booking_id = b.booking_id "
      + "where b.booked_at >= ? and b.booked_at < ?%s group by b.booking_id, a.province, a.service_year, b.kind";
  private static final String SUMS = "select province, service_year, kind, count(*), sum(bills), max(number), "
      + "count(*) - count(number), " + listed("sum(%1$s)") + " from (" + BOOKINGS
      + ") each_booking group by province, service_year, kind order by province, service_year, kind";
  private static final int FIRST_PAID = 8;

  private final Statements statements;

  /**
   * Sums.
   *
   * @param statements statements of the transaction
   */
  SumRows(Statements statements) {
    this.statements = statements;
  }

  private static String listed(String pattern) {
    return PAID.values().stream().map(column -> String.format(pattern, column)).collect(Collectors.joining(", "));
  }

  /**
   * Which bookings are added up.
   *
   * @param from the moment from which on
   * @param until the moment before which
   * @param province of the accounts of which province, or null for all
   * @param through the last number in the order of changes, or null for all bookings, those without a number, too
   */
  public record Asked(Instant from, Instant until, String province, Long through) {}

  /** The sums, in one statement. */
  public BookedSums of(Asked asked) {
    StringBuilder which = new StringBuilder();
    List<Object> values = new ArrayList<>(List.of(AccountRows.time(asked.from()), AccountRows.time(asked.until())));
    if (asked.province() != null) {
      which.append(" and a.province = ?");
      values.add(asked.province());
    }
    if (asked.through() != null) {
      which.append(" and c.number <= ?");
      values.add(asked.through());
    }
    Map<BookedSum.Group, BookedSum> sums = new LinkedHashMap<>();
    AtomicLong last = new AtomicLong();
    AtomicLong unnumbered = new AtomicLong();
    statements.each(String.format(SUMS, which), row -> {
      sums.put(new BookedSum.Group(row.getString(1), row.getInt(2), BookingKind.valueOf(row.getString(3))),
          new BookedSum(row.getLong(4), row.getLong(5), paid(row)));
      last.accumulateAndGet(row.getLong(6), Math::max);
      unnumbered.addAndGet(row.getLong(7));
      return true;
    }, values.toArray());
    return new BookedSums(sums, last.get(), unnumbered.get());
  }

  private static Map<Benefit, Money> paid(ResultSet row) throws SQLException {
    Map<Benefit, Money> paid = new EnumMap<>(Benefit.class);
    int column = FIRST_PAID;
    for (Benefit benefit : PAID.keySet()) {
      BigDecimal fen = row.getBigDecimal(column++);
      paid.put(benefit, Money.fen(fen.longValueExact()));
    }
    return paid;
  }
}
