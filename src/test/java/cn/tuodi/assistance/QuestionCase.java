package cn.tuodi.assistance;

import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationJson;
import cn.tuodi.application.ApplicationReader;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.household.HouseholdReader;
import cn.tuodi.household.RecognitionAnswer;
import cn.tuodi.household.RecognitionDecider;
import cn.tuodi.household.RecognitionJson;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.premium.PremiumAnswer;
import cn.tuodi.premium.PremiumDecider;
import cn.tuodi.premium.PremiumJson;
import cn.tuodi.premium.PremiumReader;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A question other than a claim and what is expected of its answer: a line of the contract's examples, or one worked out
 * by hand from the documents.
 *
 * @param file file name
 * @param path where the question is posted
 * @param name the sentence that the case proves
 * @param request the question
 * @param expect what is expected
 * @param proves provisions that the case proves
 */
public record QuestionCase(String file, String path, String name, JsonNode request, JsonNode expect,
    Set<String> proves) {

  private static final Path FOLDER = Path.of("src/test/resources/questions");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Set<String> COMPARED = Set.of("GOVERNED_ELSEWHERE", "LOCAL_STANDARD_MISSING");

  /** All cases, in the order of file names and lines. */
  public static List<QuestionCase> all() {
    List<QuestionCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode row = JSON.readTree(line);
          Set<String> proves = new TreeSet<>();
          row.path("proves").forEach(id -> proves.add(id.asText()));
          String name = file.getFileName().toString();
          cases.add(new QuestionCase(name, path(name), row.get("name").asText(), row.get("request"),
              row.get("expect"), proves));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static String path(String file) {
    if (file.startsWith("enrolments")) {
      return "/v1/enrolments";
    }
    return file.startsWith("applications") ? "/v1/applications" : "/v1/recognitions/illness-impoverished";
  }

  /** The answer of this process, as the service would give it. */
  public PolicyCase.Answer answer(Catalogue catalogue) {
    byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
    try {
      Outcome outcome = switch (path) {
        case "/v1/enrolments" -> new PremiumDecider(catalogue).decide(PremiumReader.read(body, Language.EN));
        case "/v1/applications" -> new ApplicationDecider(catalogue).decide(ApplicationReader.read(body, Language.EN));
        default -> new RecognitionDecider(catalogue).decide(HouseholdReader.read(body, Language.EN));
      };
      if (outcome instanceof PremiumAnswer answer) {
        return of(200, PremiumJson.of(answer, Language.EN));
      } else if (outcome instanceof ApplicationAnswer answer) {
        return of(200, ApplicationJson.of(answer, Language.EN));
      } else if (outcome instanceof RecognitionAnswer answer) {
        return of(200, RecognitionJson.of(answer, Language.EN));
      } else if (outcome instanceof MissingFact missing) {
        throw InvalidRequest.missing(missing.pointer(), Language.EN);
      }
      return of(422, Problem.refused((Refusal) outcome, null, Language.EN));
    } catch (InvalidRequest e) {
      return of(400, Problem.invalid(e.violations(), Language.EN));
    }
  }

  private static PolicyCase.Answer of(int status, Object body) {
    try {
      return new PolicyCase.Answer(status, JSON.readTree(Json.bytes(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where an answer is not what is expected. */
  public List<String> differences(PolicyCase.Answer answer) {
    List<String> differences = new ArrayList<>();
    JsonNode got = answer.body();
    if (expect.has("problem")) {
      String code = expect.get("problem").asText();
      compare("status", code.equals("INVALID_REQUEST") ? 400 : 422, answer.status(), differences);
      compare("code", code, got.path("code").asText(), differences);
      if (expect.has("pointer")) {
        compare("pointer", expect.get("pointer").asText(), got.at("/violations/0/pointer").asText(), differences);
      }
      return differences;
    }
    compare("status", 200, answer.status(), differences);
    switch (path) {
      case "/v1/enrolments" -> enrolment(got, differences);
      case "/v1/applications" -> application(got, differences);
      default -> {
        for (String field : List.of("recognised", "threshold", "incomePerHeadAfterCost")) {
          if (expect.has(field)) {
            compare(field, expect.get(field), got.path(field), differences);
          }
        }
      }
    }
    if (expect.has("codes")) {
      Set<String> codes = new TreeSet<>();
      got.path("notices").findValuesAsText("code").stream().filter(COMPARED::contains).forEach(codes::add);
      Set<String> wanted = new TreeSet<>();
      expect.get("codes").forEach(code -> wanted.add(code.asText()));
      compare("notices", wanted, codes, differences);
    }
    return differences;
  }

  private void enrolment(JsonNode got, List<String> differences) {
    compare("edition", expect.get("edition"), got.at("/policy/edition"), differences);
    compare("subsidy", expect.get("subsidy"), got.at("/subsidy/amount"), differences);
    if (expect.has("rate")) {
      compare("rate", expect.get("rate"), got.at("/subsidy/rate"), differences);
    }
    if (expect.has("payable")) {
      compare("personalPayable", expect.get("payable"), got.path("personalPayable"), differences);
    }
    Set<String> payers = new TreeSet<>();
    got.path("fiscal").forEach(share -> {
      payers.add(share.get("payer").asText());
      compare(share.get("payer").asText(), expect.get("fiscal").path(share.get("payer").asText()),
          share.get("amount"), differences);
    });
    Set<String> wanted = new TreeSet<>();
    expect.get("fiscal").fieldNames().forEachRemaining(wanted::add);
    compare("fiscal", wanted, payers, differences);
    JsonNode waiting = got.path("waitingPeriod");
    compare("waitingPeriod", expect.get("waiting"), waiting.isNull() ? waiting : waiting.path("applies"), differences);
    if (expect.has("benefitsFrom")) {
      compare("benefitsFrom", expect.get("benefitsFrom"), waiting.path("benefitsFrom"), differences);
    }
  }

  private void application(JsonNode got, List<String> differences) {
    compare("status", expect.get("status"), got.path("status"), differences);
    if (expect.get("status").asText().equals("PROPOSED")) {
      compare("base", expect.get("base"), got.path("base"), differences);
      compare("amount", expect.get("amount"), got.at("/payouts/0/amount"), differences);
    } else {
      compare("payouts", 0, got.path("payouts").size(), differences);
    }
    List<String> excluded = new ArrayList<>();
    expect.get("excluded").forEach(id -> excluded.add(id.asText()));
    compare("excludedClaims", excluded, got.path("excludedClaims").findValuesAsText("claimId"), differences);
    if (expect.has("reasons")) {
      List<String> reasons = new ArrayList<>();
      expect.get("reasons").forEach(reason -> reasons.add(reason.asText()));
      compare("reasons", reasons, got.path("reasons").findValuesAsText("code"), differences);
    }
  }

  private static void compare(String what, Object wanted, Object got, List<String> differences) {
    boolean same = wanted instanceof JsonNode one && got instanceof JsonNode other
        ? one.isNumber() && other.isNumber() ? number(one).compareTo(number(other)) == 0 : one.equals(other)
        : wanted.equals(got);
    if (!same) {
      differences.add(what + ": want " + wanted + ", got " + got);
    }
  }

  private static BigDecimal number(JsonNode node) {
    return node.decimalValue();
  }

  @Override
  public String toString() {
    return file + ": " + name;
  }
}
