package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.store.AccountCheck;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.operation.FreePort;
import cn.tuodi.account.store.BookDifference;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.command.Commands;
import cn.tuodi.account.store.RunningPostgres;
import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.Claim;
import cn.tuodi.money.Money;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first release has written is read, goes on, and is corrected by this one. */
class SchemaUpgradeTest {

  private static final Path WRITTEN = Path.of("src/test/resources/account/first-release");
  private static final List<BookingKind> BOOKED = List.of(BookingKind.OPENING, BookingKind.SETTLEMENT,
      BookingKind.SETTLEMENT, BookingKind.SETTLEMENT, BookingKind.SETTLEMENT, BookingKind.REVERSAL,
      BookingKind.SETTLEMENT);

  @TempDir
  Path directory;

  @Test
  @DisplayName("PostgreSQL: accounts of the first release come up with their data")
  void postgresql() {
    try (RunningPostgres postgres = RunningPostgres.start()) {
      postgres.run(WRITTEN.resolve("postgresql.sql"));
      try (AccountDatabase database = BothDatabases.open(postgres.address())) {
        goesOn(BothDatabases.books(database));
      }
      assertAgrees(postgres.address());
    }
  }

  @Test
  @DisplayName("Embedded: accounts of the first release come up with their data")
  void embedded() throws SQLException {
    try (Connection connection = DriverManager
        .getConnection("jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "",
            "");
        Statement statement = connection.createStatement()) {
      statement.execute("runscript from '" + WRITTEN.resolve("h2.sql").toAbsolutePath() + "'");
    }
    try (AccountDatabase database = BothDatabases.open(directory.toString())) {
      goesOn(BothDatabases.books(database));
    }
    assertAgrees(directory.toString());
  }

  private static void assertAgrees(String database) {
    List<BookDifference> found = new ArrayList<>();
    AccountCheck.run(new AccountPlace(database, null, null, 2, FactsCipher.NONE, true), true, found::add);
    assertEquals(List.of(), found);
  }

  @Test
  @DisplayName("Who does not bring the tables up says what is missing, until they were brought up beforehand")
  void beforehand() {
    AccountPlace place = new AccountPlace(directory.toString(), null, null, 2, FactsCipher.NONE, false);
    AccountsUnavailable early =
        assertThrows(AccountsUnavailable.class, () -> AccountDatabase.open(place, waited -> {}));
    assertTrue(early.reason().contains("accounts-schema"), early.reason());
    assertFalse(early.isUnreachable());
    StringWriter out = new StringWriter();
    for (String told : List.of("6 步", "已是本版本")) {
      assertEquals(Commands.SOUND, run(out, "--database", directory.toString()), out::toString);
      assertTrue(out.toString().contains(told), out::toString);
      out.getBuffer().setLength(0);
    }
    try (AccountDatabase database = AccountDatabase.open(place, waited -> {})) {
      assertTrue(BothDatabases.books(database).settlements().settle(claim("new-1", 1), BothDatabases.WRITER, null)
          .isNew());
    }
  }

  @Test
  @DisplayName("A database that is not there fails the command, unless the tables may be brought up later; a fault always does")
  void away() throws IOException {
    int nobody = FreePort.next();
    StringWriter out = new StringWriter();
    String address = "jdbc:postgresql://127.0.0.1:" + nobody + "/postgres?user=tuodi";
    assertEquals(Commands.FAILED, run(out, "--database", address, "--wait", "1"));
    assertEquals(Commands.SOUND, run(out, "--database", address, "--or-later"));
    assertTrue(out.toString().contains("没有应答"), out::toString);
    Files.writeString(directory.resolve("accounts.mv.db"), "nothing of a database");
    assertEquals(Commands.FAILED, run(out, "--database", directory.toString(), "--or-later"));
    assertTrue(out.toString().contains("无法升级"), out::toString);
  }

