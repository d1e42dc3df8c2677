package cn.tuodi.assistance;

import cn.tuodi.edition.Catalogue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question to an area with standards of its own, and what its answer holds at some places: by JSON pointer, by
 * {@code status} for the HTTP status, and by {@code /notices#} for the codes of all notices.
 *
 * @param name the sentence that is proved
 * @param question the question
 * @param expect what the answer holds with the standards
 * @param without what it holds without them
 */
public record LocalCase(String name, QuestionCase question, JsonNode expect, JsonNode without) {

  private static final Path FILE = Path.of("src/test/resources/local-standards/cases.jsonl");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** All of them. */
  public static List<LocalCase> all() {
    List<LocalCase> cases = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        JsonNode row = JSON.readTree(line);
        Set<String> proves = new TreeSet<>();
        row.get("proves").forEach(id -> proves.add(id.asText()));
        QuestionCase question = new QuestionCase(FILE.getFileName().toString(), row.get("path").asText(),
            row.get("name").asText(), row.get("request"), row.get("expect"), proves);
        cases.add(new LocalCase(question.name(), question, row.get("expect"), row.get("without")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** The answer of this process. */
  public PolicyCase.Answer answer(Catalogue catalogue) {
    if (question.path().equals("/v1/decisions")) {
      return new PolicyCase(question.file(), name, question.request(), expect)
          .answer(new AssistanceDecider(catalogue), true);
    }
    return question.answer(catalogue);
  }

  /** Where an answer does not hold what is expected. */
  public static List<String> differences(JsonNode expected, PolicyCase.Answer answer) {
    List<String> differences = new ArrayList<>();
    expected.properties().forEach(entry -> {
      JsonNode got = at(answer, entry.getKey());
      if (!same(entry.getValue(), got)) {
        differences.add(entry.getKey() + ": want " + entry.getValue() + ", got " + got + " in " + answer.body());
      }
    });
    return differences;
  }

  private static JsonNode at(PolicyCase.Answer answer, String place) {
    if (place.equals("status")) {
      return JSON.valueToTree(answer.status());
    }
    if (place.endsWith("#")) {
      Set<String> codes = new TreeSet<>();
      answer.body().at(place.substring(0, place.length() - 1))
          .forEach(notice -> codes.add(notice.get("code").asText()));
      return JSON.valueToTree(codes);
    }
    JsonNode found = answer.body().at(place);
    return found.isMissingNode() ? NullNode.getInstance() : found;
  }

  private static boolean same(JsonNode want, JsonNode got) {
    return want.isNumber() && got.isNumber() ? want.decimalValue().compareTo(got.decimalValue()) == 0
        : want.equals(got);
  }

  @Override
  public String toString() {
    return name;
  }
}
