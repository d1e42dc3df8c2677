package cn.tuodi.account.store;

import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.store.BookDifference.Rule;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/**
 * Checks that the book of year accounts agrees with itself: balances with entries, entries with claims and decisions,
 * numbers without gaps. Reads one state of the database from beginning to end, whatever is booked meanwhile, and changes nothing. Holds
 * one account at a time.
 */
public final class AccountCheck {

  private static final int ROWS_AT_ONCE = 500;
  private static final int FIRST_OF_BOOKING = 7 + Amounts.COLUMNS.size();
  private static final int FIRST_OF_ENTRY = FIRST_OF_BOOKING + 2;
  private static final int FIRST_CHANGE = FIRST_OF_ENTRY + 9;
  private static final String ALL = "select a." + AccountRows.COLUMNS.replace(", ", ", a.") + ", b.booking_id, "
      + "b.account_version, e.entry_id, e.account_id, e.claim_id, e.settlement_id, e.claim_version, e.sequence, "
      + "e.reversed, e.claim, e.decision, " + AccountRows.listed("e.%1$s")
      + " from account a left join booking b on b.account_id = a.account_id left join entry e on "
      + "e.booking_id = b.booking_id order by a.account_id, b.account_version, b.booking_id, e.entry_id";
  private static final String UNPLACED = "select a." + AccountRows.COLUMNS.replace(", ", ", a.") + ", b.booking_id, "
      + "case when u.booking_id is null then 0 else 1 end + case when c.booking_id is null then 0 else 1 end "
      + "from booking b join account a on a.account_id = b.account_id left join unnumbered u on "
      + "u.booking_id = b.booking_id left join change c on c.booking_id = b.booking_id where "
      + "(u.booking_id is null and c.booking_id is null) or (u.booking_id is not null and c.booking_id is not null) "
      + "order by b.booking_id";
  private static final String FIRST_GAP = "select number, n from (select number, row_number() over (order by number) "
      + "as n from change) numbered where number <> n order by n fetch first 1 rows only";
  private static final String LAST = "select h.last_number, coalesce((select max(number) from change), 0) "
      + "from change_head h";

  private final Connection connection;
  private final FactsCipher cipher;
  private final Consumer<BookDifference> told;
  private long accounts;
  private long bookings;
  private long entries;

  private AccountCheck(Connection connection, FactsCipher cipher, Consumer<BookDifference> told) {
    this.connection = connection;
    this.cipher = cipher;
    this.told = told;
  }

  /**
   * How much was looked at.
   *
   * @param accounts accounts
   * @param bookings bookings
   * @param entries entries
   */
  public record Extent(long accounts, long bookings, long entries) {}

  /**
   * Checks a book.
   *
   * @param place where it is; its tables are not brought up
   * @param withDecisions whether decisions are read, too, for which the keys are needed
   * @param told is told each thing that does not hold
   * @return how much there was
   * @throws AccountsUnavailable if it cannot be reached or read, its tables are not those of this version, or decisions
   *     were written with another key than those that there are
   */
  public static Extent run(AccountPlace place, boolean withDecisions, Consumer<BookDifference> told) {
    try (AgroalDataSource connections = AccountDatabase.connect(place)) {
      AccountSchema.check(connections);
      try (Connection connection = connections.getConnection()) {
        begin(connection, place);
        AccountCheck check = new AccountCheck(connection, withDecisions ? place.cipher() : null, told);
        check.accounts();
        check.changes();
        connection.rollback();
        return new Extent(check.accounts, check.bookings, check.entries);
      }
    } catch (SQLException e) {
      throw new AccountsUnavailable(e);
    }
  }

  /** One state of all rows, however long it takes. */
  private static void begin(Connection connection, AccountPlace place) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    if (!place.isEmbedded()) {
      connection.setReadOnly(true);
      connection.setNetworkTimeout(Runnable::run, 0);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local statement_timeout = 0");
        statement.execute("set local idle_in_transaction_session_timeout = 0");
        statement.execute("set local enable_seqscan = on");
        statement.execute("set local plan_cache_mode = auto");
      }
    }
  }

  private void accounts() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      AccountTally tally = null;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (tally == null || tally.accountId() != row.getLong(1)) {
            end(tally);
            tally = new AccountTally(AccountRows.account(row), cipher, told);
            accounts++;
          }
          add(tally, row);
        }
      }
      end(tally);
    }
  }

  private static void end(AccountTally tally) {
    if (tally != null) {
      tally.end();
    }
  }

  private void add(AccountTally tally, ResultSet row) throws SQLException {
    long booking = row.getLong(FIRST_OF_BOOKING);
    if (row.wasNull()) {
      return;
    }
    if (tally.booking(booking, row.getLong(FIRST_OF_BOOKING + 1))) {
      bookings++;
    }
    row.getLong(FIRST_OF_ENTRY);
    if (!row.wasNull()) {
      entries++;
      int at = FIRST_OF_ENTRY + 1;
      tally.entry(new AccountTally.Line(row.getLong(at), row.getString(at + 1), row.getString(at + 2),
          row.getInt(at + 3), row.getInt(at + 4), row.getBoolean(at + 5), row.getString(at + 6),
          row.getString(at + 7), AccountRows.amounts(row, FIRST_CHANGE)));
    }
  }

  private void changes() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(UNPLACED)) {
        while (row.next()) {
          told.accept(new BookDifference(Rule.CHANGE_OF_BOOKING, row.getLong(1), AccountRows.account(row).key(),
              row.getLong(FIRST_OF_BOOKING), row.getInt(FIRST_OF_BOOKING + 1), 1));
        }
      }
      try (ResultSet row = statement.executeQuery(FIRST_GAP)) {
        if (row.next()) {
          number(row.getLong(1), row.getLong(2));
        }
      }
      try (ResultSet row = statement.executeQuery(LAST)) {
        if (!row.next()) {
          number("", "");
        } else if (row.getLong(1) != row.getLong(2)) {
          number(row.getLong(1), row.getLong(2));
        }
      }
    }
  }

  private void number(Object found, Object expected) {
    told.accept(new BookDifference(Rule.CHANGE_NUMBERS, 0, null, "", found, expected));
  }
}
