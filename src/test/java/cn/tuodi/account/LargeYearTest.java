package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.PaidLines;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Years with more bills than are read and written at once are told in parts, and corrected like others. */
class LargeYearTest {

  private static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");
  private static final int BILLS = 130;

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private static void settle(Books books, String person, String region, int bills) {
    books.settlements().settle(IntStream.range(0, bills).mapToObj(i -> new SettlementRequest(
        BothDatabases.read(BothDatabases.json(person + "-" + region + "-" + i, person, 300 + i, 28 - i % 28)
            .replace("450100", region)),
        BothDatabases.WRITER, null)).toList()).forEach(outcome -> assertTrue(outcome.settled().isNew()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A bill taken back and a year decided again come to what the bills that stand come to one after the other")
  void corrected(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    settle(books, "L", "450100", BILLS);
    Correction taken = corrections.reverse("L-450100-0", false, WHY);
    stands(books, BILLS - 1);
    assertEquals(taken.count(), taken.entries().size());
    Correction shown = corrections.resettle(taken.key(), PersonChange.NONE, true, WHY);
    Correction done = corrections.resettle(taken.key(), PersonChange.NONE, false, WHY);
    assertEquals(shown.entries(), done.entries());
    assertTrue(done.count() > BILLS / 2, "most have another place by their days");
    assertEquals(done.change(), done.entries().stream().map(Entry::change).reduce(Amounts.NONE, Amounts::plus));
    List<Bill> standing = stands(books, BILLS - 1);
    assertEquals(standing.stream().map(bill -> bill.claim().serviceDate()).sorted().toList(),
        standing.stream().map(bill -> bill.claim().serviceDate()).toList());
    Bill one = standing.stream().filter(bill -> bill.claimId().equals("L-450100-1")).findFirst().orElseThrow();
    assertTrue(one.version() > 1, "it has been decided again");
    assertEquals(one, books.settlements().settle(claim("L-450100-1", "L", 301, 27), BothDatabases.WRITER, null).bill());
  }

  private static Claim claim(String id, String person, int left, int day) {
    return BothDatabases.claim(id, person, left, day);
  }

  private static List<Bill> stands(Books books, int count) {
    Account account = BothDatabases.account(books, "L");
    List<Bill> standing =
        BothDatabases.bills(books, account, null).stream().filter(bill -> !bill.isReversed()).toList();
    assertEquals(count, standing.size());
    Amounts sum = Amounts.NONE;
    for (Bill bill : standing) {
      Amounts alone =
          Amounts.of((Decision) BothDatabases.DECIDER.decide(bill.claim().continuing(sum.yearToDate(2023))));
      assertEquals(alone, bill.amounts(), bill.claimId());
      sum = sum.plus(alone);
    }
    assertEquals(sum, account.balance());
    return standing;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("The parts of a year in two provinces are the whole of it, each with what had accumulated before")
  void parts(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    settle(books, "P", "450100", 20);
    settle(books, "P", "520100", 9);
    books.corrections(BothDatabases.WRITER).reverse("P-450100-2", false, WHY);
    YearPart whole = part(books, null, 1_000);
    assertNull(whole.next());
    assertEquals(2, whole.accounts().size());
    Map<String, List<BookedEntry>> told = new HashMap<>();
    Map<String, Amounts> before = new HashMap<>();
    int parts = 0;
    for (YearPart.Place after = null; parts == 0 || after != null; parts++) {
      YearPart part = part(books, after, 7);
      assertTrue(part.accounts().stream().mapToInt(read -> read.entries().size()).sum() <= 7);
      for (YearPart.Read read : part.accounts()) {
        String province = read.account().key().province();
        assertEquals(before.getOrDefault(province, Amounts.NONE), read.before());
        before.put(province,
            read.entries().stream().map(BookedEntry::change).reduce(read.before(), Amounts::plus));
        told.computeIfAbsent(province, other -> new ArrayList<>()).addAll(read.entries());
        YearPart.Read all = whole.accounts().get(province.equals("45") ? 0 : 1);
        assertEquals(all.balance(), read.balance());
        assertEquals(all.paid(), read.paid());
        assertEquals(all.version(), read.version());
        read.entries().forEach(entry -> assertEquals(all.latest().get(entry.claimId()),
            read.latest().get(entry.claimId()), "a later version is known"));
      }
      after = part.next();
    }
    int entries = 0;
    for (YearPart.Read all : whole.accounts()) {
      assertEquals(all.entries(), told.get(all.account().key().province()));
      assertEquals(all.balance(), before.get(all.account().key().province()));
      entries += all.entries().size();
    }
    assertEquals((entries + 6) / 7, parts);
    assertEquals(books.reading().size("P", 2023).entries(), entries);
  }

  private static YearPart part(Books books, YearPart.Place after, int most) {
    return books.reading().year("P", 2023, new YearPart.Asked(null, after, most, UnaryOperator.identity()), null);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("What is told in brief says the same of what is paid and takes a small part of the room")
  void brief(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    settle(books, "B", "450100", 2);
    books.corrections(BothDatabases.WRITER).reverse("B-450100-0", false, WHY);
    for (Change change : books.reading().changes(0, 1_000, null)) {
      for (BookedEntry entry : change.entries()) {
        BookedEntry whole = BothDatabases.bill(books, entry.claimId()).get(entry.version() - 1);
        assertNull(entry.claim());
        assertNotNull(whole.claim());
        assertEquals(PaidLines.of(whole), PaidLines.of(entry));
        assertEquals(PaidLines.changedBy(whole), PaidLines.changedBy(entry));
        assertTrue(entry.decision().length() < whole.decision().length() / 3, entry::decision);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A year that has as many bills as can be corrected together takes no more; the same bill again is answered")
  void full(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    settle(books, "F", "450100", 1);
    bills(kind, BookingRules.MAX_BILLS);
    try {
      BothDatabases.assertRefused(SettlementRefusal.YEAR_FULL,
          () -> books.settlements().settle(claim("F-new", "F", 300, 1), BothDatabases.WRITER, null));
      assertEquals(false, books.settlements().settle(claim("F-450100-0", "F", 300, 28), BothDatabases.WRITER, null)
          .isNew());
    } finally {
      bills(kind, 1);
    }
    assertThrows(SettlementRefused.class, () -> BothDatabases.bill(books, "F-new"));
  }

  private static void bills(BothDatabases.Kind kind, int bills) throws SQLException {
    try (Connection connection = databases.connection(kind); Statement statement = connection.createStatement()) {
      statement.execute("update account set bills = " + bills + " where person_id = 'F'");
    }
  }
}
