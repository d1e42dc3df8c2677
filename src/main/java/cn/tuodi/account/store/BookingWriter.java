package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Booking;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.Posting;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Writes bookings. Balances move by the entries as the database has taken them, and by nothing else; a booking on a
 * state that has passed fails.
 */
final class BookingWriter {

  static final String BOOKING = "account_id, account_version, kind, claim_id, reason, booked_by";
  static final String ENTRY = "claim_id, settlement_id, claim_version, sequence, reversed, claim, decision, "
      + AccountRows.AMOUNTS;
  /**
   * As many as there are, in one statement: numbers of bookings, and their time by the clock of the database, are drawn once
   * the accounts are locked.
   */
  private static final String ALL = "with given as (select * from unnest(cast(? as bigint[]), cast(? as bigint[]), "
      + "cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[])) "
      + "with ordinality as g (" + BOOKING + ", n)), booked as (insert into booking (booking_id, " + BOOKING
      + ", booked_at) select nextval('booking_number'), " + BOOKING
      + ", clock_timestamp() from (select * from given order by n) g "
      + "returning booking_id, account_id, account_version), written as (insert into entry (booking_id, account_id, "
      + ENTRY + ") select booked.booking_id, booked.account_id, " + ENTRY + " from unnest(cast(? as bigint[]), "
      + "cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as integer[]), cast(? as integer[]), "
      + "cast(? as boolean[]), cast(? as text[]), cast(? as text[])" + AccountRows.listed("cast(? as bigint[])")
          .replaceFirst("^", ", ")
      + ") with ordinality as e (account_id, account_version, " + ENTRY + ", n) join booked using (account_id, "
      + "account_version) order by e.n returning account_id, claim_version, " + AccountRows.AMOUNTS
      + "), waiting as (insert into unnumbered select booking_id from booked), moved as (select account_id, "
      + "count(*) filter (where claim_version = 1) as bills, " + AccountRows.listed("sum(%1$s) as %1$s")
      + " from written group by account_id), counted as (select account_id, count(*) as bookings, "
      + "max(account_version) as version from booked group by account_id) update account set version = "
      + "counted.version, bills = account.bills + moved.bills, "
      + AccountRows.listed("%1$s = account.%1$s + moved.%1$s") + " from moved join counted using (account_id) where "
      + "account.account_id = moved.account_id and account.version = counted.version - counted.bookings";

  private final Statements statements;
  private final FactsCipher cipher;

  /**
   * A writer.
   *
   * @param statements statements of the transaction
   * @param cipher hides facts
   */
  BookingWriter(Statements statements, FactsCipher cipher) {
    this.statements = statements;
    this.cipher = cipher;
  }

  /** Writes bookings on accounts that are locked, those of one account in their order. */
  void write(List<Posting> postings) {
    if (statements.takeArrays()) {
      long accounts = postings.stream().map(posting -> posting.account().id()).distinct().count();
      check(statements.update(ALL, columns(postings)) == accounts);
    } else {
      postings.forEach(this::one);
    }
  }

  static void check(boolean isMoved) {
    if (!isMoved) {
      throw new IllegalStateException("an account is no longer as it was locked");
    }
  }

  private void one(Posting posting) {
    OpenBooking open = begin(posting.account(), posting.booking());
    open.write(lines(posting));
    open.end();
  }

  /** Begins a booking whose entries are written one after the other. */
  OpenBooking begin(Account account, Booking booking) {
    return new OpenBooking(this, statements, account, row(account, booking));
  }

  static Object[] before(Object first, Object[] others) {
    List<Object> values = new ArrayList<>(List.of(first));
    values.addAll(Arrays.asList(others));
    return values.toArray();
  }

  /**
   * What an entry is about: a bill, or none for an opening.
   *
   * @param bill the bill as it stands from then on, or null
   * @param change what is added
   */
  record Line(Bill bill, Amounts change) {}

  private static List<Line> lines(Posting posting) {
    Booking booking = posting.booking();
    return booking.kind() == BookingKind.OPENING ? List.of(new Line(null, booking.opening()))
        : lines(booking.entries());
  }

  static List<Line> lines(List<Entry> entries) {
    return entries.stream().map(entry -> new Line(entry.after(), entry.change())).toList();
  }

  private static Object[] row(Account account, Booking booking) {
    return new Object[] {account.id(), account.version() + 1, booking.kind().name(), booking.claimId(),
        booking.reason(), booking.by()};
  }

  Object[] row(Line line) {
    Bill bill = line.bill();
    Object[] about = bill == null ? new Object[] {null, null, null, 0, false, null, null}
        : new Object[] {bill.claimId(), bill.settlementId(), bill.version(), bill.sequence(), bill.isReversed(),
            cipher.written(new String(Json.bytes(ClaimView.of(bill.claim())), StandardCharsets.UTF_8)),
            cipher.written(bill.decision())};
    Object[] row = Arrays.copyOf(about, about.length + Amounts.COLUMNS.size());
    long[] fen = line.change().inFen();
    Arrays.setAll(row, i -> i < about.length ? about[i] : fen[i - about.length]);
    return row;
  }

  private Object[] columns(List<Posting> postings) {
    List<Object[]> bookings = postings.stream().map(posting -> row(posting.account(), posting.booking())).toList();
    List<Object[]> entries = postings.stream().flatMap(posting -> lines(posting).stream()
        .map(line -> before(posting.account().id(), before(posting.account().version() + 1, row(line))))).toList();
    List<Object> columns = new ArrayList<>();
    List<String> types = List.of("bigint", "bigint", "text", "text", "text", "text");
    add(columns, types, bookings);
    List<String> ofEntries = new ArrayList<>(
        List.of("bigint", "bigint", "text", "text", "integer", "integer", "boolean", "text", "text"));
    Amounts.COLUMNS.forEach(column -> ofEntries.add("bigint"));
    add(columns, ofEntries, entries);
    return columns.toArray();
  }

  private static void add(List<Object> columns, List<String> types, List<Object[]> rows) {
    for (int i = 0; i < types.size(); i++) {
      int column = i;
      Function<Object[], Object> value = row -> row[column];
      columns.add(Statements.Column.of(types.get(i), rows, value));
    }
  }
}
