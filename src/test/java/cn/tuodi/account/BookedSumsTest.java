package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookedSum;
import cn.tuodi.account.book.BookedSum.Group;
import cn.tuodi.account.book.BookedSums;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.book.PaidLines;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.SumRows;
import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.Claim;
import cn.tuodi.money.Money;
import cn.tuodi.operation.RunningService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums of what was booked are what changes and their decisions add up to, to the fen. */
class BookedSumsTest {

  private static final BookingRules.Request WHY = new BookingRules.Request("li", "month");
  private static final List<String> REGIONS = List.of("450100", "520100");
  private static final int STEPS = 60;

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  /** Some people's year, of which bills are taken back, corrected and decided again in whichever order. */
  private static void book(Books books, Random random) {
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    List<Claim> standing = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      int kind = standing.isEmpty() ? 0 : random.nextInt(7);
      if (kind < 4) {
        int person = random.nextInt(4);
        Claim claim = claim("S-" + step, "S" + person, REGIONS.get(person % 2), random);
        books.settlements().settle(claim, BothDatabases.WRITER, "li");
        standing.add(claim);
      } else if (kind == 4) {
        corrections.reverse(standing.remove(random.nextInt(standing.size())).claimId(), false, WHY);
      } else if (kind == 5) {
        Claim old = standing.get(random.nextInt(standing.size()));
        List<BookedEntry> versions = BothDatabases.bill(books, old.claimId());
        corrections.replace(claim(old.claimId(), old.person().personId(), old.region(), random),
            versions.get(versions.size() - 1).version(), false, WHY);
      } else {
        corrections.resettle(AccountKey.of(standing.get(random.nextInt(standing.size()))), PersonChange.NONE, false,
            WHY);
      }
    }
  }

  private static Claim claim(String id, String person, String region, Random random) {
    return BothDatabases.read(BothDatabases
        .json(id, person, 500 + random.nextInt(40_000), 1 + random.nextInt(28)).replace("450100", region));
  }

  /** Puts the bookings on days of 2024, in their order; one of them at the very beginning of April in Beijing. */
  private static void spread(BothDatabases.Kind kind) throws SQLException {
    try (Connection connection = databases.connection(kind)) {
      List<Long> ids = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          var rows = statement.executeQuery("select booking_id from booking order by booking_id")) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      for (int i = 0; i < ids.size(); i++) {
        at(connection, ids.get(i),
            Instant.parse("2024-01-02T03:04:05.678901Z").plusSeconds(i * 86_400L * 358 / ids.size()));
      }
      at(connection, ids.get(ids.size() / 4), Instant.parse("2024-03-31T16:00:00Z"));
      at(connection, ids.get(ids.size() / 4 - 1), Instant.parse("2024-03-31T15:59:59.999999Z"));
    }
  }

  private static void at(Connection connection, long booking, Instant moment) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update booking set booked_at = ? where booking_id = ?")) {
      update.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
      update.setLong(2, booking);
      assertEquals(1, update.executeUpdate());
    }
  }

  private static BookedSums sums(Books books, String from, String to, String province, Long through) {
    return books.reading().sums(new SumRows.Asked(day(from), day(to).plusSeconds(86_400), province, through), "li");
  }

  private static Instant day(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.ofHours(8)).toInstant();
  }

  /** What changes say, added up from the decisions before and after them. */
  private static BookedSums added(Books books, String from, String to, String province, Long through) {
    Map<Group, BookedSum> sums = new HashMap<>();
    long last = 0;
    for (Change change : books.reading().changes(0, 1_000, null)) {
      BookedEntry first = change.entries().get(0);
      if (first.at().isBefore(day(from)) || !first.at().isBefore(day(to).plusSeconds(86_400))
          || province != null && !province.equals(first.key().province())
          || through != null && change.number() > through) {
        continue;
      }
      last = change.number();
      long bills = 0;
      PaidLines paid = PaidLines.NONE;
      for (BookedEntry entry : change.entries()) {
        bills += entry.isReversed() ? -1 : entry.version() == 1 ? 1 : 0;
        paid = paid.plus(PaidLines.changedBy(entry));
      }
      sums.merge(new Group(first.key().province(), first.key().year(), first.kind()),
          new BookedSum(1, bills, amounts(paid)), BookedSum::plus);
    }
    return new BookedSums(sums, last, 0);
  }

  private static Map<Benefit, Money> amounts(PaidLines paid) {
    Map<Benefit, Money> amounts = new EnumMap<>(Benefit.class);
    for (Benefit benefit : Benefit.values()) {
      if (benefit != Benefit.APPLICATION_ASSISTANCE) {
        amounts.put(benefit, Money.ZERO);
      }
    }
    paid.each((benefit, payer, amount) -> amounts.merge(benefit, amount, Money::plus));
    return amounts;
  }

  private static BookedSum all(BookedSums sums) {
    return sums.groups().values().stream().reduce(BookedSum.NONE, BookedSum::plus);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Months of a random year, of a province, and up to a number come to what changes come to, and add up to the year")
  void months(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    book(books, new Random(11));
    spread(kind);
    BookedSum year = BookedSum.NONE;
    long known = 0;
    for (int month = 1; month <= 12; month++) {
      LocalDate first = LocalDate.of(2024, month, 1);
      String from = first.toString();
      String to = first.plusMonths(1).minusDays(1).toString();
      BookedSums sums = sums(books, from, to, null, null);
      assertEquals(added(books, from, to, null, null), sums, from);
      assertEquals(added(books, from, to, "52", null), sums(books, from, to, "52", null), from);
      long half = known + (sums.last() - known) / 2;
      assertEquals(added(books, from, to, null, half), sums(books, from, to, null, half), from);
      year = year.plus(all(sums));
      known = Math.max(known, sums.last());
    }
    BookedSums whole = sums(books, "2024-01-01", "2024-12-31", null, null);
    assertEquals(added(books, "2024-01-01", "2024-12-31", null, null), whole);
    assertEquals(year, all(whole));
    assertEquals(known, whole.last());
    for (BookingKind every : List.of(BookingKind.SETTLEMENT, BookingKind.REVERSAL, BookingKind.REPLACEMENT,
        BookingKind.RESETTLEMENT)) {
      assertTrue(whole.groups().keySet().stream().anyMatch(group -> group.kind() == every), every::name);
    }
    assertEquals(Map.of(), sums(books, "2023-01-01", "2023-12-31", null, null).groups(),
        "the year of the bills is another one than that in which they were booked");
    BothDatabases.assertRefused(SettlementRefusal.NUMBER_UNKNOWN,
        () -> sums(books, "2024-01-01", "2024-12-31", null, whole.last() + 1_000_000));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("What is taken back the month after is negative there, in sums of before nothing changes, and of an erased year they stay")
  void takenBack(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    books.settlements().settle(BothDatabases.claim("T-1", "T", 9_000, 1), BothDatabases.WRITER, "li");
    books.settlements().settle(BothDatabases.claim("T-2", "T", 5_000, 2), BothDatabases.WRITER, "li");
    move(kind, "SETTLEMENT", "2022-05-31T08:00:00Z");
    Group settled = new Group("45", 2023, BookingKind.SETTLEMENT);
    Group reversed = new Group("45", 2023, BookingKind.REVERSAL);
    BookedSums may = sums(books, "2022-05-01", "2022-05-31", null, null);
    Money paid = BothDatabases.account(books, "T").balance().paid(Benefit.MEDICAL_ASSISTANCE);
    assertTrue(paid.isPositive());
    assertEquals(Map.of(settled, new BookedSum(2, 2, assistance(paid))), may.groups());
    assertEquals(0, may.unnumbered());
    assertTrue(may.last() > 0);
    books.corrections(BothDatabases.WRITER).reverse("T-1", false, WHY);
    move(kind, "REVERSAL", "2022-06-01T08:00:00Z");
    Money left = BothDatabases.account(books, "T").balance().paid(Benefit.MEDICAL_ASSISTANCE);
    assertEquals(may, sums(books, "2022-05-01", "2022-05-31", null, null));
    BookedSums june = sums(books, "2022-06-01", "2022-06-30", null, null);
    assertEquals(Map.of(reversed, new BookedSum(1, -1, assistance(left.minus(paid)))), june.groups());
    assertEquals(may.last() + 1, june.last());
    BothDatabases.books(books.transactions(), 2023).corrections(BothDatabases.WRITER).erase("T", 2023, WHY);
    assertEquals(may, sums(books, "2022-05-01", "2022-05-31", null, null));
    assertEquals(june, sums(books, "2022-06-01", "2022-06-30", null, null));
    move(kind, "SETTLEMENT", "2020-01-01T00:00:00Z");
  }

  private static Map<Benefit, Money> assistance(Money amount) {
    Map<Benefit, Money> amounts = amounts(PaidLines.NONE);
    amounts.put(Benefit.MEDICAL_ASSISTANCE, amount);
    return amounts;
  }

  /** Says of the bookings of the person that they were made at another time. */
  private static void move(BothDatabases.Kind kind, String what, String moment) throws SQLException {
    try (Connection connection = databases.connection(kind);
        PreparedStatement update = connection.prepareStatement(
            "update booking set booked_at = ? where kind = ? and account_id in (select account_id from account where "
                + "person_id = 'T' or person_id like 'erased-%')")) {
      update.setObject(1, OffsetDateTime.ofInstant(Instant.parse(moment), ZoneOffset.UTC));
      update.setString(2, what);
      assertTrue(update.executeUpdate() > 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Bookings that nobody has read yet are counted, and get their numbers; who reads is noted")
  void unread(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    long before = books.transactions().inTransaction(open -> {
      open.number();
      return open.lastNumber();
    });
    IntStream.rangeClosed(1, 3).forEach(i -> books.settlements()
        .settle(BothDatabases.claim("U-" + i, "U", 9_000, i), BothDatabases.WRITER, "li"));
    BookedSums sums = books.reading().sums(new SumRows.Asked(Instant.now().minusSeconds(3_600),
        Instant.now().plusSeconds(3_600), null, null), "wang");
    assertEquals(before + 3, sums.last());
    assertEquals(0, sums.unnumbered());
    try (Connection connection = databases.connection(kind)) {
      assertEquals(1, BothDatabases.count(connection,
          "select count(*) from reading where person_id = '*' and read_by = 'wang'"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  @DisplayName("A period is found by the times of its bookings")
  void indexed(BothDatabases.Kind kind) throws SQLException {
    String scans = "select idx_scan from pg_stat_user_indexes where indexrelname = 'booking_by_time'";
    try (Connection beside = databases.connection(kind)) {
      long before = BothDatabases.count(beside, scans);
      try (AccountDatabase database = databases.open(kind, 2)) {
        assertFalse(sums(BothDatabases.books(database), "2024-01-01", "2024-01-31", null, null).last() < 0);
      }
      // What was used is told once the connections have ended.
      RunningService.waitUntil("the index was used", () -> {
        try {
          return BothDatabases.count(beside, scans) > before;
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
    }
  }
}
