package cn.tuodi.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.FailingEdition;
import cn.tuodi.language.Language;
import cn.tuodi.observation.DecisionMeters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a batch and what they have to do with each other. */
class BatchTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AssistanceDecider FAILING =
      new AssistanceDecider(new Catalogue(List.of(FailingEdition.EDITION)));
  private static final AssistanceDecider BUILT = new AssistanceDecider(BuiltEditions.CATALOGUE);

  @ParameterizedTest(name = "traced {0}, {1} lines")
  @DisplayName("A line on which the program fails is answered with its number, and every other as if it were not there")
  @CsvSource({"false, 3", "true, 3", "false, 601", "true, 601"})
  void failingLines(boolean traced, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> sound = new ArrayList<>();
    Map<Integer, String> failing = Map.of(2, "EXCEPTION", 100, "STACK", 128, "LINKAGE", 129, "TELLING", 601, "STACK");
    for (int line = 1; line <= count; line++) {
      String id = failing.getOrDefault(line, "SOUND") + "-" + line;
      // Persons of several lines, so that the failing ones stand between lines of one year.
      String claim = claim(id, "P-" + line / 5, null);
      lines.add(claim);
      if (!failing.containsKey(line)) {
        sound.add(claim);
      }
    }
    List<String> answers = new ArrayList<>(answers(FAILING, traced, lines));
    assertEquals(count, answers.size());
    for (int line = count; line >= 1; line--) {
      if (failing.containsKey(line)) {
        JsonNode problem = JSON.readTree(answers.remove(line - 1));
        assertEquals("INTERNAL_ERROR", problem.path("code").asText(), problem::toString);
        assertEquals(line, problem.path("line").asInt(), problem::toString);
        assertEquals(failing.get(line) + "-" + line, problem.path("claimId").asText(), problem::toString);
        assertTrue(problem.path("detail").asText().matches(".*error [0-9a-f-]{36}\\."), problem::toString);
      }
    }
    assertEquals(answers(FAILING, traced, sound), answers);
  }

  @Test
  @DisplayName("Nobody's year goes on from a person born on another day, and that is told; who states no day may be either")
  void twoPersons() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String answer : answers(BUILT, false, List.of(claim("1", "P", "1958-02-03"), claim("2", "P", "1961-05-12"),
        claim("3", "P", null), claim("4", "P", "1961-05-12"), claim("5", "P", "1958-02-03")))) {
      answers.add(JSON.readTree(answer));
    }
    assertEquals(List.of("first", "another", "goes on", "goes on", "another"),
        answers.stream().map(BatchTest::begins).toList());
    assertEquals(assistance(answers.get(0)), assistance(answers.get(1)));
    assertFalse(assistance(answers.get(0)).equals(assistance(answers.get(2))));
  }

  @Test
  @DisplayName("Each province has a year of its own, to which a person who comes back returns, and that is told")
  void provinces() throws IOException {
    List<String> lines = List.of(in("450100", claim("1", "P", null)), in("520100", claim("2", "P", null)),
        in("450200", claim("3", "P", null)), in("520100", claim("4", "P", null)), in("520100", claim("5", "Q", null)));
    List<JsonNode> answers = new ArrayList<>();
    for (String answer : answers(BUILT, false, lines)) {
      answers.add(JSON.readTree(answer));
    }
    assertEquals(List.of("", "YEAR_TO_DATE_OF_OTHER_PROVINCE", "", "", ""),
        answers.stream().map(answer -> told(answer, "YEAR_TO_DATE_OF_OTHER_PROVINCE")).toList());
    assertEquals(assistance(answers.get(4)), assistance(answers.get(1)));
    assertEquals("520100", answers.get(1).at("/yearToDate/region").asText());
    List<String> alone = answers(BUILT, false, List.of(lines.get(0), lines.get(2)));
    assertEquals(JSON.readTree(alone.get(0)), answers.get(0));
    assertEquals(JSON.readTree(alone.get(1)), answers.get(2));
    List<String> there = answers(BUILT, false, List.of(lines.get(1), lines.get(3)));
    assertEquals(assistance(JSON.readTree(there.get(1))), assistance(answers.get(3)));
  }

  @ParameterizedTest(name = "{0} lines between")
  @DisplayName("A claim that comes again in a batch is pointed out however far behind, and decided all the same")
  @CsvSource({"0", "1", "127", "128", "700"})
  void repeated(int between) throws IOException {
    List<String> lines = new ArrayList<>(List.of(claim("1", "P", null)));
    for (int i = 0; i < between; i++) {
      lines.add(claim("1", "Q-" + i, null));
    }
    lines.add(claim("1", "P", null));
    lines.add(claim("2", "P", null));
    List<String> answers = answers(BUILT, false, lines);
    List<String> told = new ArrayList<>();
    for (String answer : answers) {
      told.add(told(JSON.readTree(answer), "CLAIM_REPEATED"));
    }
    List<String> expected = new ArrayList<>(Collections.nCopies(between + 3, ""));
    expected.set(between + 1, "CLAIM_REPEATED");
    assertEquals(expected, told);
    assertTrue(JSON.readTree(answers.get(between + 1)).at("/totals/total").decimalValue().signum() > 0);
  }

  @Test
  @DisplayName("A line by which the year would be too large is refused, and the year of the person goes on without it")
  void yearTooLarge() throws IOException {
    String large = claim("1", "P", null).replaceFirst("}$", ",\"yearToDate\":{\"year\":2022,\"burdenAfterInsurance\":"
        + "99999999999.99,\"criticalIllness\":{\"eligible\":0,\"paid\":0},\"assistance\":{\"eligible\":{\"INPATIENT\":0,"
        + "\"CHRONIC_OUTPATIENT\":0,\"MAJOR_OUTPATIENT\":0},\"paid\":{\"INPATIENT\":0,\"CHRONIC_OUTPATIENT\":0,"
        + "\"MAJOR_OUTPATIENT\":0}},\"topUp\":{\"eligible\":0,\"paid\":0}}}");
    List<String> answers = answers(BUILT, false, List.of(large, claim("2", "P", null)));
    assertEquals("YEAR_TO_DATE_TOO_LARGE", JSON.readTree(answers.get(0)).at("/code").asText());
    assertEquals("/yearToDate/burdenAfterInsurance",
        JSON.readTree(answers.get(0)).at("/violations/0/pointer").asText());
    assertEquals(answers(BUILT, false, List.of(claim("2", "P", null))).get(0), answers.get(1));
  }

  @Test
  @DisplayName("A line that could not be decided is not repeated by the one that mends it")
  void mended() throws IOException {
    String broken = claim("1", "P", null).replace("\"total\":144000", "\"total\":144001");
    List<String> answers = answers(BUILT, false, List.of(broken, claim("1", "P", null)));
    assertEquals("COSTS_DO_NOT_ADD_UP", JSON.readTree(answers.get(0)).at("/code").asText());
    assertEquals("", told(JSON.readTree(answers.get(1)), "CLAIM_REPEATED"));
  }

  private static String in(String region, String claim) {
    return claim.replace("450100", region).replace("2022-05-18", "2023-05-18");
  }

  private static String told(JsonNode answer, String code) {
    for (JsonNode notice : answer.path("notices")) {
      if (notice.path("code").asText().equals(code)) {
        return code;
      }
    }
    return "";
  }

  private static String begins(JsonNode answer) {
    for (JsonNode notice : answer.path("notices")) {
      if (notice.path("code").asText().equals("YEAR_TO_DATE_ASSUMED_ZERO")) {
        return notice.path("message").asText().contains("another birthDate") ? "another" : "first";
      }
    }
    return "goes on";
  }

  private static String assistance(JsonNode answer) {
    return answer.path("totals").path("medicalAssistance").asText();
  }

  private static List<String> answers(AssistanceDecider decider, boolean traced, List<String> lines)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Batch(decider, new DecisionMeters(new SimpleMeterRegistry()), Language.EN, traced)
        .run(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** A claim of which assistance pays up to the cap of the year. */
  private static String claim(String id, String person, String birthDate) {
    return "{\"claimId\":\"" + id
        + "\",\"region\":\"450100\",\"serviceDate\":\"2022-05-18\",\"person\":{\"personId\":\""
        + person + "\"," + (birthDate == null ? "" : "\"birthDate\":\"" + birthDate + "\",")
        + "\"identities\":[{\"type\":\"MINIMUM_LIVING\",\"recognisedOn\":\"2021-01-10\"}]},"
        + "\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":144000,\"policyScope\":144000,\"advance\":0,"
        + "\"overLimit\":0,\"selfPaid\":0},\"payments\":{\"basicInsurance\":90000,\"criticalIllness\":0}}";
  }
}
