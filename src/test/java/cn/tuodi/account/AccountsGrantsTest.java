package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountSchema;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.account.store.RunningPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A user who owns no table, with the grants that operators are given, does all that accounts need. */
class AccountsGrantsTest {

  private static final String GRANTS = Path.of("kubernetes/accounts-grants.sql").toAbsolutePath().toString();
  private static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");

  private static RunningPostgres postgres;

  @BeforeAll
  static void start() throws SQLException {
    postgres = RunningPostgres.start();
    administer("postgres", "create role service login", "revoke all on schema public from public");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static void administer(String database, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address(database, "tuodi"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String address(String database, String user) {
    return postgres.address().replaceFirst("/postgres\\?user=tuodi$", "/" + database + "?user=" + user);
  }

  private static AccountPlace place(String database, String user) {
    return new AccountPlace(address(database, user), null, null, 4, FactsCipher.NONE, false);
  }

  private static void grant(String database) {
    RunningPostgres.Said said =
        postgres.said(Map.of(), "psql", "-X", "-q", "-v", "service=service", "-f", GRANTS, "@" + database);
    assertEquals(0, said.code(), said::text);
  }

  private static void book(String database) {
    try (AccountDatabase open = AccountDatabase.open(place(database, "service"), waited -> {})) {
      Books books = BothDatabases.books(open);
      for (int day = 1; day <= 3; day++) {
        assertTrue(books.settlements()
            .settle(BothDatabases.claim(database + day, database, 30_000, day), BothDatabases.WRITER, "li").isNew());
      }
      assertFalse(books.corrections(BothDatabases.WRITER).reverse(database + "1", false, WHY).entries().isEmpty());
      assertEquals(4, books.reading().changes(0, 100, null).size());
      assertFalse(books.reading().bill(database + "2", 0, 100, "li").entries().isEmpty());
      open.inTransaction(transaction -> {
        transaction.handedOn("topic");
        transaction.lockHandedOn("topic");
        transaction.handOn("topic", 4);
        transaction.answers().forget(KeyedRequests.KEPT);
        return null;
      });
      BothDatabases.books(open, 2023).corrections(BothDatabases.WRITER).erase(database, 2023, WHY);
    }
  }

  @Test
  @DisplayName("Granted after the tables were made, the user settles, reverses, reads changes and erases, and makes no table")
  void afterwards() throws SQLException {
    postgres.made("afterwards");
    AccountSchema.bringUp(place("afterwards", "tuodi"));
    grant("afterwards");
    book("afterwards");
    try (Connection connection = DriverManager.getConnection(address("afterwards", "service"));
        Statement statement = connection.createStatement()) {
      for (String refused : new String[] {"create table mine (a integer)", "drop table reading", "truncate entry",
          "delete from flyway_schema_history", "alter table account add mine integer"}) {
        assertEquals("42501", assertThrows(SQLException.class, () -> statement.execute(refused)).getSQLState(),
            refused);
      }
    }
  }

  @Test
  @DisplayName("Granted before, tables that are made later are granted, too; where they are not made yet, that is told")
  void beforehand() throws SQLException {
    postgres.made("beforehand");
    grant("beforehand");
    AccountsUnavailable early = assertThrows(AccountsUnavailable.class,
        () -> AccountDatabase.open(place("beforehand", "service"), waited -> {}));
    assertTrue(early.reason().contains("accounts-schema"), early.reason());
    AccountSchema.bringUp(place("beforehand", "tuodi"));
    book("beforehand");
  }

  @Test
  @DisplayName("What is not granted is told by name when the database is opened")
  void missing() throws SQLException {
    postgres.made("missing");
    AccountSchema.bringUp(place("missing", "tuodi"));
    administer("missing", "revoke usage on schema public from public");
    assertMissing("USAGE on the schema");
    grant("missing");
    administer("missing", "revoke insert on entry from service", "revoke usage on sequence booking_number from service",
        "revoke select on flyway_schema_history from service");
    assertMissing("INSERT on entry, SELECT on flyway_schema_history, USAGE on sequence booking_number");
    grant("missing");
    book("missing");
  }

  private static void assertMissing(String missing) {
    AccountsUnavailable refused = assertThrows(AccountsUnavailable.class,
        () -> AccountDatabase.open(place("missing", "service"), waited -> {}));
    assertTrue(refused.reason().startsWith("the user service lacks " + missing + ":"), refused.reason());
  }
}
