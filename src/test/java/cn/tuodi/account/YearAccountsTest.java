package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.operation.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While a replica runs, a later version of the program may have changed the tables. */
class YearAccountsTest {

  private static final Duration LOOKS = Duration.ofMillis(100);

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  /** A later version brings the tables up, and says from which one on they serve programs. */
  private static void bringUp(BothDatabases.Kind kind) throws SQLException {
    try (Connection connection = databases.connection(kind); Statement statement = connection.createStatement()) {
      statement.execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", "
          + "\"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\") values (99, '99', "
          + "'later', 'SQL', 'V99__later.sql', 1, 'later', 1, true)");
      statement.execute("update schema_serves set since = 99");
    }
  }

  private static void serve(BothDatabases.Kind kind, long since) throws SQLException {
    try (Connection connection = databases.connection(kind); Statement statement = connection.createStatement()) {
      statement.execute("update schema_serves set since = " + since);
    }
  }

  private static long since(BothDatabases.Kind kind) throws SQLException {
    try (Connection connection = databases.connection(kind)) {
      return BothDatabases.count(connection, "select since from schema_serves");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Who is open books nothing any more once the tables serve later versions only, says so, and goes on once they serve it")
  void later(BothDatabases.Kind kind) throws SQLException {
    AccountPlace place = databases.place(kind, 2);
    BookingRules rules = new BookingRules(BothDatabases.DECIDER, Clock.systemUTC(), BookingRules.NONE_CLOSED);
    long since = since(kind);
    try (YearAccounts accounts = YearAccounts.of(place, rules, waited -> {}, LOOKS)) {
      accounts.open();
      RunningService.waitUntil("accounts are open", accounts::areOpen);
      Books before = accounts.books().orElseThrow();
      assertTrue(before.settlements().settle(BothDatabases.claim("later-1", "later", 9_000, 1), BothDatabases.WRITER,
          null).isNew());
      bringUp(kind);
      try {
        RunningService.waitUntil("accounts are open no longer", () -> !accounts.areOpen());
        assertFalse(accounts.areBookable());
        assertEquals(AccountFailure.SCHEMA_TOO_NEW,
            assertThrows(AccountsUnavailable.class, accounts::books).failure());
        RunningService.waitUntil("who has the book of before cannot book either", () -> isRefused(before));
      } finally {
        serve(kind, since);
      }
      RunningService.waitUntil("accounts are open again", accounts::areOpen);
      assertTrue(accounts.books().orElseThrow().settlements()
          .settle(BothDatabases.claim("later-2", "later", 9_000, 2), BothDatabases.WRITER, null).isNew());
    }
    assertEquals(2, BothDatabases.account(databases.books(kind), "later").bills());
  }

  private static boolean isRefused(Books before) {
    try {
      before.settlements().settle(BothDatabases.claim("later-1", "later", 9_000, 1), BothDatabases.WRITER, null);
      return false;
    } catch (AccountsUnavailable e) {
      return true;
    }
  }
}
