package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountsUnavailable;
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
    DATABASES.put(Kind.POSTGRESQL, AccountDatabase.open(postgres.address(), null, null, CONNECTIONS));
    DATABASES.put(Kind.EMBEDDED, AccountDatabase.open(directory.toString(), null, null, CONNECTIONS));
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
    Settlements settlements = settlements(kind);
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
    Decision previewed = settlements.preview(claim("A3", "A", 40_000, 2));
    Bill booked = settlements.settle(claim("A3", "A", 40_000, 2), WRITER, null).bill();
    assertEquals(Amounts.of(previewed), booked.amounts());
    assertEquals(previewed.claim(), booked.claim());
    Claim elsewhere = read(json("A4", "A", 40_000, 2).replace("450100", "520100"));
    assertEquals(Amounts.of((Decision) DECIDER.decide(elsewhere)),
        settlements.settle(elsewhere, WRITER, null).bill().amounts());
    assertEquals(2, account(settlements, "A").version());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Whatever runs at once, a year comes to what its bills come to one after the other")
  void races(Kind kind) throws InterruptedException, ExecutionException {
    Settlements settlements = settlements(kind);
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
      Account account = account(settlements, "R" + person);
      assertEquals(20, account.bills());
      assertEquals(inOrder(settlements.bills(account, Instant.now()), Amounts.NONE), account.balance());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("After reversals, corrections and opening, an account is as if only what stands had ever been settled")
  void corrections(Kind kind) {
    Settlements settlements = settlements(kind);
    Random random = new Random(17);
    for (int year = 0; year < 8; year++) {
      String person = "C" + year;
      AccountKey key = new AccountKey(person, 2023, "45");
      Amounts opening = Amounts.NONE;
      if (random.nextBoolean()) {
        YearToDate before = ((Decision) DECIDER.decide(claim("O", person, 20_000, 1))).yearToDate();
        assertTrue(settlements.open(key, before, null, null));
        assertFalse(settlements.open(key, before, null, null));
        opening = Amounts.of(before);
      }
      int bills = 2 + random.nextInt(6);
      for (int i = 0; i < bills; i++) {
        settlements.settle(claim(person + "-" + i, person, 5_000 + random.nextInt(40_000), 1 + random.nextInt(28)),
            WRITER, null);
      }
      assertRefused(SettlementRefusal.OPENING_TOO_LATE,
          () -> settlements.open(key, YearToDate.startOf(2023), null, null));
      String reversed = person + "-" + random.nextInt(bills - 1);
      settlements.reverse(reversed, "refund", WRITER, "li");
      assertStands(settlements, key, opening, bills - 1);
      assertRefused(SettlementRefusal.CLAIM_REVERSED, () -> settlements.reverse(reversed, "again", WRITER, null));
      String replaced = person + "-" + (bills - 1);
      int version = last(settlements.versions(replaced)).version();
      Claim corrected = claim(replaced, person, 1_000, 3);
      assertEquals(replaced,
          settlements.replace(corrected, version, "typo", WRITER, null).get(0).after().claimId());
      assertEquals(List.of(), settlements.replace(corrected, version, "typo", WRITER, null));
      assertRefused(SettlementRefusal.VERSION_PASSED,
          () -> settlements.replace(claim(replaced, person, 2_000, 3), version, "other", WRITER, null));
      assertStands(settlements, key, opening, bills - 1);
      List<Entry> shown = settlements.resettle(key, null, true, "order", WRITER, null);
      List<Entry> done = settlements.resettle(key, null, false, "order", WRITER, null);
      assertEquals(shown, done);
      assertEquals(List.of(), settlements.resettle(key, null, true, "order", WRITER, null));
      assertStands(settlements, key, opening, bills - 1);
      List<LocalDate> days = standing(settlements, key).stream().map(bill -> bill.claim().serviceDate()).toList();
      assertEquals(days.stream().sorted().toList(), days);
    }
    assertRefused(SettlementRefusal.CLAIM_UNKNOWN, () -> settlements.reverse("nothing", "x", WRITER, null));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A reversal pays out of the room that the first bill had taken, and the past stays readable")
  void room(Kind kind) {
    Settlements settlements = settlements(kind);
    for (int i = 0; i < 3; i++) {
      settlements.settle(claim("M" + i, "M", 60_000, 1 + i), WRITER, null);
    }
    Instant before = Instant.now();
    Account full = account(settlements, "M");
    assertEquals(CAP, full.balance().paid(Benefit.MEDICAL_ASSISTANCE));
    List<Entry> changes = settlements.reverse("M0", "refund", WRITER, null);
    Amounts change = changes.stream().map(Entry::change).reduce(Amounts.NONE, Amounts::plus);
    assertEquals(full.balance().plus(change), account(settlements, "M").balance());
    assertTrue(changes.size() > 1, changes::toString);
    assertTrue(changes.get(0).change().paid(Benefit.MEDICAL_ASSISTANCE).inFen() < 0);
    assertTrue(last(changes).change().paid(Benefit.MEDICAL_ASSISTANCE).isPositive());
    assertEquals(full.balance(), settlements.bills(full, before).stream().map(Bill::amounts).reduce(Amounts.NONE,
        Amounts::plus));
  }

  @Test
  @DisplayName("While the database is gone nothing is answered but that; the same claim again is booked once")
  void killed() {
    Settlements settlements = settlements(Kind.POSTGRESQL);
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
    assertEquals(2, account(settlements, "K").bills());
  }

  /** Connections that broke are found out by those who get them: a caller repeats. */
  private static Settled settled(Settlements settlements, Claim claim) {
    for (int attempt = 0; attempt < 2 * CONNECTIONS; attempt++) {
      try {
        return settlements.settle(claim, WRITER, null);
      } catch (AccountsUnavailable e) {
        // Again.
      }
    }
    return settlements.settle(claim, WRITER, null);
  }

  private static void assertStands(Settlements settlements, AccountKey key, Amounts opening, int bills) {
    List<Bill> standing = standing(settlements, key);
    assertEquals(bills, standing.size());
    assertEquals(inOrder(standing, opening), settlements.account(key).orElseThrow().balance());
  }

  private static List<Bill> standing(Settlements settlements, AccountKey key) {
    return settlements.bills(settlements.account(key).orElseThrow(), Instant.now()).stream()
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

  private static Account account(Settlements settlements, String person) {
    return settlements.account(new AccountKey(person, 2023, "45")).orElseThrow();
  }

  private static Settlements settlements(Kind kind) {
    return new Settlements(DATABASES.get(kind), DECIDER, Clock.systemUTC());
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