  @Test
  @DisplayName("A later schema is worked on where it serves this program, and otherwise refused with both versions")
  void later() throws SQLException {
    String url = "jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    for (boolean migrates : new boolean[] {true, false}) {
      AccountPlace place = new AccountPlace(directory.toString(), null, null, 2, FactsCipher.NONE, migrates);
      if (migrates) {
        AccountDatabase.open(place, waited -> {}).close();
        run(url, "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", "
            + "\"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\") values (99, '99', 'later', "
            + "'SQL', 'V99__later.sql', 1, 'later', 1, true)");
      }
      AccountDatabase.open(place, waited -> {}).close();
      run(url, "update schema_serves set since = 99");
      AccountsUnavailable refused =
          assertThrows(AccountsUnavailable.class, () -> AccountDatabase.open(place, waited -> {}));
      assertEquals(AccountFailure.SCHEMA_TOO_NEW, refused.failure());
      assertTrue(refused.reason().contains("V99") && refused.reason().contains("V6"), refused.reason());
      StringWriter out = new StringWriter();
      assertEquals(Commands.FAILED, run(out, "--database", directory.toString(), "--or-later"));
      assertTrue(out.toString().contains("V99"), out::toString);
      run(url, "update schema_serves set since = 6");
    }
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @DisplayName("Accounts that were written with a key are not opened without it, so that nothing else is written beside")
  void otherKeys() {
    FactsCipher cipher = FactsCipher.of(List.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
    AccountPlace hidden = new AccountPlace(directory.toString(), null, null, 2, cipher, true);
    AccountPlace open = new AccountPlace(directory.toString(), null, null, 2, FactsCipher.NONE, true);
    for (int day = 1; day <= 2; day++) {
      try (AccountDatabase database = BothDatabases.open(hidden)) {
        assertTrue(BothDatabases.books(database).settlements().settle(claim("hidden-" + day, day), BothDatabases.WRITER,
            null).isNew());
      }
      AccountsUnavailable fault =
          assertThrows(AccountsUnavailable.class, () -> AccountDatabase.open(open, waited -> {}));
      assertEquals(AccountFailure.KEY_UNKNOWN, fault.failure());
      assertTrue(fault.reason().contains("tuodi.accounts.keys lacks the key 630dcd29"), fault.reason());
    }
  }

  private static int run(StringWriter out, String... arguments) {
    PrintWriter told = new PrintWriter(out, true);
    return Commands.run(told, told,
        Stream.concat(Stream.of("accounts-schema"), Arrays.stream(arguments)).toArray(String[]::new));
  }

  private static void goesOn(Books books) {
    Account account = BothDatabases.account(books, "first-1");
    assertEquals(4, account.bills());
    assertEquals(5, account.version());
    assertEquals(Money.fen(2_000_000), account.balance().paid(Benefit.MEDICAL_ASSISTANCE));
    Settled again = books.settlements().settle(claim("first-2", 2), BothDatabases.WRITER, null);
    assertFalse(again.isNew());
    assertEquals(2, again.bill().version(), "the reversal had it decided again");
    BothDatabases.assertRefused(SettlementRefusal.CLAIM_REVERSED,
        () -> books.settlements().settle(claim("first-1", 1), BothDatabases.WRITER, null));
    List<Change> changes = books.reading().changes(0, 100, null);
    assertEquals(BOOKED, changes.stream().map(change -> change.entries().get(0)).map(BookedEntry::kind).toList());
    for (int i = 0; i < changes.size(); i++) {
      assertEquals(i + 1, changes.get(i).number());
    }
    BookingRules.Request why = new BookingRules.Request("li", "refund");
    Correction reversed = books.corrections(BothDatabases.WRITER).reverse("first-2", false, why);
    assertTrue(reversed.entries().size() > 1, "later bills pay out of the room");
    assertTrue(books.settlements().settle(claim("first-6", 6), BothDatabases.WRITER, null).isNew());
    assertEquals(7, BothDatabases.account(books, "first-1").version());
  }

  private static Claim claim(String id, int day) {
    return BothDatabases.read("{\"claimId\":\"" + id + "\",\"region\":\"450100\",\"serviceDate\":\"2023-05-0" + day
        + "\",\"person\":{\"personId\":\"first-1\",\"identities\":[{\"type\":\"LOW_INCOME_EDGE\","
        + "\"recognisedOn\":\"2021-01-10\"}]},\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":40000,"
        + "\"policyScope\":40000,\"advance\":0,\"overLimit\":0,\"selfPaid\":0},\"payments\":{\"basicInsurance\":25000,"
        + "\"criticalIllness\":0}}");
  }
}
