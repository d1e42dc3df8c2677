package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Booking;
import cn.tuodi.account.book.Entry;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is read and written in one transaction. For one thread, until it is committed or given up. */
public final class AccountTransaction {

  private static final String AMOUNTS = String.join(", ", Amounts.COLUMNS);
  private static final String ACCOUNT =
      "select account_id, person_id, service_year, province, version, bills, " + AMOUNTS + " from account where ";
  private static final String ENTRY =
      "select e.claim_id, e.claim_version, e.sequence, e.reversed, e.claim, e.decision, "
          + listed("e.%1$s") + " from entry e ";
  /** Balances move by the entries of a booking, and by nothing else. */
  private static final String MOVE = "update account set (version, bills, " + AMOUNTS
      + ") = (select account.version + 1, account.bills + cast(? as integer), "
      + listed("account.%1$s + added.%1$s") + " from (select " + listed("coalesce(sum(%1$s), 0) as %1$s")
      + " from entry where booking_id = ?) added) where account_id = ? and version = ?";
  private static final int FIRST_BALANCE = 7;
  private static final int FIRST_CHANGE = 7;

  private final Connection connection;

  AccountTransaction(Connection connection) {
    this.connection = connection;
  }

  private static String listed(String pattern) {
    return Amounts.COLUMNS.stream().map(column -> String.format(pattern, column)).collect(Collectors.joining(", "));
  }

  /** Reads one row. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** The account of a key, opened where there is none, and locked until the transaction ends. */
  public Account lock(AccountKey key) {
    Optional<Account> known = locked(key);
    if (known.isEmpty()) {
      update(
          "insert into account (person_id, service_year, province, version, bills, " + AMOUNTS + ") values (?, ?, ?, "
              + "0, 0" + ", 0".repeat(Amounts.COLUMNS.size()) + ") on conflict do nothing",
          key.personId(), key.year(),
          key.province());
      known = locked(key);
    }
    return known.orElseThrow();
  }

  private Optional<Account> locked(AccountKey key) {
    return first(ACCOUNT + "person_id = ? and service_year = ? and province = ? for update",
        AccountTransaction::account, key.personId(), key.year(), key.province());
  }

  /** An account without locking it; empty where nothing was ever booked. */
  public Optional<Account> find(AccountKey key) {
    return first(ACCOUNT + "person_id = ? and service_year = ? and province = ?", AccountTransaction::account,
        key.personId(), key.year(), key.province());
  }

  /** The account in which a bill stands. */
  public Optional<AccountKey> accountOf(String claimId) {
    return first("select a.person_id, a.service_year, a.province from entry e join account a "
        + "on a.account_id = e.account_id where e.claim_id = ? and e.claim_version = 1",
        row -> new AccountKey(row.getString(1), row.getInt(2), row.getString(3)), claimId);
  }

  /** All versions of a bill, the first one first. */
  public List<Bill> versions(String claimId) {
    return bills("where e.claim_id = ? order by e.entry_id", claimId);
  }

  /** The bills of an account as they stand, the reversed ones too, in the order of the year. */
  public List<Bill> bills(Account account) {
    return latest(bills("where e.account_id = ? and e.claim_id is not null order by e.entry_id", account.id()));
  }

  /** The bills of an account as they stood at a moment. */
  public List<Bill> bills(Account account, Instant asOf) {
    return latest(bills("join booking b on b.booking_id = e.booking_id where e.account_id = ? "
        + "and e.claim_id is not null and b.booked_at <= ? order by e.entry_id", account.id(), time(asOf)));
  }

  /** What had accumulated elsewhere before the first bill; nothing where no opening was booked. */
  public Amounts opening(Account account) {
    return first("select " + AMOUNTS + " from entry where account_id = ? and claim_id is null",
        row -> amounts(row, 1), account.id()).orElse(Amounts.NONE);
  }

  /**
   * Writes a booking and moves the balances by its entries.
   *
   * @param account the account as it was when it was locked
   * @param booking what is booked
   */
  public void book(Account account, Booking booking) {
    long version = account.version() + 1;
    long id = insert("insert into booking (account_id, account_version, kind, claim_id, reason, booked_by, booked_at) "
        + "values (?, ?, ?, ?, ?, ?, ?)", account.id(), version, booking.kind().name(), booking.claimId(),
        booking.reason(), booking.by(), time(booking.at()));
    if (!booking.opening().equals(Amounts.NONE)) {
      write(id, account, null, booking.opening());
    }
    int bills = 0;
    for (Entry entry : booking.entries()) {
      write(id, account, entry.after(), entry.change());
      bills += entry.before() == null ? 1 : 0;
    }
    update("insert into unnumbered values (?)", id);
    int moved = update(MOVE, bills, id, account.id(), account.version());
    if (moved != 1) {
      throw new IllegalStateException("account " + account.id() + " is no longer at version " + account.version());
    }
  }

  private void write(long booking, Account account, Bill bill, Amounts change) {
    List<Object> values = new ArrayList<>();
    values.add(booking);
    values.add(account.id());
    values.add(bill == null ? null : bill.claimId());
    values.add(bill == null ? null : bill.version());
    values.add(bill == null ? 0 : bill.sequence());
    values.add(bill != null && bill.isReversed());
    values.add(bill == null ? null : new String(Json.bytes(ClaimView.of(bill.claim())), StandardCharsets.UTF_8));
    values.add(bill == null ? null : bill.decision());
    for (long fen : change.inFen()) {
      values.add(fen);
    }
    update("insert into entry (booking_id, account_id, claim_id, claim_version, sequence, reversed, claim, decision, "
        + AMOUNTS + ") values (?" + ", ?".repeat(values.size() - 1) + ")", values.toArray());
  }

  /** The versions of each bill summed up to the bill as it stands, in the order of the year. */
  private static List<Bill> latest(List<Bill> versions) {
    Map<String, Bill> latest = new LinkedHashMap<>();
    versions.forEach(version -> latest.put(version.claimId(), version));
    return latest.values().stream().sorted(Comparator.comparingInt(Bill::sequence)).toList();
  }

  /** Versions of bills, each with what it comes to, which is the sum of the changes up to it. */
  private List<Bill> bills(String which, Object... values) {
    Map<String, Amounts> sums = new LinkedHashMap<>();
    return all(ENTRY + which, row -> {
      Amounts sum = sums.merge(row.getString(1), amounts(row, FIRST_CHANGE), Amounts::plus);
      return new Bill(row.getString(1), row.getInt(2), row.getInt(3), row.getBoolean(4),
          ClaimReader.read(row.getString(5).getBytes(StandardCharsets.UTF_8), Language.EN), row.getString(6), sum);
    }, values);
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(row.getLong(1), new AccountKey(row.getString(2), row.getInt(3), row.getString(4)),
        row.getLong(5), row.getInt(6), amounts(row, FIRST_BALANCE));
  }

  private static Amounts amounts(ResultSet row, int from) throws SQLException {
    long[] fen = new long[Amounts.COLUMNS.size()];
    for (int i = 0; i < fen.length; i++) {
      fen[i] = row.getLong(from + i);
    }
    return Amounts.of(fen);
  }

  private static OffsetDateTime time(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private <T> Optional<T> first(String sql, Row<T> read, Object... values) {
    return all(sql, read, values).stream().findFirst();
  }

  private <T> List<T> all(String sql, Row<T> read, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(read.of(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new FailedStatement(e);
    }
  }

  private int update(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new FailedStatement(e);
    }
  }

  private long insert(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"booking_id"})) {
      fill(statement, values);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new FailedStatement(e);
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
