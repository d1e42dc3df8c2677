package cn.tuodi.simulation.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.StatedClaims;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of claims have a column for every field. */
class CsvColumnTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String HEADER =
      CsvColumn.all().stream().map(CsvColumn::heading).collect(Collectors.joining(","));

  @Test
  @DisplayName("The columns that tables have had keep their names and order, and each has a name of its own")
  void headings() {
    List<String> kept = List.of("claimId", "region", "serviceDate", "settledOn", "personId", "birthDate", "scheme",
        "enrolment", "localHukou", "rural", "identities", "disabilityGrade", "disabilityKind", "careType", "condition",
        "designated", "place", "referral", "emergency", "primaryCareReferral", "total", "policyScope", "advance",
        "overLimit", "selfPaid", "cataloguesExceptionApproved", "basicInsurance", "criticalIllness",
        "employeeSupplement", "otherInsurance", "planDeductible", "planDisposableIncomePerHead", "planTiers",
        "planCap");
    assertEquals(kept, CsvColumn.all().stream().map(CsvColumn::heading).filter(kept::contains).toList());
    Set<String> names = new HashSet<>();
    assertTrue(CsvColumn.all().stream().allMatch(column -> names.add(column.heading().toLowerCase(Locale.ROOT))));
  }

  @Test
  @DisplayName("Every fact but the year to date changes its column, and a claim is read from its columns as it was")
  void everyFactHasAColumn() {
    Claim whole = withoutYear(StatedClaims.whole());
    for (Claim claim : List.of(whole, withoutYear(StatedClaims.onIncome()))) {
      CsvLines lines = CsvLines.of(HEADER.getBytes(StandardCharsets.UTF_8), Language.EN);
      assertEquals(claim, lines.parse(line(claim).getBytes(StandardCharsets.UTF_8)));
    }
    StatedClaims.changed(StatedClaims.whole()).forEach((pointer, claim) -> {
      boolean ofTheYear = pointer.startsWith("/yearToDate");
      assertEquals(ofTheYear, line(whole).equals(line(claim)), pointer);
      assertFalse(!ofTheYear && CsvColumn.at(pointer).isEmpty(), pointer);
    });
  }

  @Test
  @DisplayName("Where several may be chosen, each is named by code or Chinese name; what may be left out may be empty")
  void severalNames() {
    Person person = read("identities,disabilityGrade,disabilityKind,disabilityComponents",
        "其他特殊困难:2021-01-10:2022-12-31::3,1,多重,视力残疾；HEARING、言语", Language.ZH).person();
    assertEquals(List.of(new Identity(IdentityType.COUNTY_DESIGNATED, LocalDate.of(2021, 1, 10),
        LocalDate.of(2022, 12, 31), null, 3)), person.identities());
    assertEquals(EnumSet.of(DisabilityKind.VISUAL, DisabilityKind.HEARING, DisabilityKind.SPEECH),
        person.disability().components());
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("An entry without what it must state is refused, with its form and an example that is one")
  @CsvSource(delimiter = '|', textBlock = """
      ZH | identities | 低保:           | 没有认定日期：请写成 认定身份:认定日期[:退出日期][:申请日期][:县级认定类别][:身份代码]，例如 特困人员:2021-01-10
      ZH | identities | 低保::2022-12-31 | 没有认定日期
      ZH | identities | :2021-01-10     | 没有认定身份
      ZH | planTiers  | 0               | 没有报销比例：请写成 起付线以上，自（元）:报销比例，例如 0:0.60
      EN | identities | ORPHAN          | lacks "Recognised on": write Recognised as:Recognised on[:Ended on]
      EN | identities | ORPHAN          | such as EXTREMELY_POOR:2021-01-10
      EN | planTiers  | 0:0.6;1:        | lacks "Rate": write Above deductible from (yuan):Rate, such as 0:0.60
      """)
  void lackingEntries(Language language, String column, String cell, String words) {
    PortfolioFault fault = assertThrows(PortfolioFault.class, () -> read(column, cell, language));
    assertEquals(column, fault.place());
    assertTrue(fault.getMessage().contains(words), fault.getMessage());
  }

  private static Claim read(String columns, String cells, Language language) {
    return CsvLines
        .of(("claimId,region,serviceDate,careType,total,policyScope,advance,overLimit,selfPaid,basicInsurance,"
            + columns).getBytes(StandardCharsets.UTF_8), language)
        .parse(("C-1,450100,2022-05-18,住院,100,100,0,0,0,50," + cells).getBytes(StandardCharsets.UTF_8));
  }

  private static Claim withoutYear(Claim claim) {
    return ClaimFields.SET.like(claim).with(ClaimFields.YEAR_TO_DATE, null).facts();
  }

  private static String line(Claim claim) {
    try {
      JsonNode json = MAPPER.readTree(Json.bytes(ClaimView.of(claim)));
      return CsvColumn.all().stream().map(column -> PortfolioTemplate.cell(column, json))
          .collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
