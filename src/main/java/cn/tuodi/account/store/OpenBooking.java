package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Entry;
import java.util.List;

/**
 * A booking whose entries are written one part after the other, however many there are. The balance moves at its end, by
 * what the database has taken; a transaction that is given up before leaves nothing of it.
 */
public final class OpenBooking {

  private static final String NUMBER = "select nextval('booking_number')";
  private static final String BOOKED =
      "insert into booking (booking_id, " + BookingWriter.BOOKING + ", booked_at) values (?, ?, ?, ?, ?, ?, ?, %s)";
  private static final String ENTRY = "insert into entry (booking_id, account_id, " + BookingWriter.ENTRY
      + ") values (?, ?" + ", ?".repeat(7 + Amounts.COLUMNS.size()) + ")";
  private static final String MOVE = "update account set (version, bills, " + AccountRows.AMOUNTS
      + ") = (select account.version + 1, account.bills + added.bills, "
      + AccountRows.listed("account.%1$s + added.%1$s") + " from (select "
      + "count(case when claim_version = 1 then 1 end) as bills, " + AccountRows.listed("sum(%1$s) as %1$s")
      + " from entry where booking_id = ?) added) where account_id = ? and version = ?";

  private final BookingWriter writer;
  private final Statements statements;
  private final Account account;
  private final long number;

  OpenBooking(BookingWriter writer, Statements statements, Account account, Object[] booking) {
    this.writer = writer;
    this.statements = statements;
    this.account = account;
    this.number = statements.first(NUMBER, row -> row.getLong(1)).orElseThrow();
    statements.update(String.format(BOOKED, statements.clock()), BookingWriter.before(number, booking));
    statements.update("insert into unnumbered values (?)", number);
  }

  /** Writes entries on bills. */
  public void add(List<Entry> entries) {
    write(BookingWriter.lines(entries));
  }

  void write(List<BookingWriter.Line> lines) {
    statements.write(ENTRY, lines.stream()
        .map(line -> BookingWriter.before(number, BookingWriter.before(account.id(), writer.row(line)))).toList());
  }

  /** Moves the balance by all entries. */
  public void end() {
    BookingWriter.check(statements.update(MOVE, number, account.id(), account.version()) == 1);
  }
}
