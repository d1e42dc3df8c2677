package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the id of a decision depends on. */
class DecisionIdTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final String CLAIM = """
      {"claimId": "GX-0001", "region": "450100", "serviceDate": "2022-05-18",
       "person": {"personId": "P-17", "identities": [%s]},
       "care": {"type": "INPATIENT"},
       "costs": {"total": 48000, "policyScope": 44000, "advance": 1500, "overLimit": 500, "selfPaid": 2000},
       "payments": {"basicInsurance": 30000, "criticalIllness": 0}}""";
  private static final List<String> RECOGNISED = List.of(
      "{\"type\": \"EXTREMELY_POOR\", \"recognisedOn\": \"2021-01-10\"}",
      "{\"type\": \"ORPHAN\", \"recognisedOn\": \"2021-01-10\"}",
      "{\"type\": \"MINIMUM_LIVING\", \"recognisedOn\": \"2020-01-10\", \"endedOn\": \"2022-05-10\"}",
      "{\"type\": \"MINIMUM_LIVING\", \"recognisedOn\": \"2020-01-10\"}");

  @Test
  @DisplayName("Recognitions in whichever order, or listed twice, make the same decision of the same id")
  void recognitionsAreASet() {
    String decided = decided(CLAIM.formatted(String.join(",", RECOGNISED)));
    for (int[] order : new int[][] {{3, 2, 1, 0}, {1, 0, 3, 2}, {2, 3, 0, 1}, {0, 0, 1, 2, 3, 3}, {3, 1, 3, 2, 0, 1}}) {
      List<String> listed = Arrays.stream(order).mapToObj(RECOGNISED::get).toList();
      assertEquals(decided, decided(CLAIM.formatted(String.join(",", listed))));
    }
    assertNotEquals(id(CLAIM.formatted(RECOGNISED.get(0))), id(CLAIM.formatted(RECOGNISED.get(1))));
    assertNotEquals(id(CLAIM.formatted(RECOGNISED.get(2))), id(CLAIM.formatted(RECOGNISED.get(3))));
  }

  @ParameterizedTest
  @DisplayName("The same facts written in another way have the same id")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      "total": 48000 | "total": 48000.00
      "total": 48000 | "total": 48000.0
      "total": 48000 | "total": 4.8E4
      "criticalIllness": 0 | "criticalIllness": 0.00
      "criticalIllness": 0 | "criticalIllness": 0, "employeeSupplement": 0.00, "otherInsurance": 0
      "type": "INPATIENT" | "type": "INPATIENT", "condition": "NONE", "designated": true, "place": "POOLING_AREA"
      "type": "INPATIENT" | "emergency": false, "primaryCareReferral": false, "referral": "NOT_REQUIRED", "type": "INPATIENT"
      "personId": "P-17" | "rural": false, "localHukou": true, "scheme": "RESIDENT", "enrolment": "INSURED", "personId": "P-17"
      "personId": "P-17" | "birthDate": null, "disability": null, "personId": "P-17"
      "region": "450100" | "settledOn": null, "yearToDate": null, "criticalIllnessPlan": null, "region": "450100"
      "claimId": "GX-0001" | "claimId": "\\u0047X-0001"
      """)
  void writtenAnotherWay(String part, String otherwise) {
    String claim = CLAIM.formatted("");
    assertTrue(claim.contains(part), part);
    assertEquals(id(claim), id(claim.replace(part, otherwise)));
  }

  @ParameterizedTest
  @DisplayName("Other facts have another id, also where text of one field looks like another field")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      "criticalIllness": 0 | "criticalIllness": 0.01
      "personId": "P-17" | "personId": "P-17region=450100"
      "personId": "P-17" | "personId": "p-17"
      "personId": "P-17", | ``
      "claimId": "GX-0001" | "claimId": "GX-0001personId=4:P-17"
      "region": "450100" | "region": "450200"
      """)
  void otherFacts(String part, String otherwise) {
    String claim = CLAIM.formatted("");
    assertTrue(claim.contains(part), part);
    assertNotEquals(id(claim), id(claim.replace(part, otherwise)));
  }

  @Test
  @DisplayName("A year stated as zero is not a year left out: the answer tells which it was")
  void yearStated() {
    String claim = CLAIM.formatted("");
    String zero = "{\"INPATIENT\": 0, \"CHRONIC_OUTPATIENT\": 0, \"MAJOR_OUTPATIENT\": 0}";
    String year = "{\"year\": 2022, \"burdenAfterInsurance\": 0, \"criticalIllness\": {\"eligible\": 0, \"paid\": 0}, "
        + "\"assistance\": {\"eligible\": %s, \"paid\": %s}, \"topUp\": {\"eligible\": 0, \"paid\": 0}}";
    String stated = claim.replace("\"region\"", "\"yearToDate\": " + year.formatted(zero, zero) + ", \"region\"");
    assertNotEquals(id(claim), id(stated));
  }

  @Test
  @DisplayName("An id says by which scheme it was made; it does not change between builds of the program")
  void schemes() {
    String hash = "sha256:0";
    Claim claim = read(CLAIM.formatted(RECOGNISED.get(2)));
    assertEquals("d2-", DecisionIdScheme.NAMED.idOf(claim, hash).substring(0, 3));
    assertEquals("d2-0c1d98a2742d5922f480e52e929b38c5", DecisionIdScheme.NAMED.idOf(claim, hash));
    assertEquals("581125f37dac044fd90943fb8c430f11", DecisionIdScheme.POSITIONAL.idOf(claim, hash));
    for (DecisionIdScheme scheme : DecisionIdScheme.values()) {
      assertEquals(scheme, DecisionIdScheme.of(scheme.idOf(claim, hash)));
      assertNotEquals(scheme.idOf(claim, hash), scheme.idOf(claim, "sha256:1"));
    }
  }

  private static Claim read(String claim) {
    return ClaimReader.read(claim.getBytes(StandardCharsets.UTF_8), Language.ZH);
  }

  private static String id(String claim) {
    Claim read = read(claim);
    return DecisionIdScheme.CURRENT.idOf(read, "sha256:0");
  }

  private static String decided(String claim) {
    JsonNode decision = Json.tree(DecisionView.of((Decision) DECIDER.decide(read(claim)), Language.ZH));
    return ((ObjectNode) decision).toString();
  }
}
