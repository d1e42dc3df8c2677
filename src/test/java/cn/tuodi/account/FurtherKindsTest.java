package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.store.AccountCheck;
import cn.tuodi.account.store.BookDifference;
import cn.tuodi.answer.Benefit;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.money.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kinds of care that only some policies add up over the year are added up in accounts, too. */
class FurtherKindsTest {

  private static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");
  private static final String ALL = "住院、门诊慢特病、重特大疾病门诊、门诊特殊药品、普通门诊、生育门诊";
  private static final String NONE = "无";
  /** Half of each bill up to this cap of the year. */
  private static final Money CAP = Money.fen(12_000_00);
  private static final AssistanceDecider DECIDER = new AssistanceDecider(new Catalogue(List.of(new SmallEdition()
      .sheet("救助待遇", "对象类别", "结果", "救助比例", "累计口径", "年度限额")
      .row("救助待遇", "一类", "救助", SmallEdition.rate("0.5"), ALL, 12_000)
      .row("救助待遇", "二类", "救助", SmallEdition.rate("0.5"), ALL, NONE).row("救助待遇", "无类别", "非救助对象", NONE, NONE, NONE)
      .compiled())));

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private static Books books(BothDatabases.Kind kind) {
    return new Books(databases.books(kind).transactions(),
        new BookingRules(DECIDER, Clock.systemUTC(), BookingRules.NONE_CLOSED));
  }

  private static Claim claim(CareType care, int day, int left) {
    return BothDatabases.read(BothDatabases.json("K-" + care + "-" + day, "kinds", left, day)
        .replace("450100", SmallEdition.AREA).replace("2023-05", "2024-05").replace("INPATIENT", care.name()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A cap over every kind of care holds for the year of an account as it does for claims that carry their year along")
  void everyKind(BothDatabases.Kind kind) {
    Books books = books(kind);
    AccountKey key = new AccountKey("kinds", 2024, SmallEdition.AREA.substring(0, 2));
    YearToDate year = YearToDate.startOf(2024);
    List<Claim> claims = new ArrayList<>();
    for (CareType care : CareType.values()) {
      Claim claim = claim(care, 1 + care.ordinal(), 5_000);
      claims.add(claim);
      Decision expected = (Decision) DECIDER.decide(claim.continuing(year));
      year = expected.yearToDate();
      assertEquals(Amounts.of(expected), books.settlements().settle(claim, BothDatabases.WRITER, null).bill().amounts(),
          care::label);
      assertEquals(Amounts.of(year).accumulated(), balance(books, key).accumulated(), care::label);
    }
    assertEquals(CAP, balance(books, key).paid(Benefit.MEDICAL_ASSISTANCE));
    for (CareType care : CareType.values()) {
      assertTrue(year.assistancePaid().of(care).isPositive() || care == CareType.ORDINARY_OUTPATIENT
          || care == CareType.MATERNITY_OUTPATIENT, care::label);
      assertTrue(year.assistanceEligible().of(care).isPositive(), care::label);
    }
    books.corrections(BothDatabases.WRITER).reverse(claims.get(0).claimId(), false, WHY);
    books.corrections(BothDatabases.WRITER).resettle(key, PersonChange.NONE, false, WHY);
    YearToDate after = YearToDate.startOf(2024);
    for (Claim claim : claims.subList(1, claims.size())) {
      after = ((Decision) DECIDER.decide(claim.continuing(after))).yearToDate();
    }
    assertEquals(Amounts.of(after).accumulated(), balance(books, key).accumulated());
    assertTrue(after.assistancePaid().of(CareType.ORDINARY_OUTPATIENT).isPositive(), "what is reversed makes room");
    for (Claim claim : claims.subList(1, claims.size())) {
      books.corrections(BothDatabases.WRITER).reverse(claim.claimId(), false, WHY);
    }
    assertEquals(Amounts.NONE, balance(books, key));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A bill that an earlier program booked without its kind of care is told, and is right once its year is decided again")
  void bookedWithout(BothDatabases.Kind kind) throws SQLException {
    Books books = books(kind);
    AccountKey key = new AccountKey("kinds", 2024, SmallEdition.AREA.substring(0, 2));
    for (int day = 1; day <= 2; day++) {
      books.settlements().settle(claim(CareType.SPECIAL_DRUG_OUTPATIENT, day, 20_000), BothDatabases.WRITER, null);
    }
    Amounts right = balance(books, key);
    try (Connection connection = databases.connection(kind); Statement sql = connection.createStatement()) {
      for (String table : List.of("account", "entry")) {
        sql.executeUpdate(
            "update " + table + " set special_drug_eligible = 0, special_drug_paid = 0 where account_id = "
                + "(select account_id from account where person_id = 'kinds')");
      }
    }
    assertEquals(Set.of(BookDifference.Rule.ACCUMULATION), found(kind));
    Decision next = BothDatabases.preview(books.settlements(), claim(CareType.SPECIAL_DRUG_OUTPATIENT, 3, 20_000), null)
        .decision();
    assertEquals(Money.fen(10_000_00), next.totals().medicalAssistance(), "the cap held for each bill");
    Correction mended = books.corrections(BothDatabases.WRITER).resettle(key, PersonChange.NONE, false, WHY);
    assertEquals(right.accumulated(), balance(books, key).accumulated());
    assertEquals(Money.ZERO, mended.recovered());
    assertEquals(Set.of(), found(kind));
  }

  private static Set<BookDifference.Rule> found(BothDatabases.Kind kind) {
    Set<BookDifference.Rule> found = EnumSet.noneOf(BookDifference.Rule.class);
    AccountCheck.run(databases.place(kind, 1), true, difference -> found.add(difference.rule()));
    return found;
  }

  private static Amounts balance(Books books, AccountKey key) {
    return BothDatabases.account(books, key).balance();
  }
}
