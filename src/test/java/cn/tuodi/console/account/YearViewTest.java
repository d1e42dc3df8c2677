package cn.tuodi.console.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.Correction;
import cn.tuodi.account.Correction;
import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.json.OrderReader;
import cn.tuodi.account.json.ReplacementOrder;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a clerk reads of a year is what the answers say, and adds up. */
class YearViewTest {

  private static final String INPATIENT = "INPATIENT";
  private static final String CHRONIC = "CHRONIC_OUTPATIENT";
  private static final String LIVING = "MINIMUM_LIVING";

  private static KeptYears years;

  @BeforeAll
  static void open() {
    years = new KeptYears();
  }

  @AfterAll
  static void close() {
    years.close();
  }

  private static String amount(List<Sum> sums, String label) {
    return sums.stream().filter(sum -> sum.label().equals(label)).map(Sum::amount)
        .collect(Collectors.joining(" and "));
  }

  private static YearView.BookedLine line(YearView year, int booking, String claim) {
    return year.bookings().get(booking - 1).lines().stream().filter(line -> claim.equals(line.claimId())).findFirst()
        .orElseThrow();
  }

  private static void corrected(String claim, String scope) {
    JsonNode before = Json.parsed(years.books.reading().find(claim, null).last().claim());
    ((ObjectNode) before.get("costs")).put("total", new BigDecimal(scope)).put("policyScope", new BigDecimal(scope));
    ((ObjectNode) before).remove("yearToDate");
    ReplacementOrder order = OrderReader.replacement(("{\"reason\":\"x\",\"version\":1,\"claim\":" + before + "}")
        .getBytes(StandardCharsets.UTF_8), Language.EN);
    years.corrections().replace(order.claim(), 1, false, KeptYears.WHY);
  }

  @Test
  @DisplayName("After a correction one state is told for all of its bills, and no bill stands that was taken back or corrected since")
  void oneStateForEachBooking() {
    for (int i = 1; i <= 5; i++) {
      years.settle("R-" + i, "r", "450100", "2022-0" + (i + 3) + "-05", INPATIENT, LIVING,
          Integer.toString(9_000 + i * 1_000), "3000", "0");
    }
    Correction reversal = years.corrections().reverse("R-2", true, KeptYears.WHY);
    years.corrections().reverse("R-2", false, KeptYears.WHY);
    corrected("R-3", "22000");
    YearView year = years.shown("r", 2022);
    YearView.Booked sixth = year.bookings().get(5);
    assertTrue(sixth.lines().size() > 1);
    assertEquals(SignedAmount.ofCorrection(reversal.change(), reversal.recovered(), Language.ZH), sixth.totals());
    assertTrue(year.bookings().stream().limit(5).allMatch(booking -> booking.totals().isEmpty()));
    assertEquals(List.of(), years.shown("r", 2022, 6, 1, Language.ZH).get(0).bookings().get(0).totals(),
        "the rest of the booking is in the next part");
    YearView.Booked seventh = year.bookings().get(6);
    String cap = "年度限额（住院、重特大疾病门诊）余额";
    assertAll(() -> assertEquals(3, seventh.lines().size()),
        () -> assertEquals("30,000.00", amount(seventh.after(), "医疗救助累计支付")),
        () -> assertEquals("0.00（限额 30,000.00）", amount(seventh.after(), cap)),
        () -> assertEquals(amount(year.sums(), cap), amount(seventh.after(), cap)));
    YearView.BookedLine back = line(year, 6, "R-2");
    assertAll(() -> assertTrue(back.former()), () -> assertEquals("已退费", back.role()),
        () -> assertEquals("其后已退费（第 6 次记账）", line(year, 2, "R-2").later().label()),
        () -> assertEquals("#booking-45-6", line(year, 2, "R-2").later().address()),
        () -> assertEquals("其后已更正（第 7 次记账）", line(year, 3, "R-3").later().label()),
        () -> assertEquals("其后已重新核定（第 6 次记账）", line(year, 4, "R-4").later().label()),
        () -> assertNull(line(year, 1, "R-1").later()), () -> assertNotNull(line(year, 1, "R-1").reversal()),
        () -> assertNull(line(year, 3, "R-3").reversal()), () -> assertNotNull(line(year, 7, "R-3").reversal()));
    assertEquals(List.of("有效", "已退费", "已更正", "有效", "有效"),
        year.standing().rows().stream().map(row -> row.states().get(0).label()).toList());
    assertEquals("30,000.00", year.standing().totals().assistance());
    YearView closed = YearView.of(years.books.reading().year("r", 2022,
        YearPart.Asked.page(0, 200, () -> entry -> {}), null).accounts().get(0),
        years.gathered("r", 2022).of(new AccountKey("r", 2022, "45")), new YearView.Shown(true, "",
            new YearParts("r", "2022", 1, 11, 11, 200), KeptYears.policies(Language.ZH)));
    assertNull(closed.resettlement());
    assertTrue(closed.bookings().stream().flatMap(booking -> booking.lines().stream())
        .allMatch(line -> line.reversal() == null), "of a closed year nothing is taken back");
  }

