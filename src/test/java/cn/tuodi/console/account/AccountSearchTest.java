package cn.tuodi.console.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.SettlementRefusal;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.language.Language;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How clerks find years and bills, what they take away, and what they are told of what they have typed. */
class AccountSearchTest {

  private static KeptYears years;

  @BeforeAll
  static void open() {
    years = new KeptYears();
    settle("=1+1", "f", "450100", "2022-05-05");
    settle("F-2", "f", "450100", "2023-05-05");
    settle("F-3", "f", "520100", "2023-05-06");
    settle("20220505000000017", "450103199001011234", "450100", "2022-05-05");
    settle("G-1", "g", "450100", "2022-05-05");
  }

  private static void settle(String id, String person, String region, String day) {
    years.settle(id, person, region, day, "INPATIENT", "MINIMUM_LIVING", "9000", "4000", "0");
  }

  @AfterAll
  static void close() {
    years.close();
  }

  @Test
  @DisplayName("A person is found without the year, a bill without the person, and neither by what is left of erased ids")
  void found() {
    assertEquals(List.of("2023 广西壮族自治区 1", "2023 贵州省 1", "2022 广西壮族自治区 1"),
        years.books.reading().ofPerson("f", "li").stream().map(account -> KnownAccount.of(account, Language.ZH))
            .map(known -> known.year() + " " + known.province() + " " + known.bills()).toList());
    assertEquals(List.of(), years.books.reading().ofPerson("nobody", "li"));
    assertEquals("52", years.books.reading().find("F-3", "li").last().key().province());
    assertEquals(1, years.books.reading().find("F-3", "li").place(), "the other province comes first");
    for (String unknown : List.of("nothing", "erased-1")) {
      assertEquals(SettlementRefusal.CLAIM_UNKNOWN, Assertions.assertThrows(SettlementRefused.class,
          () -> years.books.reading().find(unknown, "li")).reason());
    }
  }

