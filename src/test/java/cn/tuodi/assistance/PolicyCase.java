package cn.tuodi.assistance;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A claim and what is expected of its decision: a line of a file of conformance cases, the contract's examples. Those that
 * are worked out by hand from the documents stand in the workbooks.
 *
 * @param file file name
 * @param name the sentence that the case proves
 * @param request the claim
 * @param expect what is expected
 */
public record PolicyCase(String file, String name, JsonNode request, JsonNode expect) {

  private static final Path FOLDER = Path.of("src/test/resources/conformance");
  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  /** Notices that must be given when expected and only then; of others only the expected ones are looked for. */
  private static final Set<String> COMPARED = Set.of("YEAR_TO_DATE_ASSUMED_ZERO", "NO_CLASS", "NO_STANDING_RATE",
      "CARE_NOT_COVERED", "NOT_DESIGNATED", "NOT_REFERRED", "NOT_COVERED_PERSON", "NOT_ENROLLED", "GOVERNED_ELSEWHERE",
      "LOCAL_STANDARD_MISSING", "BURDEN_WARNING", "RATE_REDUCED_UNREFERRED", "PAID_AT_HALF_LATE_ENROLMENT");

  /**
   * What the service answers.
   *
   * @param status HTTP status
   * @param body the decision or the problem
   */
  public record Answer(int status, JsonNode body) {}

  /** The cases of all files, in the order of file names and lines. */
  public static List<PolicyCase> all() {
    List<PolicyCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode row = JSON.readTree(line);
          cases.add(new PolicyCase(file.getFileName().toString(), row.get("name").asText(), row.get("request"),
              row.get("expect")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** The answer to the claim, on the path that a request takes. */
  public Answer answer(AssistanceDecider decider, boolean tracing) {
    try {
      Claim claim = ClaimReader.read(JSON.writeValueAsBytes(request), Language.ZH);
      Outcome outcome = decider.decide(claim, tracing);
      if (outcome instanceof Decision decision) {
        return new Answer(200, JSON.readTree(Json.bytes(DecisionView.of(decision, Language.ZH))));
      }
      Problem problem = Problem.refused((Refusal) outcome, claim.claimId(), Language.ZH);
      return new Answer(problem.status(), JSON.readTree(Json.bytes(problem)));
    } catch (InvalidRequest e) {
      return new Answer(400, JSON.valueToTree(Problem.invalid(e.violations(), Language.ZH)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every point in which an answer is not as expected; none where it is. */
  public List<String> differences(Answer answer) {
    JsonNode body = answer.body();
    if (expect.has("problem")) {
      String code = expect.get("problem").asText();
      return answer.status() == 422 && code.equals(body.path("code").asText()) ? List.of()
          : List.of("want problem " + code + ", got " + answer.status() + " " + body);
    }
    if (answer.status() != 200) {
      return List.of("want a decision, got " + answer.status() + " " + body);
    }
    List<String> differences = new ArrayList<>();
    compare(expect.get("status"), body.path("status"), "status", differences);
    compare(expect.get("edition"), body.path("policy").path("edition"), "edition", differences);
    if (expect.get("class").isNull() != body.path("class").isNull()) {
      differences.add("class: want " + expect.get("class") + ", got " + body.path("class"));
    }
    compare(expect.get("class"), body.path("class"), "class", differences);
    comparePayouts(body, differences);
    compare(expect.get("totals"), body.path("totals"), "totals", differences);
    compare(expect.get("yearToDate"), body.path("yearToDate"), "yearToDate", differences);
    compareNotices(body, differences);
    boolean waived = texts(body.path("entitlements"), "type").contains("DEPOSIT_WAIVER");
    if (expect.get("depositWaiver").asBoolean() != waived) {
      differences.add("deposit waiver: want " + expect.get("depositWaiver") + ", got " + waived);
    }
    return differences;
  }

  private void comparePayouts(JsonNode body, List<String> differences) {
    Map<String, BigDecimal> got = new TreeMap<>();
    for (JsonNode payout : body.path("payouts")) {
      got.merge(payout.path("benefit").asText(), payout.path("amount").decimalValue(), BigDecimal::add);
    }
    if (got.containsKey("INSTITUTION_BORNE") && got.get("INSTITUTION_BORNE").signum() == 0) {
      got.remove("INSTITUTION_BORNE");
    }
    Map<String, BigDecimal> want = new TreeMap<>();
    expect.get("payouts").properties().forEach(line -> want.put(line.getKey(), line.getValue().decimalValue()));
    if (!got.keySet().equals(want.keySet())) {
      differences.add("payouts: want " + want + ", got " + got);
    }
    want.forEach((benefit, amount) -> {
      if (got.containsKey(benefit) && got.get(benefit).compareTo(amount) != 0) {
        differences.add(benefit + ": want " + amount + ", got " + got.get(benefit));
      }
    });
  }

  private void compareNotices(JsonNode body, List<String> differences) {
    Set<String> want = list(expect.get("codes"));
    Set<String> got = texts(body.path("notices"), "code");
    Set<String> missing = new TreeSet<>(want);
    missing.removeAll(got);
    Set<String> unexpected = new TreeSet<>(got);
    unexpected.retainAll(COMPARED);
    unexpected.removeAll(want);
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      differences.add("notices: missing " + missing + ", unexpected " + unexpected);
    }
  }

  /** Compares what is expected, field by field; further fields of the answer are not looked at. */
  private static void compare(JsonNode want, JsonNode got, String at, List<String> differences) {
    if (want.isObject()) {
      want.properties().forEach(
          field -> compare(field.getValue(), got.path(field.getKey()), at + "." + field.getKey(), differences));
    } else if (!same(want, got)) {
      differences.add(at + ": want " + want + ", got " + got);
    }
  }

  private static boolean same(JsonNode want, JsonNode got) {
    if (want.isNumber() && got.isNumber()) {
      return want.decimalValue().compareTo(got.decimalValue()) == 0;
    }
    return want.equals(got) || want.isNull() && got.isMissingNode();
  }

  private static Set<String> list(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(entry -> texts.add(entry.asText()));
    return texts;
  }

  private static Set<String> texts(JsonNode list, String field) {
    Set<String> texts = new TreeSet<>();
    list.forEach(entry -> texts.add(entry.path(field).asText()));
    return texts;
  }

  @Override
  public String toString() {
    return file + ": " + name;
  }
}