  @Test
  @DisplayName("Two caps of one name say which care they cover, and each has a balance of its own")
  void capsByCare() {
    years.settle("C-1", "c", "450100", "2022-03-01", CHRONIC, LIVING, "9000", "0", "0");
    years.settle("C-2", "c", "450100", "2022-03-02", INPATIENT, LIVING, "2000", "1000", "0");
    YearView year = years.shown("c", 2022);
    BillView chronic = line(year, 1, "C-1").bill();
    BillView inpatient = line(year, 2, "C-2").bill();
    assertAll(() -> assertEquals("本单后年度限额（门诊慢特病）余额", chronic.bar().label()),
        () -> assertEquals(List.of("已达年度限额（门诊慢特病）"), chronic.reached()),
        () -> assertEquals("0.00（限额 2,000.00）", chronic.bar().figures()),
        () -> assertEquals("本单后年度限额（住院、重特大疾病门诊）余额", inpatient.bar().label()),
        () -> assertEquals("29,100.00（限额 30,000.00）", inpatient.bar().figures()),
        () -> assertEquals(List.of(), inpatient.reached()),
        () -> assertEquals("0.00（限额 2,000.00）", amount(year.sums(), "年度限额（门诊慢特病）余额")),
        () -> assertEquals("29,100.00（限额 30,000.00）", amount(year.sums(), "年度限额（住院、重特大疾病门诊）余额")),
        () -> assertEquals("0.00（限额 2,000.00）",
            amount(year.bookings().get(1).after(), "年度限额（门诊慢特病）余额")));
    BillView.LimitFigures limit = inpatient.lines().get(0).limits().get(0);
    assertAll(() -> assertEquals("0.00", limit.before()), () -> assertEquals("900.00", limit.after()),
        () -> assertEquals("29,100.00", limit.left()));
  }