  @Test
  @DisplayName("Whoever looks for a person or a bill is noted; what is not there tells nothing of anybody")
  void noted() throws SQLException {
    years.books.reading().find("F-2", "zhao");
    years.books.reading().ofPerson("f", "zhao");
    years.books.reading().ofPerson("nobody", "zhao");
    years.books.reading().year("f", 2023, YearPart.Asked.page(0, 0, () -> entry -> {}), "zhao");
    assertEquals(List.of("f 2023 F-2", "f 2023 null", "f 2022 null", "f 2023 null"), years.readings("zhao"));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(value = {"f,２０２２,,year", "f,2022,F-2,year", "f,,,person", ",,F-2,claim", ",2022,,", "f,22,,", ",,,blank"})
  @DisplayName("What is looked for: a year, also in digits of full width, a person, a bill, or nothing that can be found")
  void asked(String person, String year, String claim, String kind) {
    YearSearch search = YearSearch.of(person, year, claim);
    String found = search.isBlank() ? "blank" : search.isOfClaim() ? "claim"
        : search.isOfPerson() ? "person" : search.isComplete() ? "year" : null;
    assertEquals(kind, found);
  }

  @Test
  @DisplayName("Bills as they stand are downloaded with a mark of bytes, and no id becomes a formula or loses digits")
  void csv() {
    String csv = new String(StandingCsv.of(years.gathered("f", 2022).years(), Language.ZH),
        StandardCharsets.UTF_8);
    assertAll(() -> assertTrue(csv.startsWith("\uFEFF人员编号,就医年度,省份,"), csv),
        () -> assertTrue(csv.contains("f,2022,广西壮族自治区,1,'=1+1,2022-05-05,住院,9000.00,4000.00,0.00,4500.00,0.00,"
            + "500.00,有效"), csv));
    String digits = new String(StandingCsv.of(years.gathered("450103199001011234", 2022).years(), Language.ZH),
        StandardCharsets.UTF_8);
    assertTrue(digits.contains("'450103199001011234,2022,广西壮族自治区,1,'20220505000000017,2022-05-05,住院,9000.00,"),
        digits);
    String both = new String(StandingCsv.of(years.gathered("f", 2023).years(), Language.EN),
        StandardCharsets.UTF_8);
    assertEquals(3, both.lines().count(), both);
  }

  @Test
  @DisplayName("A booking is told once, on the account on which it was made")
  void justBooked() {
    GatheredYear year = years.gathered("f", 2022).years().iterator().next();
    Response answer = JustBooked.noted(Response.ok(), year.key(), 1);
    String mark = answer.getCookies().get(JustBooked.NAME).getValue();
    assertEquals(Optional.of(1L), JustBooked.of(mark, year).map(GatheredYear.Booking::version));
    for (GatheredYear other : List.of(years.gathered("g", 2022).years().iterator().next(),
        years.gathered("f", 2023).years().iterator().next())) {
      assertEquals(Optional.empty(), JustBooked.of(mark, other));
    }
    assertEquals(Optional.empty(), JustBooked.of("REVERSAL", year));
    assertEquals(0, JustBooked.said(answer).getCookies().get(JustBooked.NAME).getMaxAge());
  }

  @ParameterizedTest(name = "[{0}] [{1}]")
  @CsvSource({"2023,45,true", "２０２３,45,true", "²023,45,true", "' 2023 ',' 45 ',true", "2023,４５,true", "2023,⁴5,true",
      "-1,45,false", "99999,45,false", "1e3,45,false", "٢٠٢٣,45,false", "२०२३,45,false", "'',45,false",
      "'2 023',45,false",
      "0000,45,false", "2023,'',false", "2023,450,false", "2023,-4,false", "2023,٤٥,false"})
  @DisplayName("A year and a province are what their digits say, however they were typed, or none; never a failure")
  void typed(String year, String province, boolean isOne) {
    ResettlementForm form = ResettlementForm.of(" f ", year, province, "", "", "");
    assertEquals(isOne, form.isOfAnAccount());
    if (isOne) {
      assertEquals(new AccountKey("f", 2023, "45"), form.key());
      assertEquals("/console/accounts?person=f&year=2023", form.back());
    }
    assertEquals(1, YearParts.from("²"), "a part that is none is the first");
    assertEquals(1, YearParts.from("99999999999"));
    assertEquals(7, YearParts.from("7"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({",,,", "MINIMUM_LIVING,,,请填写认定日期。", ",2022-05-18,请选择身份。,",
      "MINIMUM_LIVING,2022-13-01,,认定日期应形如 2022-05-18。",
      "MINIMUM_LIVING,２０２２-05-18,,", "COUNTY_DESIGNATED,2022-05-18,,"})
  @DisplayName("An identity without a day, and a day without an identity, are told beside the field, in words")
  void identity(String identity, String day, String identityFault, String dayFault) {
    ResettlementForm form =
        ResettlementForm.of("f", "2022", "45", identity, day, "").checked(Language.ZH);
    assertEquals(identityFault == null ? "" : identityFault, form.faults().identity());
    assertEquals(dayFault == null ? "" : dayFault, form.faults().day());
    boolean offered = ResettlementForm.identities().map(IdentityType::name).anyMatch(name -> name.equals(identity));
    assertEquals(form.faults().identity().isEmpty() && form.faults().day().isEmpty()
        && (identity == null || offered), form.change().isPresent());
  }

  @Test
  @DisplayName("What is wrong with a reason says that it is the reason")
  void reason() {
    assertEquals("", ReversalForm.reasonFault("退费", Language.ZH));
    assertEquals("请填写原因。", ReversalForm.reasonFault("", Language.ZH));
    assertTrue(ReversalForm.reasonFault("x".repeat(501), Language.ZH).startsWith("原因："));
    assertTrue(ReversalForm.reasonFault("a\u202Eb", Language.EN).startsWith("Reason: "),
        ReversalForm.reasonFault("a\u202Eb", Language.EN));
  }
}
