package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a decision tells as accumulated can be stated with the next claim, or there is no decision. */
class YearTooLargeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final String NOTHING = "{\"INPATIENT\": 0, \"CHRONIC_OUTPATIENT\": 0, \"MAJOR_OUTPATIENT\": 0}";
  private static final String ALMOST = "99999989999.99";
  private static final String TOO_MUCH = "99999990000.00";

  /** A stay that leaves 10,000 in scope, with burden, basis of critical-illness insurance and basis of assistance before. */
  private static String claim(String burden, String basis, String eligible) {
    return """
        {"claimId": "Y", "region": "450100", "serviceDate": "2023-02-01",
         "person": {"personId": "P", "identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}]},
         "care": {"type": "INPATIENT"},
         "costs": {"total": 20000, "policyScope": 20000, "advance": 0, "overLimit": 0, "selfPaid": 0},
         "payments": {"basicInsurance": 10000, "criticalIllness": 0},
         "yearToDate": {"year": 2023, "burdenAfterInsurance": %s, "criticalIllness": {"eligible": %s, "paid": 0},
           "assistance": {"eligible": %s, "paid": %s}, "topUp": {"eligible": 0, "paid": 0}}}"""
        .formatted(burden, basis, NOTHING.replace("\"INPATIENT\": 0", "\"INPATIENT\": " + eligible), NOTHING);
  }

  private static Outcome decide(String claim) {
    return DECIDER.decide(ClaimReader.read(claim.getBytes(StandardCharsets.UTF_8), Language.EN));
  }

  @Test
  @DisplayName("The most that can be stated is decided, and can be stated again")
  void most() throws IOException {
    Decision decision = assertInstanceOf(Decision.class, decide(claim(ALMOST, ALMOST, ALMOST)));
    JsonNode year = JSON.readTree(Json.bytes(DecisionView.of(decision, Language.EN))).get("yearToDate");
    assertEquals("9.999999999999E10", year.get("burdenAfterInsurance").asText());
    ObjectNode next = (ObjectNode) JSON.readTree(claim("0", "0", "0"));
    next.set("yearToDate", year);
    Refusal refusal = assertInstanceOf(Refusal.class, decide(next.toString()));
    assertEquals(
        List.of("/yearToDate/burdenAfterInsurance", "/yearToDate/criticalIllness/eligible",
            "/yearToDate/assistance/eligible/INPATIENT"),
        refusal.arguments());
  }

  @ParameterizedTest(name = "{3}")
  @DisplayName("A claim by which a sum would be more than can be stated is refused, and the sum is told in both languages")
  @CsvSource({TOO_MUCH + ", 0, 0, /yearToDate/burdenAfterInsurance",
      "0, " + TOO_MUCH + ", 0, /yearToDate/criticalIllness/eligible",
      "0, 0, " + TOO_MUCH + ", /yearToDate/assistance/eligible/INPATIENT"})
  void tooLarge(String burden, String basis, String eligible, String place) {
    Refusal refusal = assertInstanceOf(Refusal.class, decide(claim(burden, basis, eligible)));
    for (Language language : Language.values()) {
      Problem problem = Problem.refused(refusal, "Y", language);
      assertEquals(422, problem.status());
      assertEquals("YEAR_TO_DATE_TOO_LARGE", problem.code());
      assertEquals(List.of(place), problem.violations().stream().map(violation -> violation.pointer()).toList());
      assertEquals(language.of("将超过 99999999999.99", "would be more than 99999999999.99"),
          problem.violations().get(0).message());
    }
  }

  @Test
  @DisplayName("What is more than can be stated is malformed where it is stated")
  void stated() {
    assertThrows(InvalidRequest.class, () -> decide(claim("100000000000.00", "0", "0")));
  }
}
