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
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.money.Money;
import cn.tuodi.operation.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settlements on both databases, against the core that keeps nothing. */
class SettlementsTest {

  private static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  @ParameterizedTest
  @EnumSource
  @DisplayName("A claim is booked once; again it is answered alike, with other facts refused, and other provinces begin anew")
  void once(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    Settlements settlements = books.settlements();
    Claim first = BothDatabases.claim("A1", "A", 30_000, 1);
    Settled settled = settlements.settle(first, BothDatabases.WRITER, "li");
    Settled again = settlements.settle(first, BothDatabases.WRITER, "li");
    assertTrue(settled.isNew());
    assertFalse(again.isNew());
    assertEquals(settled.bill(), again.bill());
    BothDatabases.assertRefused(SettlementRefusal.CLAIM_DIFFERS,
        () -> settlements.settle(BothDatabases.claim("A1", "A", 30_001, 1), BothDatabases.WRITER, null));
    BothDatabases.assertRefused(SettlementRefusal.CLAIM_DIFFERS,
        () -> settlements.settle(BothDatabases.claim("A1", "B", 30_000, 1), BothDatabases.WRITER, null));
    BothDatabases.assertRefused(SettlementRefusal.YEAR_TO_DATE_STATED,
        () -> settlements.settle(first.continuing(YearToDate.startOf(2023)), BothDatabases.WRITER, null));
    BothDatabases.assertRefused(SettlementRefusal.PERSON_MISSING,
        () -> settlements.settle(BothDatabases.claim("A2", null, 30_000, 1), BothDatabases.WRITER, null));
    Preview previewed = BothDatabases.preview(settlements, BothDatabases.claim("A3", "A", 40_000, 2), null);
    Bill booked = settlements.settle(BothDatabases.claim("A3", "A", 40_000, 2), BothDatabases.WRITER, null).bill();
    assertEquals(BothDatabases.WRITER.apply(previewed.decision()), booked.decision());
    assertEquals(1, previewed.account().version());
    assertFalse(previewed.isSettled());
    assertEquals(new Preview(BothDatabases.account(books, "A"), null, booked.decision()),
        BothDatabases.preview(settlements, BothDatabases.claim("A3", "A", 40_000, 2), "wang"));
    Claim elsewhere = BothDatabases.read(BothDatabases.json("A4", "A", 40_000, 2).replace("450100", "520100"));
    assertEquals(Amounts.of((Decision) BothDatabases.DECIDER.decide(elsewhere)),
        settlements.settle(elsewhere, BothDatabases.WRITER, null).bill().amounts());
    assertEquals(2, BothDatabases.account(books, "A").version());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Whatever runs at once, a year comes to what its bills come to one after the other")
  void races(BothDatabases.Kind kind) throws InterruptedException, ExecutionException {
    Books books = databases.books(kind);
    Settlements settlements = books.settlements();
    ExecutorService writers = Executors.newFixedThreadPool(16);
    List<Future<Settled>> running = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Claim claim = BothDatabases.claim("R" + i % 60, "R" + i % 60 % 3, 9_000 + i % 60 * 100, 1 + i % 28);
      Claim same =
          i < 60 ? claim : BothDatabases.claim("R" + i % 60, "R" + i % 60 % 3, 9_000 + i % 60 * 100, 1 + (i - 60) % 28);
      running.add(writers.submit(() -> settlements.settle(same, BothDatabases.WRITER, null)));
    }
    int booked = 0;
    for (Future<Settled> future : running) {
      booked += future.get().isNew() ? 1 : 0;
    }
    writers.shutdown();
    assertEquals(60, booked);
    for (int person = 0; person < 3; person++) {
      Account account = BothDatabases.account(books, "R" + person);
      assertEquals(20, account.bills());
      assertEquals(inOrder(bills(books, account, Instant.now()), Amounts.NONE), account.balance());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("After reversals, corrections and opening, an account is as if only what stands had ever been settled")
  void corrections(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    Settlements settlements = books.settlements();
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    Random random = new Random(17);
    for (int year = 0; year < 8; year++) {
      String person = "C" + year;
      AccountKey key = new AccountKey(person, 2023, "45");
      Amounts opening = Amounts.NONE;
      if (random.nextBoolean()) {
        YearToDate before =
            ((Decision) BothDatabases.DECIDER.decide(BothDatabases.claim("O", person, 20_000, 1))).yearToDate()
                .in("450100");
        assertTrue(corrections.open(key, before, WHY));
        assertFalse(corrections.open(key, before, WHY));
        opening = Amounts.of(before);
      }
      int bills = 2 + random.nextInt(6);
      for (int i = 0; i < bills; i++) {
        settlements.settle(
            BothDatabases.claim(person + "-" + i, person, 5_000 + random.nextInt(40_000), 1 + random.nextInt(28)),
            BothDatabases.WRITER, null);
      }
      BothDatabases.assertRefused(SettlementRefusal.OPENING_TOO_LATE,
          () -> corrections.open(key, YearToDate.startOf(2023).in("450100"), WHY));
      String reversed = person + "-" + random.nextInt(bills - 1);
      corrections.reverse(reversed, false, WHY);
      assertStands(books, key, opening, bills - 1);
      BothDatabases.assertRefused(SettlementRefusal.CLAIM_REVERSED, () -> corrections.reverse(reversed, false, WHY));
      String replaced = person + "-" + (bills - 1);
      int version = last(versions(books, replaced)).version();
      Claim corrected = BothDatabases.claim(replaced, person, 1_000, 3);
      assertEquals(replaced,
          corrections.replace(corrected, version, false, WHY).entries().get(0).after().claimId());
      assertEquals(List.of(), corrections.replace(corrected, version, false, WHY).entries());
      BothDatabases.assertRefused(SettlementRefusal.VERSION_PASSED,
          () -> corrections.replace(BothDatabases.claim(replaced, person, 2_000, 3), version, false, WHY));
      assertStands(books, key, opening, bills - 1);
      List<Entry> shown = corrections.resettle(key, PersonChange.NONE, true, WHY).entries();
      List<Entry> done = corrections.resettle(key, PersonChange.NONE, false, WHY).entries();
      assertEquals(shown, done);
      assertEquals(List.of(), corrections.resettle(key, PersonChange.NONE, true, WHY).entries());
      assertStands(books, key, opening, bills - 1);
      List<LocalDate> days = standing(books, key).stream().map(bill -> bill.claim().serviceDate()).toList();
      assertEquals(days.stream().sorted().toList(), days);
    }
    BothDatabases.assertRefused(SettlementRefusal.CLAIM_UNKNOWN, () -> corrections.reverse("nothing", false, WHY));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A reversal pays out of the room that the first bill had taken, and the past stays readable")
  void room(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    Settlements settlements = books.settlements();
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    for (int i = 0; i < 3; i++) {
      settlements.settle(BothDatabases.claim("M" + i, "M", 60_000, 1 + i), BothDatabases.WRITER, null);
    }
    Instant before = Instant.now();
    Account full = BothDatabases.account(books, "M");
    assertEquals(BothDatabases.CAP, full.balance().paid(Benefit.MEDICAL_ASSISTANCE));
    List<Entry> changes = corrections.reverse("M0", false, WHY).entries();
    Amounts change = changes.stream().map(Entry::change).reduce(Amounts.NONE, Amounts::plus);
    assertEquals(full.balance().plus(change), BothDatabases.account(books, "M").balance());
    assertTrue(changes.size() > 1, changes::toString);
    assertTrue(changes.get(0).change().paid(Benefit.MEDICAL_ASSISTANCE).inFen() < 0);
    assertTrue(last(changes).change().paid(Benefit.MEDICAL_ASSISTANCE).isPositive());
    assertEquals(full.balance(), bills(books, full, before).stream().map(Bill::amounts).reduce(Amounts.NONE,
        Amounts::plus));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Bookings have the time of the database, whatever the clock of a replica says, so that order and time agree")
  void oneClock(BothDatabases.Kind kind) {
    Transactions transactions = databases.books(kind).transactions();
    Instant begin = Instant.now().minusSeconds(60);
    List<Instant> times = new ArrayList<>();
    for (String clock : List.of("2090-01-01T00:00:00Z", "2023-06-01T00:00:00Z", "2050-01-01T00:00:00Z")) {
      Books books = new Books(transactions, new BookingRules(BothDatabases.DECIDER,
          Clock.fixed(Instant.parse(clock), ZoneOffset.UTC), BookingRules.NONE_CLOSED));
      String claim = "W" + times.size();
      books.settlements().settle(BothDatabases.claim(claim, "W", 9_000, 1 + times.size()), BothDatabases.WRITER, null);
      times.add(BothDatabases.bill(books, claim).get(0).at());
    }
    Books books = databases.books(kind);
    assertEquals(times.stream().sorted().toList(), times);
    assertTrue(times.get(0).isAfter(begin) && times.get(2).isBefore(Instant.now().plusSeconds(60)), times::toString);
    assertEquals(2, bills(books, BothDatabases.account(books, "W"), times.get(1)).size(), "as of the second booking");
    books.corrections(BothDatabases.WRITER).reverse("W0", false, WHY);
    assertTrue(BothDatabases.bill(books, "W0").get(1).at().isAfter(times.get(2)));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A bill of a day that has not come in Beijing is looked at and not booked; one day is left for clocks")
  void ahead(BothDatabases.Kind kind) {
    Books books = new Books(databases.books(kind).transactions(), new BookingRules(BothDatabases.DECIDER,
        Clock.fixed(Instant.parse("2023-05-04T17:00:00Z"), ZoneOffset.UTC), BookingRules.NONE_CLOSED));
    Settlements settlements = books.settlements();
    assertTrue(settlements.settle(BothDatabases.claim("X1", "X", 9_000, 6), BothDatabases.WRITER, null).isNew());
    Claim ahead = BothDatabases.claim("X2", "X", 9_000, 7);
    BothDatabases.assertRefused(SettlementRefusal.SERVICE_DATE_AHEAD,
        () -> settlements.settle(ahead, BothDatabases.WRITER, null));
    assertFalse(BothDatabases.preview(settlements, ahead, null).isSettled());
    BothDatabases.assertRefused(SettlementRefusal.SERVICE_DATE_AHEAD, () -> books.corrections(BothDatabases.WRITER)
        .replace(BothDatabases.claim("X1", "X", 9_000, 7), 1, false, WHY));
    databases.books(kind).settlements().settle(ahead, BothDatabases.WRITER, null);
    assertFalse(settlements.settle(ahead, BothDatabases.WRITER, null).isNew(),
        "what is booked is answered as it stands");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("An opening is of a year that begins tomorrow in Beijing at the latest")
  void openingAhead(BothDatabases.Kind kind) {
    Instant lastDay = Instant.parse("2024-12-30T16:00:00Z");
    YearToDate next = YearToDate.startOf(2025).in("450100");
    AccountKey key = new AccountKey("W", 2025, "45");
    BothDatabases.assertRefused(SettlementRefusal.YEAR_AHEAD,
        () -> at(kind, lastDay.minusMillis(1)).open(key, next, WHY));
    assertTrue(at(kind, lastDay).open(key, next, WHY));
  }

  private static Corrections at(BothDatabases.Kind kind, Instant now) {
    return new Corrections(databases.books(kind).transactions(),
        new BookingRules(BothDatabases.DECIDER, Clock.fixed(now, ZoneOffset.UTC), BookingRules.NONE_CLOSED),
        BothDatabases.WRITER);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("As long as no bill stands an opening is corrected by another one; then it is refused, until bills are taken back")
  void openings(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    AccountKey key = new AccountKey("V", 2023, "45");
    YearToDate wrong = ((Decision) BothDatabases.DECIDER.decide(BothDatabases.claim("O", "V", 60_000, 1))).yearToDate()
        .in("450100");
    YearToDate right = ((Decision) BothDatabases.DECIDER.decide(BothDatabases.claim("O", "V", 20_000, 1))).yearToDate()
        .in("450100");
    assertTrue(corrections.open(key, wrong, WHY));
    assertTrue(corrections.open(key, right, WHY));
    assertFalse(corrections.open(key, right, WHY));
    assertEquals(Amounts.of(right), BothDatabases.account(books, key).balance());
    assertEquals(2, BothDatabases.account(books, key).version());
    books.settlements().settle(BothDatabases.claim("V1", "V", 9_000, 1), BothDatabases.WRITER, null);
    assertFalse(corrections.open(key, right, WHY));
    BothDatabases.assertRefused(SettlementRefusal.OPENING_TOO_LATE, () -> corrections.open(key, wrong, WHY));
    corrections.resettle(key, PersonChange.NONE, false, WHY);
    assertStands(books, key, Amounts.of(right), 1);
    corrections.reverse("V1", false, WHY);
    assertTrue(corrections.open(key, wrong, WHY));
    assertEquals(Amounts.of(wrong), BothDatabases.account(books, key).balance());
    books.settlements().settle(BothDatabases.claim("V2", "V", 9_000, 1), BothDatabases.WRITER, null);
    assertStands(books, key, Amounts.of(wrong), 1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A bill by which a sum of the year would be more than can be stated is refused with the sum")
  void tooLarge(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    AccountKey key = new AccountKey("Y", 2023, "45");
    YearToDate start = YearToDate.startOf(2023);
    YearToDate most = new YearToDate(2023, Money.fen(9_999_999_999_999L), start.criticalIllnessEligible(),
        start.criticalIllnessPaid(), start.assistanceEligible(), start.assistancePaid(), start.topUpEligible(),
        start.topUpPaid(), "450100");
    books.corrections(BothDatabases.WRITER).open(key, most, WHY);
    SettlementRefused refused = assertThrows(SettlementRefused.class,
        () -> books.settlements().settle(BothDatabases.claim("Y1", "Y", 9_000, 1), BothDatabases.WRITER, null));
    assertEquals(Refusal.of(RefusalCode.YEAR_TO_DATE_TOO_LARGE, "/yearToDate/burdenAfterInsurance"),
        refused.refusal());
  }

  @Test
  @DisplayName("While the database is gone nothing is answered but that; the same claim again is booked once")
  void killed() {
    Books books = databases.books(BothDatabases.Kind.POSTGRESQL);
    Settlements settlements = books.settlements();
    Claim claim = BothDatabases.claim("K1", "K", 30_000, 1);
    settlements.settle(BothDatabases.claim("K0", "K", 30_000, 1), BothDatabases.WRITER, null);
    databases.postgres().kill();
    try {
      assertEquals(AccountFailure.UNREACHABLE, assertThrows(AccountsUnavailable.class,
          () -> settlements.settle(claim, BothDatabases.WRITER, null)).failure());
    } finally {
      databases.postgres().resume();
    }
    boolean isNew = BothDatabases.settled(settlements, claim).isNew();
    assertTrue(isNew);
    assertFalse(settlements.settle(claim, BothDatabases.WRITER, null).isNew());
    assertEquals(2, BothDatabases.account(books, "K").bills());
  }

  @Test
  @DisplayName("A connection that breaks while an account is waited for books nothing; the same claim again is booked once")
  void broken() throws SQLException, InterruptedException, ExecutionException {
    Books books = databases.books(BothDatabases.Kind.POSTGRESQL);
    Settlements settlements = books.settlements();
    settlements.settle(BothDatabases.claim("T0", "T", 30_000, 1), BothDatabases.WRITER, null);
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    try (Connection other = databases.connection(BothDatabases.Kind.POSTGRESQL)) {
      other.setAutoCommit(false);
      BothDatabases.count(other, "select account_id from account where person_id = 'T' for update");
      Future<Settled> waits = waiting
          .submit(() -> settlements.settle(BothDatabases.claim("T1", "T", 30_000, 2), BothDatabases.WRITER, null));
      RunningService.waitUntil("the connection that waits is ended", () -> {
        try (Connection admin = databases.connection(BothDatabases.Kind.POSTGRESQL)) {
          return BothDatabases.count(admin,
              "select count(pg_terminate_backend(pid)) from pg_stat_activity where "
                  + "wait_event_type = 'Lock' and query like '%from account%'") > 0;
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
      assertInstanceOf(AccountsUnavailable.class, assertThrows(ExecutionException.class, waits::get).getCause());
    } finally {
      waiting.shutdown();
    }
    assertTrue(BothDatabases.settled(settlements, BothDatabases.claim("T1", "T", 30_000, 2)).isNew());
    assertEquals(2, BothDatabases.account(books, "T").bills());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("An account that somebody else keeps locked is not waited for longer than a few seconds")
  void slow(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    Settlements settlements = books.settlements();
    settlements.settle(BothDatabases.claim("L0", "L", 30_000, 1), BothDatabases.WRITER, null);
    books.transactions().inTransaction(open -> {
      open.lock(new AccountKey("L", 2023, "45"), null);
      AccountsUnavailable failure = assertThrows(AccountsUnavailable.class,
          () -> settlements.settle(BothDatabases.claim("L1", "L", 30_000, 2), BothDatabases.WRITER, null));
      assertEquals(AccountFailure.LOCKED, failure.failure());
      return null;
    });
    assertTrue(BothDatabases.settled(settlements, BothDatabases.claim("L1", "L", 30_000, 2)).isNew());
  }

  private static void assertStands(Books books, AccountKey key, Amounts opening, int bills) {
    List<Bill> standing = standing(books, key);
    assertEquals(bills, standing.size());
    assertEquals(inOrder(standing, opening), BothDatabases.account(books, key).balance());
  }

  private static List<Bill> standing(Books books, AccountKey key) {
    return bills(books, BothDatabases.account(books, key), Instant.now()).stream()
        .filter(bill -> !bill.isReversed()).toList();
  }

  /** What bills come to one after the other, by the core that keeps nothing. */
  private static Amounts inOrder(List<Bill> bills, Amounts opening) {
    Amounts accumulated = opening;
    for (Bill bill : bills) {
      Amounts added = Amounts.of(
          (Decision) BothDatabases.DECIDER
              .decide(bill.claim().continuing(accumulated.yearToDate(bill.claim().serviceDate().getYear()))));
      assertEquals(added, bill.amounts(), bill.claimId());
      accumulated = accumulated.plus(added);
    }
    return accumulated;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static List<Bill> versions(Books books, String claimId) {
    return BothDatabases.versions(BothDatabases.bill(books, claimId));
  }

  private static List<Bill> bills(Books books, Account account, Instant asOf) {
    return BothDatabases.bills(books, account, asOf);
  }
}