  @Test
  @DisplayName("What is left of a cap is that of the last bill that stands by day of service, whatever was booked last or taken back")
  void capsOfStandingBills() {
    String cap = "年度限额（住院、重特大疾病门诊）余额";
    years.settle("S-1", "s", "450100", "2022-06-20", INPATIENT, "EXTREMELY_POOR", "2000", "1000", "0");
    years.settle("S-2", "s", "450100", "2022-05-20", INPATIENT, LIVING, "2000", "1000", "0");
    YearView both = years.shown("s", 2022);
    assertAll(() -> assertEquals("58,100.00（限额 60,000.00）", amount(both.sums(), cap)),
        () -> assertEquals("59,000.00（限额 60,000.00）", amount(both.bookings().get(0).after(), cap)),
        () -> assertEquals("58,100.00（限额 60,000.00）", amount(both.bookings().get(1).after(), cap)));
    years.corrections().reverse("S-1", false, KeptYears.WHY);
    YearView one = years.shown("s", 2022);
    assertAll(() -> assertEquals("29,100.00（限额 30,000.00）", amount(one.sums(), cap)),
        () -> assertEquals("29,100.00（限额 30,000.00）", amount(one.bookings().get(2).after(), cap)),
        () -> assertEquals("58,100.00（限额 60,000.00）", amount(one.bookings().get(1).after(), cap)));
    years.corrections().reverse("S-2", false, KeptYears.WHY);
    assertEquals("", amount(years.shown("s", 2022).sums(), cap), "no bill stands that knows a cap");
    years.settle("S-3", "s", "450100", "2022-04-20", INPATIENT, "LOW_INCOME_EDGE", "20000", "10000", "0");
    YearView third = years.shown("s", 2022);
    assertEquals("14,400.00（限额 20,000.00）", amount(third.sums(), cap));
    assertEquals(third.sums(), years.shown("s", 2022, 5, 1, Language.ZH).get(0).sums(), "whichever part is shown");
  }

  @Test
  @DisplayName("What counts for the deductible is what shares it, and says so; what all kinds come to says that it is of all kinds")
  void countedBefore() {
    years.settle("D-1", "d", "450100", "2022-03-01", CHRONIC, LIVING, "1500", "0", "0");
    years.settle("D-2", "d", "450100", "2022-03-02", INPATIENT, LIVING, "2000", "1000", "0");
    years.settle("D-3", "d", "450100", "2022-03-03", INPATIENT, LIVING, "2000", "1000", "0");
    years.settle("D-4", "d", "450100", "2022-03-04", "ORDINARY_OUTPATIENT", LIVING, "300", "100", "0");
    YearView year = years.shown("d", 2022);
    assertAll(
        () -> assertEquals(new Sum("此前计入起付线的费用（门诊慢特病）", "0.00"), line(year, 1, "D-1").bill().countedBefore()),
        () -> assertEquals(new Sum("此前计入起付线的费用（住院、重特大疾病门诊）", "0.00"),
            line(year, 2, "D-2").bill().countedBefore(), "chronic care shares another deductible"),
        () -> assertEquals(new Sum("此前计入起付线的费用（住院、重特大疾病门诊）", "1,000.00"),
            line(year, 3, "D-3").bill().countedBefore()),
        () -> assertEquals(new Sum("此前计入医疗救助的费用（各医疗类别合计）", "3,500.00"),
            line(year, 4, "D-4").bill().countedBefore(), "no row is cited that says what counts"),
        () -> assertEquals("3,500.00", amount(year.sums(), "计入医疗救助的费用累计（各医疗类别合计）")));
  }

  @Test
  @DisplayName("What was booked meanwhile is told of one account alone, the first bookings, however large the year is")
  void meanwhile() {
    for (int i = 1; i <= 4; i++) {
      years.settle("M-" + i, "m", "450100", "2023-0" + (i + 3) + "-20", INPATIENT, LIVING, "20000", "2000", "0");
    }
    years.settle("M-5", "m", "520100", "2023-05-20", INPATIENT, LIVING, "20000", "2000", "0");
    years.corrections().reverse("M-1", false, KeptYears.WHY);
    Meanwhile.Reader reader = new Meanwhile.Reader(new AccountKey("m", 2023, "45"), 3);
    years.books.reading().year("m", 2023, YearPart.Asked.page(0, 0, reader::begin), null);
    assertEquals(List.of("4 结算 wang M-4", "5 退费 li M-1"), reader.bookings(Language.ZH).stream()
        .map(one -> one.number() + " " + one.label() + " " + one.by() + " " + one.about()).toList());
  }

