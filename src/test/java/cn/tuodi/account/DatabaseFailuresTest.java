package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.BreakingLine;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.claim.Claim;
import cn.tuodi.operation.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a database does, nothing wrong is answered, and the same claim again is booked once. */
class DatabaseFailuresTest {

  private static final int FULL_AT_KILOBYTES = 1_200;
  private static final int MAX_CLAIMS = 5_000;
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final String SECOND = "HxECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  @DisplayName("A connection that is lost in the middle of a commit leaves open whether it was booked; again, it is booked once")
  void lost(BreakingLine.Break when) {
    try (BreakingLine line = new BreakingLine(databases.postgres().port());
        AccountDatabase database = BothDatabases.open(place(databases.postgres().addressAt(line.at())))) {
      Books books = BothDatabases.books(database);
      String person = "lost-" + when.ordinal();
      books.settlements().settle(BothDatabases.claim(person + "-0", person, 9_000, 1), BothDatabases.WRITER, null);
      Claim claim = BothDatabases.claim(person + "-1", person, 9_000, 2);
      line.breakNext(when);
      assertThrows(AccountsUnavailable.class, () -> books.settlements().settle(claim, BothDatabases.WRITER, null));
      Settled again = BothDatabases.settled(books.settlements(), claim);
      assertEquals(when == BreakingLine.Break.BEFORE_COMMIT, again.isNew());
      assertEquals(2, again.bill().sequence());
      assertEquals(2, BothDatabases.account(books, person).bills());
      assertEquals(1, BothDatabases.bill(books, person + "-1").size());
      if (when == BreakingLine.Break.AFTER_COMMIT) {
        line.breakNext(when);
        Corrections corrections = books.corrections(BothDatabases.WRITER);
        BookingRules.Request why = new BookingRules.Request("li", "refund");
        assertThrows(AccountsUnavailable.class, () -> corrections.reverse(person + "-0", false, why));
        BothDatabases.assertRefused(SettlementRefusal.CLAIM_REVERSED,
            () -> corrections.reverse(person + "-0", false, why));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A text that no database keeps is a fault of the program on both, and breaks no connection")
  void unstorable(BothDatabases.Kind kind) {
    AccountPlace one = kind == BothDatabases.Kind.EMBEDDED ? databases.place(kind, 1)
        : new AccountPlace(databases.postgres().address(), null, null, 1, FactsCipher.of(List.of(KEY)), true);
    try (AccountDatabase database = BothDatabases.open(one)) {
      AccountReading reading = BothDatabases.books(database).reading();
      for (String id : List.of("\0", "a\0b")) {
        assertThrows(IllegalStateException.class, () -> reading.ofPerson(id, null));
        assertThrows(IllegalStateException.class, () -> reading.size(id));
        assertThrows(IllegalStateException.class, () -> reading.find(id, null));
      }
      assertEquals(List.of(), reading.ofPerson("a", null));
    }
  }

  @Test
  @DisplayName("A database that only reads answers what is read, books nothing, and books again once it may")
  void readOnly() throws SQLException {
    Books books = databases.books(BothDatabases.Kind.POSTGRESQL);
    Claim claim = BothDatabases.claim("read-1", "read", 9_000, 2);
    books.settlements().settle(BothDatabases.claim("read-0", "read", 9_000, 1), BothDatabases.WRITER, null);
    administer("alter database postgres set default_transaction_read_only = on");
    try {
      reconnect(books);
      assertTrue(isBookable(books), "nothing was tried yet");
      AccountsUnavailable failure = assertThrows(AccountsUnavailable.class,
          () -> books.settlements().settle(claim, BothDatabases.WRITER, null));
      assertEquals(AccountFailure.READ_ONLY, failure.failure());
      assertEquals("READ_ONLY (SQLSTATE 25006)", failure.kind());
      assertFalse(isBookable(books));
      assertEquals(1, BothDatabases.account(books, "read").bills());
      assertFalse(isBookable(books), "reading does not tell that it books");
    } finally {
      administer("alter database postgres reset default_transaction_read_only");
    }
    RunningService.waitUntil("it books again, on new connections", () -> {
      try {
        return BothDatabases.settled(books.settlements(), claim).isNew();
      } catch (AccountsUnavailable e) {
        return false;
      }
    });
    assertTrue(isBookable(books));
  }

  private static boolean isBookable(Books books) {
    return ((AccountDatabase) books.transactions()).isBookable();
  }

  @Test
  @DisplayName("A replica that lacks the key that others write with says which, and goes on once it has it")
  void rotated() {
    String address = databases.postgres().address();
    AccountPlace second = new AccountPlace(address, null, null, 2, FactsCipher.of(List.of(SECOND, KEY)), true);
    try (AccountDatabase old = BothDatabases.open(place(address))) {
      Books books = BothDatabases.books(old);
      Claim claim = BothDatabases.claim("rotated-1", "rotated", 9_000, 1);
      try (AccountDatabase other = BothDatabases.open(second)) {
        BothDatabases.books(other).settlements().settle(claim, BothDatabases.WRITER, null);
      }
      AccountsUnavailable failure = assertThrows(AccountsUnavailable.class,
          () -> books.settlements().settle(claim, BothDatabases.WRITER, null));
      assertEquals(AccountFailure.KEY_UNKNOWN, failure.failure());
      assertTrue(failure.getMessage().contains("tuodi.accounts.keys"), failure.getMessage());
      assertFalse(failure.getMessage().contains(SECOND), failure.getMessage());
    }
    try (AccountDatabase both = BothDatabases.open(second)) {
      assertFalse(BothDatabases.books(both).settlements()
          .settle(BothDatabases.claim("rotated-1", "rotated", 9_000, 1), BothDatabases.WRITER, null).isNew());
    }
  }

  private static void administer(String sql) throws SQLException {
    try (Connection connection = databases.connection(BothDatabases.Kind.POSTGRESQL);
        Statement statement = connection.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      statement.execute(sql);
    }
  }

  /** Ends the connections that there are, and waits for one that works. */
  private static void reconnect(Books books) throws SQLException {
    administer("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tuodi'");
    RunningService.waitUntil("there is a connection again", () -> {
      try {
        return BothDatabases.account(books, "read").bills() > 0;
      } catch (AccountsUnavailable e) {
        return false;
      }
    });
  }

  @Test
  @DisplayName("How long an account was waited for is told also where it could not be locked")
  void waitedInVain() throws SQLException {
    List<Duration> waits = new ArrayList<>();
    String address = databases.postgres().address();
    try (AccountDatabase database = AccountDatabase.open(place(address), waits::add);
        Connection other = databases.connection(BothDatabases.Kind.POSTGRESQL)) {
      Books books = BothDatabases.books(database);
      books.settlements().settle(BothDatabases.claim("vain-0", "vain", 9_000, 1), BothDatabases.WRITER, null);
      other.setAutoCommit(false);
      BothDatabases.count(other, "select account_id from account where person_id = 'vain' for update");
      waits.clear();
      assertThrows(AccountsUnavailable.class, () -> books.settlements()
          .settle(BothDatabases.claim("vain-1", "vain", 9_000, 2), BothDatabases.WRITER, null));
    }
    assertTrue(waits.stream().anyMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) > 0), waits::toString);
  }

  @Test
  @DisplayName("A full disk books nothing and loses nothing; once there is room again, the same claim is booked")
  void full() {
    databases.postgres().kill();
    databases.postgres().resumeWithFullDisk(FULL_AT_KILOBYTES);
    // What is hidden is not compressed, so that few claims fill the disk.
    try (AccountDatabase database = BothDatabases.open(place(databases.postgres().address()))) {
      Books books = BothDatabases.books(database);
      int settled = 0;
      AccountsUnavailable failure = null;
      while (failure == null && settled < MAX_CLAIMS) {
        try {
          books.settlements().settle(claim(settled + 1), BothDatabases.WRITER, null);
          settled++;
        } catch (AccountsUnavailable e) {
          failure = e;
        }
      }
      assertTrue(failure != null, "the disk was never full");
      boolean isBroken = failure.failure() == AccountFailure.UNREACHABLE;
      assertEquals(isBroken, database.isBookable(), failure::kind);
      databases.postgres().kill();
      databases.postgres().resume();
      assertTrue(BothDatabases.settled(books.settlements(), claim(settled + 1)).isNew());
      assertTrue(database.isBookable());
      assertEquals(settled + 1, BothDatabases.account(books, "full").bills());
    }
  }

  /** With a key in every test: what one of them hides, another one could not open without. */
  private static AccountPlace place(String address) {
    return new AccountPlace(address, null, null, 2, FactsCipher.of(List.of(KEY)), true);
  }

  private static Claim claim(int number) {
    return BothDatabases.claim("full-" + number, "full", 9_000, 1);
  }
}
