package cn.tuodi.fuzz;

import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationJson;
import cn.tuodi.application.ApplicationReader;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.batch.Batch;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.household.HouseholdReader;
import cn.tuodi.household.RecognitionAnswer;
import cn.tuodi.household.RecognitionDecider;
import cn.tuodi.household.RecognitionJson;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.premium.PremiumAnswer;
import cn.tuodi.premium.PremiumDecider;
import cn.tuodi.premium.PremiumJson;
import cn.tuodi.premium.PremiumReader;
import cn.tuodi.replay.Replay;
import cn.tuodi.replay.ReplayReader;
import cn.tuodi.replay.ReplayRequest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Sends any bytes as the body of every question: read by the reader, decided by the rules, written as it would be
 * answered. What comes out is an answer or a refusal, never an exception; the same bytes have the same answer; and what
 * one language refuses, the other refuses at the same places.
 */
public final class BodiesFuzzer {

  private static final ObjectMapper ANY = new ObjectMapper();
  private static final CurrentCatalogue CURRENT = PolicyStore.ofApplication().current();
  private static final AssistanceDecider CLAIMS = new AssistanceDecider(CURRENT);
  private static final ApplicationDecider APPLICATIONS = new ApplicationDecider(CURRENT);
  private static final RecognitionDecider RECOGNITIONS = new RecognitionDecider(CURRENT);
  private static final PremiumDecider PREMIUMS = new PremiumDecider(CURRENT);
  private static final DecisionMeters METERS = new DecisionMeters(new SimpleMeterRegistry());

  private BodiesFuzzer() {}

  /** Called first, so that loading the editions counts for no input. */
  public static void fuzzerInitialize() throws IOException {
    fuzzerTestOneInput(new byte[] {'{', '}'});
  }

  /** Called with whatever the fuzzer thinks of. */
  public static void fuzzerTestOneInput(byte[] body) throws IOException {
    boolean decided = asked(body, BodiesFuzzer::claim);
    asked(body, BodiesFuzzer::application);
    asked(body, BodiesFuzzer::household);
    asked(body, BodiesFuzzer::premium);
    asked(body, BodiesFuzzer::replay);
    batch(body, decided);
  }

  private interface Question {

    byte[] answer(byte[] body, Language language);
  }

  /** Asks three times; whether there was an answer. */
  private static boolean asked(byte[] body, Question question) {
    Object chinese = outcome(body, question, Language.ZH);
    Object again = outcome(body, question, Language.ZH);
    Object english = outcome(body, question, Language.EN);
    require(same(chinese, again), "the same bytes have the same answer");
    if (chinese instanceof List<?> places) {
      require(places.equals(english), "both languages refuse the same places");
      require(!places.isEmpty(), "a refusal says what is wrong");
      return false;
    }
    require(english instanceof byte[], "both languages answer");
    return true;
  }

  /** The bytes of the answer, or the places that were refused. */
  private static Object outcome(byte[] body, Question question, Language language) {
    try {
      return question.answer(body.clone(), language);
    } catch (InvalidRequest e) {
      return e.violations().stream().map(Violation::pointer).toList();
    }
  }

  private static boolean same(Object one, Object other) {
    return one instanceof byte[] bytes ? other instanceof byte[] more && Arrays.equals(bytes, more)
        : Objects.equals(one, other);
  }

  private static byte[] claim(byte[] body, Language language) {
    return shown(CLAIMS.decide(ClaimReader.read(body, language), true), language,
        outcome -> DecisionView.of((Decision) outcome, language));
  }

  private static byte[] application(byte[] body, Language language) {
    return shown(APPLICATIONS.decide(ApplicationReader.read(body, language)), language,
        outcome -> ApplicationJson.of((ApplicationAnswer) outcome, language));
  }

  private static byte[] household(byte[] body, Language language) {
    return shown(RECOGNITIONS.decide(HouseholdReader.read(body, language)), language,
        outcome -> RecognitionJson.of((RecognitionAnswer) outcome, language));
  }

  private static byte[] premium(byte[] body, Language language) {
    return shown(PREMIUMS.decide(PremiumReader.read(body, language)), language,
        outcome -> PremiumJson.of((PremiumAnswer) outcome, language));
  }

  private static byte[] replay(byte[] body, Language language) {
    ReplayRequest request = ReplayReader.read(body, language);
    return shown(CLAIMS.decide(request.claim()), language,
        outcome -> Replay.of((Decision) outcome, request.earlier(), language));
  }

  private static byte[] shown(Outcome outcome, Language language, Function<Outcome, Object> answer) {
    if (outcome instanceof Refusal refusal) {
      return Json.bytes(Problem.refused(refusal, null, language));
    }
    if (outcome instanceof MissingFact missing) {
      throw InvalidRequest.missing(missing.pointer(), language);
    }
    return Json.bytes(answer.apply(outcome));
  }

  /** Every line that says something has one line for an answer; a line on its own is answered as the claim is. */
  private static void batch(byte[] body, boolean decided) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Batch(CLAIMS, METERS, Language.ZH, false).run(new ByteArrayInputStream(body), out);
    List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
    for (String answer : answers) {
      require(ANY.readTree(answer).hasNonNull("status"), "a line of the answer is a decision or a problem");
    }
    if (answers.size() == 1 && !decided) {
      require(ANY.readTree(answers.get(0)).get("status").isNumber(), "what is refused alone is refused in a batch");
    }
  }

  private static void require(boolean condition, String sentence) {
    if (!condition) {
      throw new AssertionError("not so: " + sentence);
    }
  }
}
