package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.BillPlace;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads entries. A year may have more of them than there is room for: they are handed on one by one, or in parts. */
public final class EntryRows {

  private static final String COLUMNS = "select e.entry_id, a.person_id, a.service_year, a.province, "
      + "b.account_version, b.kind, b.reason, b.booked_by, b.booked_at, e.claim_id, e.settlement_id, e.claim_version, "
      + "e.sequence, e.reversed, e.claim, e.decision, (select p.decision from entry p where p.claim_id = e.claim_id and "
      + "p.claim_version = e.claim_version - 1), " + AccountRows.listed("e.%1$s");
  private static final String FROM = " from entry e join booking b on b.booking_id = e.booking_id "
      + "join account a on a.account_id = e.account_id ";
  private static final int FIRST_CHANGE = 18;
  private static final int NUMBER = FIRST_CHANGE + Amounts.COLUMNS.size();
  private static final String SUMS = AccountRows.listed("sum(%1$s) as %1$s");
  /** The entry by which each bill of an account stands, and what the bill comes to. */
  private static final String PLACES = "select e.entry_id, e.claim_id, e.sequence, e.reversed, "
      + AccountRows.listed("s.%1$s") + " from (select max(entry_id) as entry_id, " + SUMS
      + " from entry where account_id = ? and claim_id is not null group by claim_id) s "
      + "join entry e on e.entry_id = s.entry_id order by e.sequence";
  private static final int FIRST_OF_PLACE = 5;

  private final Statements statements;
  private final FactsCipher cipher;

  /**
   * Entries.
   *
   * @param statements statements of the transaction
   * @param cipher hides facts
   */
  EntryRows(Statements statements, FactsCipher cipher) {
    this.statements = statements;
    this.cipher = cipher;
  }

  /** How much the accounts of a person in a year have. */
  public YearSize size(String personId, int year) {
    return size("where a.person_id = ? and a.service_year = ?", personId, year);
  }

  /** How much the account has in which a bill stands. */
  public YearSize size(String claimId) {
    return size("join entry k on k.account_id = a.account_id where k.claim_id = ? and k.claim_version = 1", claimId);
  }

  private YearSize size(String which, Object... values) {
    return statements.first("select coalesce(sum(a.bills), 0), coalesce(sum((select count(*) from entry e where "
        + "e.account_id = a.account_id)), 0) from account a " + which,
        row -> new YearSize(row.getInt(1), row.getInt(2)), values).orElseThrow();
  }

  /** Hands on what was booked on an account until a moment, or until now where that is null, in order. */
  public void each(Account account, Instant asOf, Consumer<BookedEntry> taker) {
    Statements.Taker rows = row -> {
      taker.accept(entry(row));
      return true;
    };
    if (asOf == null) {
      statements.each(COLUMNS + FROM + "where e.account_id = ? order by e.entry_id", rows, account.id());
    } else {
      statements.each(COLUMNS + FROM + "where e.account_id = ? and b.booked_at <= ? order by e.entry_id", rows,
          account.id(), AccountRows.time(asOf));
    }
  }

  /** What was booked on a bill after a version, the first version first. */
  public List<BookedEntry> ofBill(String claimId, int after, int most) {
    return statements.all(COLUMNS + FROM + "where e.claim_id = ? and e.claim_version > ? order by e.claim_version "
        + "limit " + most, this::entry, claimId, after);
  }

  /** Hands on what was booked in changes after a number and up to another one, until one is not taken any more. */
  void ofChanges(long after, long last, Predicate<NumberedEntry> taker) {
    statements.each(COLUMNS + ", c.number" + FROM + "join change c on c.booking_id = b.booking_id where c.number > ? "
        + "and c.number <= ? order by c.number, e.entry_id",
        row -> taker.test(new NumberedEntry(row.getLong(NUMBER), entry(row))), after, last);
  }

  /**
   * An entry of a change.
   *
   * @param number number of the change
   * @param entry the entry
   */
  record NumberedEntry(long number, BookedEntry entry) {}

  /** The last that was booked on a bill. */
  public Optional<BookedEntry> last(String claimId) {
    return statements.first(COLUMNS + FROM + "where e.claim_id = ? order by e.claim_version desc limit 1", this::entry,
        claimId);
  }

  /** How many entries of the person's year come before one. */
  public int before(BookedEntry entry) {
    return statements.first("select count(*) from entry e join account a on a.account_id = e.account_id where "
        + "a.person_id = ? and a.service_year = ? and (a.province < ? or a.province = ? and e.entry_id < ?)",
        row -> row.getInt(1), entry.key().personId(), entry.key().year(), entry.key().province(),
        entry.key().province(), entry.id()).orElseThrow();
  }

  /** A bill as it stands. */
  public Optional<Bill> bill(String claimId) {
    return last(claimId).map(entry -> entry.bill(entry.version() == 1 ? entry.change()
        : statements.first("select " + SUMS + " from entry where claim_id = ?", row -> AccountRows.amounts(row, 1),
            claimId).orElseThrow()));
  }

  /** Where the bills of an account stand, the reversed ones too, in the order of the year. */
  public List<BillPlace> places(Account account) {
    return statements.all(PLACES, row -> new BillPlace(row.getLong(1), row.getString(2), row.getInt(3),
        row.getBoolean(4), AccountRows.amounts(row, FIRST_OF_PLACE)), account.id());
  }

  /** The bills that stand at places, in their order; few at once, whatever the year has. */
  public List<Bill> bills(List<BillPlace> places) {
    Map<Long, BookedEntry> entries = new HashMap<>();
    statements.all(COLUMNS + FROM + "where e.entry_id = any(?)", this::entry,
        Statements.Column.of("bigint", places, BillPlace::entryId)).forEach(entry -> entries.put(entry.id(), entry));
    return places.stream().map(place -> entries.get(place.entryId()).bill(place.amounts())).toList();
  }

  /** The service dates of the bills of an account by {@link BillPlace#entryId}. */
  public Map<Long, LocalDate> serviceDates(Account account) {
    Map<Long, LocalDate> dates = new HashMap<>();
    statements.each("select entry_id, claim from entry where account_id = ? and claim is not null", row -> {
      dates.put(row.getLong(1),
          LocalDate.parse(Json.parsed(cipher.read(row.getString(2))).get("serviceDate").textValue()));
      return true;
    }, account.id());
    return dates;
  }

  private BookedEntry entry(ResultSet row) throws SQLException {
    return new BookedEntry(row.getLong(1), new AccountKey(row.getString(2), row.getInt(3), row.getString(4)),
        row.getLong(5), BookingKind.valueOf(row.getString(6)), row.getString(7), row.getString(8),
        row.getObject(9, OffsetDateTime.class).toInstant(), row.getString(10), row.getString(11), row.getInt(12),
        row.getInt(13), row.getBoolean(14), cipher.read(row.getString(15)), cipher.read(row.getString(16)),
        cipher.read(row.getString(17)), AccountRows.amounts(row, FIRST_CHANGE));
  }
}
