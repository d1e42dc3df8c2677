package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Bills;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.account.store.RunningPostgres;
import cn.tuodi.answer.Benefit;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settlements on both databases, against the core that keeps nothing. */
class SettlementsTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final Function<Decision, String> WRITER =
      decision -> new String(Json.bytes(DecisionView.of(decision, Language.ZH)), StandardCharsets.UTF_8);
  private static final Money CAP = Money.fen(3_000_000);
  private static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");
  private static final int CONNECTIONS = 8;
  private static RunningPostgres postgres;
  private static Path directory;
  private static final Map<Kind, AccountDatabase> DATABASES = new TreeMap<>();

  /** Where accounts lie. */
  enum Kind {
    POSTGRESQL {
      @Override
      String address() {
        return postgres.address();
      }
    },
    EMBEDDED {
      @Override
      String address() {
        return "jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
      }
    };

    abstract String address();
  }

  @BeforeAll
  static void open() throws IOException {
    postgres = RunningPostgres.start();
    directory = Files.createTempDirectory("tuodi-accounts");
    DATABASES.put(Kind.POSTGRESQL, open(postgres.address()));
    DATABASES.put(Kind.EMBEDDED, open(directory.toString()));
  }

  /** A machine that is busy may need more than one attempt to reach a database that has just begun. */
  private static AccountDatabase open(String place) {
    AccountPlace database = new AccountPlace(place, null, null, CONNECTIONS, FactsCipher.NONE);
    AtomicReference<AccountDatabase> opened = new AtomicReference<>();
    RunningService.waitUntil("the database is open", () -> {
      try {
        opened.set(AccountDatabase.open(database, waited -> {}));
        return true;
      } catch (AccountsUnavailable e) {
        return false;
      }
    });
    return opened.get();
  }

  @AfterAll
  static void close() {
    DATABASES.values().forEach(AccountDatabase::close);
    postgres.close();
  }

  /** What must hold in every account whatever was done. */
  @AfterEach
  void invariants() throws SQLException {
    String sums = Amounts.COLUMNS.stream().map(c -> "sum(e." + c + ") <> a." + c).collect(Collectors.joining(" or "));
    for (Kind kind : Kind.values()) {
      try (Connection connection = kind == Kind.EMBEDDED ? DriverManager.getConnection(kind.address(), "", "")
          : DriverManager.getConnection(kind.address())) {
        assertEquals(0, count(connection, "select count(*) from (select a.account_id from account a join entry e on "
            + "e.account_id = a.account_id group by a.account_id having " + sums + ") x"), "balances are sums");
        assertEquals(0, count(connection, "select count(*) from account a where a.version <> (select count(*) from "
            + "booking b where b.account_id = a.account_id)"), "every booking is a version");
        assertEquals(0, count(connection, "select count(*) from account a where a.province = '45' and a.inpatient_paid "
            + "+ a.major_paid > " + CAP.inFen()), "the cap of Guangxi holds");
      }
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A claim is booked once; again it is answered alike, with other facts refused, and other provinces begin anew")
  void once(Kind kind) {
    Books books = books(kind);
    Settlements settlements = books.settlements();
    Claim first = claim("A1", "A", 30_000, 1);
    Settled settled = settlements.settle(first, WRITER, "li");
    Settled again = settlements.settle(first, WRITER, "li");
    assertTrue(settled.isNew());
    assertFalse(again.isNew());
    assertEquals(settled.bill(), again.bill());
    assertRefused(SettlementRefusal.CLAIM_DIFFERS, () -> settlements.settle(claim("A1", "A", 30_001, 1), WRITER, null));
    assertRefused(SettlementRefusal.CLAIM_DIFFERS, () -> settlements.settle(claim("A1", "B", 30_000, 1), WRITER, null));
    assertRefused(SettlementRefusal.YEAR_TO_DATE_STATED,
        () -> settlements.settle(first.continuing(YearToDate.startOf(2023)), WRITER, null));
    assertRefused(SettlementRefusal.PERSON_MISSING,
        () -> settlements.settle(claim("A2", null, 30_000, 1), WRITER, null));
    Preview previewed = settlements.preview(claim("A3", "A", 40_000, 2), WRITER);
    Bill booked = settlements.settle(claim("A3", "A", 40_000, 2), WRITER, null).bill();
    assertEquals(previewed.decision(), booked.decision());
    assertEquals(1, previewed.account().version());
    assertFalse(previewed.isSettled());
    assertEquals(new Preview(account(books, "A"), booked.decision(), true),
        settlements.preview(claim("A3", "A", 40_000, 2), WRITER));
    Claim elsewhere = read(json("A4", "A", 40_000, 2).replace("450100", "520100"));
    assertEquals(Amounts.of((Decision) DECIDER.decide(elsewhere)),
        settlements.settle(elsewhere, WRITER, null).bill().amounts());
    assertEquals(2, account(books, "A").version());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Whatever runs at once, a year comes to what its bills come to one after the other")
  void races(Kind kind) throws InterruptedException, ExecutionException {
    Books books = books(kind);
    Settlements settlements = books.settlements();
    ExecutorService writers = Executors.newFixedThreadPool(16);
    List<Future<Settled>> running = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Claim claim = claim("R" + i % 60, "R" + i % 60 % 3, 9_000 + i % 60 * 100, 1 + i % 28);
      Claim same = i < 60 ? claim : claim("R" + i % 60, "R" + i % 60 % 3, 9_000 + i % 60 * 100, 1 + (i - 60) % 28);
      running.add(writers.submit(() -> settlements.settle(same, WRITER, null)));
    }
    int booked = 0;
    for (Future<Settled> future : running) {
      booked += future.get().isNew() ? 1 : 0;
    }
    writers.shutdown();
    assertEquals(60, booked);
    for (int person = 0; person < 3; person++) {
      Account account = account(books, "R" + person);
      assertEquals(20, account.bills());
      assertEquals(inOrder(bills(books, account, Instant.now()), Amounts.NONE), account.balance());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("After reversals, corrections and opening, an account is as if only what stands had ever been settled")
  void corrections(Kind kind) {
    Books books = books(kind);
    Settlements settlements = books.settlements();
    Corrections corrections = books.corrections(WRITER);
    Random random = new Random(17);
    for (int year = 0; year < 8; year++) {
      String person = "C" + year;
      AccountKey key = new AccountKey(person, 2023, "45");
      Amounts opening = Amounts.NONE;
      if (random.nextBoolean()) {
        YearToDate before = ((Decision) DECIDER.decide(claim("O", person, 20_000, 1))).yearToDate();
        assertTrue(corrections.open(key, before, WHY));
        assertFalse(corrections.open(key, before, WHY));
        opening = Amounts.of(before);
      }
      int bills = 2 + random.nextInt(6);
      for (int i = 0; i < bills; i++) {
        settlements.settle(claim(person + "-" + i, person, 5_000 + random.nextInt(40_000), 1 + random.nextInt(28)),
            WRITER, null);
      }
      assertRefused(SettlementRefusal.OPENING_TOO_LATE,
          () -> corrections.open(key, YearToDate.startOf(2023), WHY));
      String reversed = person + "-" + random.nextInt(bills - 1);
      corrections.reverse(reversed, false, WHY);
      assertStands(books, key, opening, bills - 1);
      assertRefused(SettlementRefusal.CLAIM_REVERSED, () -> corrections.reverse(reversed, false, WHY));
      String replaced = person + "-" + (bills - 1);
      int version = last(versions(books, replaced)).version();
      Claim corrected = claim(replaced, person, 1_000, 3);
      assertEquals(replaced,
          corrections.replace(corrected, version, false, WHY).entries().get(0).after().claimId());
      assertEquals(List.of(), corrections.replace(corrected, version, false, WHY).entries());
      assertRefused(SettlementRefusal.VERSION_PASSED,
          () -> corrections.replace(claim(replaced, person, 2_000, 3), version, false, WHY));
      assertStands(books, key, opening, bills - 1);
      List<Entry> shown = corrections.resettle(key, null, true, WHY).entries();
      List<Entry> done = corrections.resettle(key, null, false, WHY).entries();
      assertEquals(shown, done);
      assertEquals(List.of(), corrections.resettle(key, null, true, WHY).entries());
      assertStands(books, key, opening, bills - 1);
      List<LocalDate> days = standing(books, key).stream().map(bill -> bill.claim().serviceDate()).toList();
      assertEquals(days.stream().sorted().toList(), days);
    }
    assertRefused(SettlementRefusal.CLAIM_UNKNOWN, () -> corrections.reverse("nothing", false, WHY));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A reversal pays out of the room that the first bill had taken, and the past stays readable")
  void room(Kind kind) {
    Books books = books(kind);
    Settlements settlements = books.settlements();
    Corrections corrections = books.corrections(WRITER);
    for (int i = 0; i < 3; i++) {
      settlements.settle(claim("M" + i, "M", 60_000, 1 + i), WRITER, null);
    }
    Instant before = Instant.now();
    Account full = account(books, "M");
    assertEquals(CAP, full.balance().paid(Benefit.MEDICAL_ASSISTANCE));
    List<Entry> changes = corrections.reverse("M0", false, WHY).entries();
    Amounts change = changes.stream().map(Entry::change).reduce(Amounts.NONE, Amounts::plus);
    assertEquals(full.balance().plus(change), account(books, "M").balance());
    assertTrue(changes.size() > 1, changes::toString);
    assertTrue(changes.get(0).change().paid(Benefit.MEDICAL_ASSISTANCE).inFen() < 0);
    assertTrue(last(changes).change().paid(Benefit.MEDICAL_ASSISTANCE).isPositive());
    assertEquals(full.balance(), bills(books, full, before).stream().map(Bill::amounts).reduce(Amounts.NONE,
        Amounts::plus));
  }

  @Test
  @DisplayName("While the database is gone nothing is answered but that; the same claim again is booked once")
  void killed() {
    Books books = books(Kind.POSTGRESQL);
    Settlements settlements = books.settlements();
    Claim claim = claim("K1", "K", 30_000, 1);
    settlements.settle(claim("K0", "K", 30_000, 1), WRITER, null);
    postgres.kill();
    try {
      assertThrows(AccountsUnavailable.class, () -> settlements.settle(claim, WRITER, null));
    } finally {
      postgres.resume();
    }
    boolean isNew = settled(settlements, claim).isNew();
    assertTrue(isNew);
    assertFalse(settlements.settle(claim, WRITER, null).isNew());
    assertEquals(2, account(books, "K").bills());
  }

  @Test
  @DisplayName("A connection that breaks while an account is waited for books nothing; the same claim again is booked once")
  void broken() throws SQLException, InterruptedException, ExecutionException {
    Books books = books(Kind.POSTGRESQL);
    Settlements settlements = books.settlements();
    settlements.settle(claim("T0", "T", 30_000, 1), WRITER, null);
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    try (Connection other = DriverManager.getConnection(Kind.POSTGRESQL.address())) {
      other.setAutoCommit(false);
      count(other, "select account_id from account where person_id = 'T' for update");
      Future<Settled> waits = waiting.submit(() -> settlements.settle(claim("T1", "T", 30_000, 2), WRITER, null));
      RunningService.waitUntil("the connection that waits is ended", () -> {
        try (Connection admin = DriverManager.getConnection(Kind.POSTGRESQL.address())) {
          return count(admin, "select count(pg_terminate_backend(pid)) from pg_stat_activity where "
              + "wait_event_type = 'Lock' and query like '%from account%'") > 0;
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
      assertInstanceOf(AccountsUnavailable.class, assertThrows(ExecutionException.class, waits::get).getCause());
    } finally {
      waiting.shutdown();
    }
    assertTrue(settled(settlements, claim("T1", "T", 30_000, 2)).isNew());
    assertEquals(2, account(books, "T").bills());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("An account that somebody else keeps locked is not waited for longer than a few seconds")
  void slow(Kind kind) throws SQLException {
    Books books = books(kind);
    Settlements settlements = books.settlements();
    settlements.settle(claim("L0", "L", 30_000, 1), WRITER, null);
    books.transactions().inTransaction(open -> {
      open.lock(new AccountKey("L", 2023, "45"), null);
      assertThrows(AccountsUnavailable.class, () -> settlements.settle(claim("L1", "L", 30_000, 2), WRITER, null));
      return null;
    });
    assertTrue(settled(settlements, claim("L1", "L", 30_000, 2)).isNew());
  }

  @Test
  @DisplayName("A back-up restored into a new database gives equal accounts, which go on where they were")
  void restored() {
    Books books = books(Kind.POSTGRESQL);
    books.settlements().settle(claim("U0", "U", 30_000, 1), WRITER, "li");
    books.settlements().settle(claim("U1", "U", 30_000, 2), WRITER, "li");
    books.corrections(WRITER).reverse("U0", false, WHY);
    try (AccountDatabase copy = open(postgres.restored("restored"))) {
      Books restored = new Books(copy, books.rules());
      assertEquals(account(books, "U"), account(restored, "U"));
      assertEquals(books.reading().bill("U1", null), restored.reading().bill("U1", null));
      assertEquals(books.reading().changes(0, 1_000, null), restored.reading().changes(0, 1_000, null));
      assertTrue(restored.settlements().settle(claim("U2", "U", 30_000, 3), WRITER, null).isNew());
    }
  }

  private static Settled settled(Settlements settlements, Claim claim) {
    AtomicReference<Settled> settled = new AtomicReference<>();
    RunningService.waitUntil("the claim is settled", () -> {
      try {
        settled.set(settlements.settle(claim, WRITER, null));
        return true;
      } catch (AccountsUnavailable e) {
        return false;
      }
    });
    return settled.get();
  }

  private static void assertStands(Books books, AccountKey key, Amounts opening, int bills) {
    List<Bill> standing = standing(books, key);
    assertEquals(bills, standing.size());
    assertEquals(inOrder(standing, opening), account(books, key).balance());
  }

  private static List<Bill> standing(Books books, AccountKey key) {
    return bills(books, account(books, key), Instant.now()).stream()
        .filter(bill -> !bill.isReversed()).toList();
  }

  /** What bills come to one after the other, by the core that keeps nothing. */
  private static Amounts inOrder(List<Bill> bills, Amounts opening) {
    Amounts accumulated = opening;
    for (Bill bill : bills) {
      Amounts added = Amounts.of(
          (Decision) DECIDER
              .decide(bill.claim().continuing(accumulated.yearToDate(bill.claim().serviceDate().getYear()))));
      assertEquals(added, bill.amounts(), bill.claimId());
      accumulated = accumulated.plus(added);
    }
    return accumulated;
  }

  private static void assertRefused(SettlementRefusal reason, Runnable request) {
    assertEquals(reason, assertThrows(SettlementRefused.class, request::run).reason());
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static Account account(Books books, String person) {
    return account(books, new AccountKey(person, 2023, "45"));
  }

  private static Account account(Books books, AccountKey key) {
    return books.transactions().inTransaction(open -> open.find(key)).orElseThrow();
  }

  private static List<Bill> versions(Books books, String claimId) {
    return Bills.versions(books.reading().bill(claimId, null));
  }

  private static List<Bill> bills(Books books, Account account, Instant asOf) {
    return Bills.latest(books.transactions().inTransaction(open -> open.history(account, asOf)));
  }

  private static Books books(Kind kind) {
    return new Books(DATABASES.get(kind), new BookingRules(DECIDER, Clock.systemUTC(), BookingRules.NONE_CLOSED));
  }

  private static Claim claim(String id, String person, int left, int day) {
    return read(json(id, person, left, day));
  }

  private static Claim read(String json) {
    return ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.EN);
  }

  private static String json(String id, String person, int left, int day) {
    return "{\"claimId\":\"" + id + "\",\"region\":\"450100\",\"serviceDate\":\"2023-05-"
        + LocalDate.of(2023, 5, day).toString().substring(8) + "\",\"person\":{"
        + (person == null ? "" : "\"personId\":\"" + person + "\",")
        + "\"identities\":[{\"type\":\"MINIMUM_LIVING\",\"recognisedOn\":\"2021-01-10\"}]},"
        + "\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":" + (left + 10_000) + ",\"policyScope\":"
        + (left + 10_000) + ",\"advance\":0,\"overLimit\":0,\"selfPaid\":0},"
        + "\"payments\":{\"basicInsurance\":10000,\"criticalIllness\":0}}";
  }
}