  @Test
  @DisplayName("The limit is named at which a bill was held: of two that are too small, the lower one; top-up has its own balance")
  void decisiveLimit() {
    years.settle("B-1", "b", "652801", "2023-04-01", CHRONIC, LIVING, "4000", "2000", "0");
    years.settle("B-2", "b", "652801", "2023-04-02", CHRONIC, LIVING, "16000", "8000", "0");
    years.settle("B-3", "b", "652801", "2023-04-03", INPATIENT, LIVING, "62000", "12000", "0");
    years.settle("B-4", "b", "652801", "2023-05-01", CHRONIC, LIVING, "40000", "20000", "0");
    YearView year = years.shown("b", 2023);
    BillView second = line(year, 2, "B-2").bill();
    BillView last = line(year, 4, "B-4").bill();
    List<BillView.LimitFigures> limits = last.lines().get(0).limits();
    assertAll(() -> assertEquals(List.of("已达单项年度限额（门诊慢特病）"), second.reached()),
        () -> assertTrue(last.reached().contains("已达单项年度限额（门诊慢特病）"), last.reached()::toString),
        () -> assertTrue(last.reached().stream().noneMatch(reached -> reached.startsWith("已达年度限额")),
            last.reached()::toString),
        () -> assertEquals(List.of(false, true), limits.stream().map(BillView.LimitFigures::decisive).toList()),
        () -> assertEquals(List.of(true, false), limits.stream().map(BillView.LimitFigures::lower).toList()),
        () -> assertEquals("0.00（限额 4,000.00）", amount(year.sums(), "单项年度限额（门诊慢特病）余额")),
        () -> assertTrue(year.sums().stream().anyMatch(sum -> sum.label().equals("倾斜救助年度限额余额")),
            year.sums()::toString));
  }

  @Test
  @DisplayName("Who pays a bill adds up to the bill, and what is left says what of it is self-paid; English says it, too")
  void shares() {
    years.settle("W-1", "w", "450103", "2022-03-10", INPATIENT, "LOW_INCOME_EDGE", "20000", "11000", "500");
    BillView bill = years.shown("w", 2022).bookings().get(0).lines().get(0).bill();
    assertEquals("4,700.00（其中目录外全自费 500.00）", amount(bill.shares(), "个人负担"));
    BigDecimal rest = bill.shares().stream().skip(1)
        .map(sum -> new BigDecimal(sum.amount().replaceAll("（.*", "").replace(",", "")))
        .reduce(new BigDecimal(bill.shares().get(0).amount().replace(",", "")), BigDecimal::subtract);
    assertEquals(0, rest.signum(), bill.shares()::toString);
    assertEquals("住院", bill.care());
    assertEquals("广西壮族自治区 2022 年版", bill.edition());
    assertFalse(bill.foreign());
    BillView english = years.shown("w", 2022, 1, 200, Language.EN).get(0).bookings().get(0).lines().get(0).bill();
    assertTrue(english.foreign(), "the decision was asked for in Chinese");
  }

  @Test
  @DisplayName("What changes is added up as net, as recovered and as paid more, though both come to nothing together")
  void totals() {
    for (int i = 1; i <= 4; i++) {
      years.settle("T-" + i, "t", "450100", "2022-0" + (i + 3) + "-20", INPATIENT, LIVING, "20000", "2000", "0");
    }
    Correction shown = years.corrections().reverse("T-1", true, KeptYears.WHY);
    DifferencesView differences = DifferencesView.of(shown, KeptYears.policies(Language.ZH));
    assertAll(() -> assertEquals("16,200.00", amount(differences.totals(), "应追回合计")),
        () -> assertEquals("16,200.00", amount(differences.totals(), "应补付合计")),
        () -> assertEquals("0.00", amount(differences.totals(), "净额合计")));
    assertFalse(differences.onlyOrder());
  }

