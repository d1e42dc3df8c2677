package cn.tuodi.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.ClaimFields;
import cn.tuodi.claim.StatedClaims;
import cn.tuodi.facts.Claim;
import cn.tuodi.wire.ClaimView;
import cn.tuodi.wire.Json;
import cn.tuodi.wire.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
