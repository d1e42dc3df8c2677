package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.console.trial.ClaimForm;
import cn.tuodi.console.trial.FormValues;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples show what they say, and the form loses nothing of them. */
class ExamplesTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);

  static Stream<Examples.Example> examples() {
    return Examples.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  @DisplayName("An example is decided by its edition, and by the form exactly as by the interface")
  void decidedAlike(Examples.Example example) {
    Decision stated = decide(example.claim());
    Decision filled = decide(FormValues.of(ClaimForm.LAYOUT, example.claim()).request().json());
    assertEquals(example.edition(), stated.edition().id().toString());
    assertEquals(stated.decisionId(), filled.decisionId());
  }

  @Test
  @DisplayName("Every edition has examples")
  void everyEdition() {
    List<String> editions =
        BuiltEditions.CATALOGUE.editions().stream().map(edition -> edition.id().toString()).toList();
    assertTrue(examples().map(Examples.Example::edition).toList().containsAll(editions));
  }

  @ParameterizedTest(name = "{0} is of class {1}")
  @CsvSource({"gx22-class-1, 1", "gx22-class-2, 2", "gx22-class-3, 3", "gz23-class-1, 1", "gz23-class-2, 2",
      "gz23-class-3, 3", "bz23-class-1, 1", "bz23-class-2, 2", "bz23-class-3, 3"})
  @DisplayName("An example of a class is of that class and is assisted")
  void classes(String id, int number) {
    Decision decision = decided(id);
    assertEquals(number, decision.standing().personClass().number());
    assertTrue(decision.totals().medicalAssistance().isPositive());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"gx22-plan, CRITICAL_ILLNESS", "gx21-plan, CRITICAL_ILLNESS", "gz23-unreferred, CRITICAL_ILLNESS",
      "bz23-plan, CRITICAL_ILLNESS", "gx22-catalogue, INSTITUTION_BORNE", "bz23-class-2, TOP_UP_ASSISTANCE"})
  @DisplayName("An example of a benefit pays it")
  void benefits(String id, Benefit benefit) {
    assertTrue(decided(id).lines().stream()
        .anyMatch(line -> line.benefit() == benefit && line.amount().isPositive()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"gz23-unreferred, RATE_REDUCED_UNREFERRED", "gz23-late, PAID_AT_HALF_LATE_ENROLMENT",
      "bz23-catalogue, SELF_PAID_SHARE_HIGH", "gz23-chronic, OTHER_RELIEF", "gx22-unreferred, NOT_REFERRED",
      "bz23-unreferred, NOT_REFERRED", "gx21-returned, LOCAL_STANDARD_MISSING", "gx21-none, NO_CLASS"})
  @DisplayName("An example of a peculiarity says so")
  void notices(String id, NoticeCode code) {
    assertTrue(decided(id).notices().stream().anyMatch(notice -> notice.code() == code));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"gx22-unreferred", "bz23-unreferred"})
  @DisplayName("An example of a denial is denied")
  void denied(String id) {
    assertEquals(Status.DENIED, decided(id).status());
  }

  private static Decision decided(String id) {
    return decide(Examples.find(id).orElseThrow().claim());
  }

  private static Decision decide(JsonNode claim) {
    return assertInstanceOf(Decision.class, DECIDER.decide(ClaimReader.read(Json.bytes(claim), Language.EN)));
  }
}
