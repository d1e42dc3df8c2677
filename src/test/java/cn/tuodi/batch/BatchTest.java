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
