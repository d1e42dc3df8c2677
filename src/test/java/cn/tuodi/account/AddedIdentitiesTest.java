package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.json.OrderReader;
import cn.tuodi.account.json.ResettlementOrder;
import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Identities that are recognised late come to those of each bill. */
class AddedIdentitiesTest {

  private static final BookingRules.Request WHY = new BookingRules.Request("li", "recognised late");
  private static final Identity EDGE = identity(IdentityType.LOW_INCOME_EDGE, LocalDate.of(2021, 1, 10));
  private static final Identity POOR = identity(IdentityType.EXTREMELY_POOR, LocalDate.of(2023, 5, 10));

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private static Identity identity(IdentityType type, LocalDate day) {
    return new Identity(type, day, null, null, 0);
  }

  private static Claim edge(String id, String person, int day) {
    return BothDatabases.read(BothDatabases.json(id, person, 9_000, day).replace("MINIMUM_LIVING", "LOW_INCOME_EDGE"));
  }

  private static List<Bill> standing(Books books, AccountKey key) {
    return BothDatabases.bills(books, BothDatabases.account(books, key), null);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A bill before the recognition keeps what its own identity pays, a later one is paid more, and again nothing changes")
  void added(BothDatabases.Kind kind) {
    Books books = databases.books(kind);
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    AccountKey key = new AccountKey("late", 2023, "45");
    books.settlements().settle(edge("late-1", "late", 5), BothDatabases.WRITER, null);
    books.settlements().settle(edge("late-2", "late", 15), BothDatabases.WRITER, null);
    List<Bill> before = standing(books, key);
    PersonChange change = PersonChange.adding(List.of(POOR));
    assertEquals(corrections.resettle(key, change, true, WHY).entries(),
        corrections.resettle(key, change, false, WHY).entries());
    List<Bill> after = standing(books, key);
    assertEquals(List.of(EDGE, POOR), after.get(0).claim().person().identities());
    assertEquals(before.get(0).amounts().paid(Benefit.MEDICAL_ASSISTANCE),
        after.get(0).amounts().paid(Benefit.MEDICAL_ASSISTANCE), "the bill is before the recognition");
    assertTrue(after.get(1).amounts().paid(Benefit.MEDICAL_ASSISTANCE)
        .exceeds(before.get(1).amounts().paid(Benefit.MEDICAL_ASSISTANCE)));
    assertEquals(List.of(), corrections.resettle(key, change, false, WHY).entries());
  }

  @Test
  @DisplayName("What a bill has already, as early and as long, is not added; what begins earlier or lasts longer is")
  void twice() {
    Claim claim = edge("twice", "twice", 5);
    for (Identity known : List.of(EDGE, identity(EDGE.type(), EDGE.recognisedOn().plusYears(1)),
        EDGE.endedBy(LocalDate.of(2023, 12, 31)))) {
      assertEquals(claim.person(), PersonChange.adding(List.of(known)).of(claim.person()), known::toString);
    }
    for (Identity other : List.of(POOR, identity(EDGE.type(), EDGE.recognisedOn().minusDays(1)))) {
      assertEquals(List.of(EDGE, other), PersonChange.adding(List.of(other)).of(claim.person()).identities());
    }
    assertEquals(List.of(EDGE.endedBy(POOR.recognisedOn()), EDGE), PersonChange.adding(List.of(EDGE))
        .of(claim.person().holding(List.of(EDGE.endedBy(POOR.recognisedOn())))).identities());
    assertEquals(List.of(EDGE, POOR), PersonChange.adding(List.of(POOR, POOR)).of(claim.person()).identities());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A recognition later than today in Beijing is refused, as are more identities than a bill can state")
  void refused(BothDatabases.Kind kind) {
    AccountKey key = new AccountKey("ahead", 2023, "45");
    Books books = databases.books(kind);
    books.settlements().settle(edge("ahead-1", "ahead", 5), BothDatabases.WRITER, null);
    Corrections evening = new Corrections(books.transactions(), new BookingRules(BothDatabases.DECIDER,
        Clock.fixed(Instant.parse("2023-05-09T15:59:00Z"), ZoneOffset.UTC), BookingRules.NONE_CLOSED),
        BothDatabases.WRITER);
    Corrections midnight = new Corrections(books.transactions(), new BookingRules(BothDatabases.DECIDER,
        Clock.fixed(Instant.parse("2023-05-09T16:00:00Z"), ZoneOffset.UTC), BookingRules.NONE_CLOSED),
        BothDatabases.WRITER);
    PersonChange change = PersonChange.adding(List.of(POOR));
    BothDatabases.assertRefused(SettlementRefusal.RECOGNISED_AHEAD, () -> evening.resettle(key, change, true, WHY));
    assertEquals(1, midnight.resettle(key, change, true, WHY).count());
    PersonChange many = PersonChange.adding(IntStream.range(0, 20)
        .mapToObj(day -> identity(IdentityType.ORPHAN, LocalDate.of(2021, 12, 31).minusDays(day))).toList());
    BothDatabases.assertRefused(SettlementRefusal.IDENTITIES_TOO_MANY,
        () -> books.corrections(BothDatabases.WRITER).resettle(key, many, true, WHY));
  }

  @Test
  @DisplayName("An order states either the whole person or identities to be added")
  void order() {
    String added = "\"addedIdentities\":[{\"type\":\"EXTREMELY_POOR\",\"recognisedOn\":\"2023-05-10\"}]";
    ResettlementOrder order = read("{\"reason\":\"x\"," + added + "}");
    assertEquals(List.of(POOR), order.addedIdentities());
    assertEquals(List.of(), read("{\"reason\":\"x\"}").addedIdentities());
    InvalidRequest both = Assertions.assertThrows(InvalidRequest.class,
        () -> read("{\"reason\":\"x\",\"person\":{}," + added + "}"));
    assertEquals("/addedIdentities",
        both.violations().stream().map(Violation::pointer).collect(Collectors.joining()));
  }

  private static ResettlementOrder read(String json) {
    return OrderReader.resettlement(json.getBytes(StandardCharsets.UTF_8), Language.EN);
  }
}