  @Test
  @DisplayName("A resettlement that changes the order of bills alone says so")
  void onlyOrder() {
    years.settle("O-1", "o", "450100", "2022-06-20", INPATIENT, LIVING, "4000", "2000", "0");
    years.settle("O-2", "o", "450100", "2022-05-20", INPATIENT, LIVING, "4000", "2000", "0");
    Correction shown = years.corrections().resettle(new AccountKey("o", 2022, "45"), PersonChange.NONE, true,
        KeptYears.WHY);
    DifferencesView differences = DifferencesView.of(shown, KeptYears.policies(Language.ZH));
    assertTrue(differences.onlyOrder());
    assertEquals(List.of("只改次序", "只改次序"), differences.rows().stream().map(DifferencesView.Row::role).toList());
    assertEquals("0.00", amount(differences.totals(), "净额合计"));
    assertEquals(2, differences.rows().get(0).moved());
  }

  @Test
  @DisplayName("An opening says what was paid elsewhere, and what that leaves of the cap")
  void opening() {
    String opening = "{\"reason\":\"x\",\"yearToDate\":{\"year\":2023,\"region\":\"520100\",\"burdenAfterInsurance\":"
        + "50000,\"criticalIllness\":{\"eligible\":50000,\"paid\":0},\"assistance\":{\"eligible\":{\"INPATIENT\":50000,"
        + "\"CHRONIC_OUTPATIENT\":0,\"MAJOR_OUTPATIENT\":0},\"paid\":{\"INPATIENT\":35000,\"CHRONIC_OUTPATIENT\":0,"
        + "\"MAJOR_OUTPATIENT\":0}},\"topUp\":{\"eligible\":0,\"paid\":0}}}";
    years.corrections().open(new AccountKey("e", 2023, "52"),
        OrderReader.opening(opening.getBytes(StandardCharsets.UTF_8), Language.EN).yearToDate(), KeptYears.WHY);
    YearView.BookedLine alone = years.shown("e", 2023).bookings().get(0).lines().get(0);
    assertEquals("已支付 35,000.00", alone.change());
    assertEquals(List.of(), alone.left(), "no bill knows a cap yet");
    years.settle("E-1", "e", "520102", "2023-05-05", INPATIENT, LIVING, "20000", "10000", "0");
    YearView.BookedLine opened = years.shown("e", 2023).bookings().get(0).lines().get(0);
    assertEquals("已支付 35,000.00", opened.change());
    assertTrue(opened.left().stream().anyMatch(sum -> sum.amount().equals("15,000.00（限额 50,000.00）")),
        opened.left()::toString);
  }

  @Test
  @DisplayName("A year is shown in parts that say where they are; marks lead into other parts, and a booking's end is told once")
  void parts() {
    for (int i = 1; i <= 5; i++) {
      years.settle("P-" + i, "p", "450100", "2022-0" + (i + 3) + "-20", INPATIENT, LIVING, "20000", "2000", "0");
    }
    years.corrections().reverse("P-1", false, KeptYears.WHY);
    Gatherer gathered = years.gathered("p", 2022);
    assertEquals(8, gathered.count());
    YearView first = years.shown("p", 2022, 1, 3, Language.ZH).get(0);
    YearView second = years.shown("p", 2022, 4, 3, Language.ZH).get(0);
    assertEquals("/console/accounts?person=p&year=2022&from=4#booking-45-6",
        first.bookings().get(0).lines().get(0).later().address());
    assertEquals(List.of(), second.bookings().get(2).after(), "further bills of the booking are in the next part");
    assertEquals(5, second.standing().rows().size());
    YearParts part = YearParts.of(YearSearch.of("p", "2022"), 4, 8, 3);
    assertAll(() -> assertEquals("/console/accounts?person=p&year=2022", part.before()),
        () -> assertEquals("/console/accounts?person=p&year=2022&from=7", part.after()),
        () -> assertEquals(6, part.to()), () -> assertTrue(part.isOneOfSeveral()));
    assertEquals(7, years.books.reading().find("P-3", null).place());
    assertEquals(5, years.books.reading().find("P-1", null).place());
  }
}
