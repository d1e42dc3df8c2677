package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.Source;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CompiledForTests;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.household.HouseholdReader;
import cn.tuodi.household.RecognitionAnswer;
import cn.tuodi.household.RecognitionDecider;
import cn.tuodi.household.RecognitionJson;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.premium.PremiumAnswer;
import cn.tuodi.premium.PremiumDecider;
import cn.tuodi.premium.PremiumQuestion;
import cn.tuodi.premium.PremiumReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications, recognitions and enrolments, from the bytes of the question to the bytes of the answer. */
class QuestionsTest {

  @TestFactory
  @DisplayName("The question is answered as the contract expects and the documents read")
  Stream<DynamicTest> cases() {
    List<QuestionCase> cases = QuestionCase.all();
    assertTrue(cases.size() > 200, "only " + cases.size() + " cases");
    return cases.stream().map(example -> DynamicTest.dynamicTest(example.toString(),
        () -> assertEquals(List.of(), example.differences(example.answer(BuiltEditions.CATALOGUE)))));
  }

  @Test
  @DisplayName("An edition without a sheet of subsidies gives no amount and says so, instead of nothing without a word")
  void premiumsAreNotRegulated() {
    Edition edition = BuiltEditions.CATALOGUE.named(new EditionId("guangxi", 2022)).orElseThrow();
    EditionSources sources = EditionArchive.sources(edition.id());
    Map<String, byte[]> workbooks = new TreeMap<>(sources.workbooks());
    workbooks.remove("premiums.xlsx");
    Catalogue without = new Catalogue(
        List.of(CompiledForTests.of(new EditionSources(sources.name(), sources.rules(), workbooks)).load()));
    QuestionCase question = QuestionCase.all().stream()
        .filter(example -> example.path().equals("/v1/enrolments") && example.expect().path("subsidy").asInt() > 0
            && BuiltEditions.CATALOGUE.findForPremium(example.request().get("region").asText(),
                example.request().get("insuredYear").asInt(),
                LocalDate.parse(example.request().get("paidOn").asText())).id().equals(edition.id()))
        .findFirst().orElseThrow();
    JsonNode answer = question.answer(without).body();
    assertTrue(answer.at("/subsidy/amount").isNull(), answer::toString);
    assertTrue(answer.path("personalPayable").isNull(), answer::toString);
    assertEquals(List.of("PREMIUMS_NOT_REGULATED"), answer.path("notices").findValuesAsText("code"));
  }

  @Test
  @DisplayName("Without a date of birth a premium is answered where every age gets the same, and asked for elsewhere")
  void withoutBirth() throws IOException {
    Map<Class<?>, Integer> outcomes = new HashMap<>();
    PremiumDecider decider = new PremiumDecider(BuiltEditions.CATALOGUE);
    Set<PremiumQuestion> questions = new LinkedHashSet<>();
    for (QuestionCase example : QuestionCase.all()) {
      if (example.path().equals("/v1/enrolments") && example.request().path("person").isObject()) {
        ObjectNode request = example.request().deepCopy();
        ((ObjectNode) request.get("person")).remove("birthDate");
        try {
          questions.add(PremiumReader.read(request.toString().getBytes(StandardCharsets.UTF_8), Language.ZH));
        } catch (InvalidRequest e) {
          // Other tests look at what is malformed.
        }
      }
    }
    for (PremiumQuestion question : questions) {
      Outcome outcome = decider.decide(question);
      Set<Object> ofAges = new HashSet<>();
      for (int age = 0; age <= 100; age++) {
        ofAges.add(substance(decider.decide(question.bornOn(question.paidOn().minusYears(age)))));
      }
      boolean isAsked = outcome instanceof MissingFact missing && missing.pointer().equals("/person/birthDate");
      assertEquals(isAsked, ofAges.size() > 1, () -> question + ": " + ofAges);
      assertTrue(isAsked || ofAges.contains(substance(outcome)), () -> question + ": " + outcome + ofAges);
      outcomes.merge(isAsked ? MissingFact.class : outcome.getClass(), 1, Integer::sum);
    }
    assertEquals(Set.of(PremiumAnswer.class, MissingFact.class, Refusal.class), outcomes.keySet(), outcomes::toString);
  }

  private static Object substance(Outcome outcome) {
    return outcome instanceof PremiumAnswer answer
        ? Arrays.asList(answer.subsidy().amount(), answer.subsidy().rate(), answer.fiscal(),
            answer.waiting() == null ? null : answer.waiting().benefitsFrom())
        : outcome;
  }

  @Test
  @DisplayName("A wrong answer is noticed")
  void wrongAnswersAreNoticed() {
    for (QuestionCase example : QuestionCase.all()) {
      ObjectNode wrong = example.expect().deepCopy();
      if (wrong.has("problem")) {
        wrong.put("problem", "YEAR_MISMATCH");
      } else if (wrong.has("subsidy")) {
        wrong.put("subsidy", 0.01);
      } else if (wrong.has("recognised")) {
        wrong.put("recognised", !wrong.get("recognised").asBoolean());
      } else {
        wrong.put("status", "OTHER");
      }
      QuestionCase changed = new QuestionCase(example.file(), example.path(), example.name(), example.request(), wrong,
          Set.of());
      assertNotEquals(List.of(), changed.differences(example.answer(BuiltEditions.CATALOGUE)), example.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"MINIMUM_LIVING, GX22-PREM-2", "RETURNED_TO_POVERTY, GX22-PREM-4"})
  @DisplayName("Where no age is stated a subsidy rests on a row that asks for none")
  void subsidyAtAnyAge(String identity, String provision) throws IOException {
    PremiumQuestion question = PremiumReader.read("""
        {"region": "450100", "insuredYear": 2023, "paidOn": "2022-10-10", "personalContribution": 350,
         "person": {"identities": [{"type": "LOW_INCOME_EDGE", "recognisedOn": "2022-01-01"},
                                   {"type": "%s", "recognisedOn": "2022-01-01"}]}}"""
        .formatted(identity).getBytes(StandardCharsets.UTF_8), Language.ZH);
    PremiumAnswer answer = (PremiumAnswer) new PremiumDecider(BuiltEditions.CATALOGUE).decide(question);
    assertEquals(Money.fen(210_00), answer.subsidy().amount());
    assertEquals(List.of(provision), answer.subsidy().sources().stream().map(Source::provision).toList());
  }

  @Test
  @DisplayName("Income per head just below the threshold is shown to be below it")
  void justBelow() throws IOException {
    RecognitionAnswer answer = (RecognitionAnswer) new RecognitionDecider(BuiltEditions.CATALOGUE)
        .decide(HouseholdReader.read(
            """
                {"region": "520100", "surveyedOn": "2023-07-01", "seriouslyIll": true,
                 "household": {"members": 7, "disposableIncome12Months": 82999.99, "compliantSelfPayment12Months": 20000,
                   "minimumLivingStandard": 6000, "assetsWithinRules": true, "minimumLiving": false, "lowIncomeEdge": false}}"""
                .getBytes(StandardCharsets.UTF_8),
            Language.ZH));
    RecognitionJson shown = RecognitionJson.of(answer, Language.ZH);
    assertEquals(true, shown.recognised());
    assertEquals("9000.00", shown.incomePerHeadAfterCost().toPlainString());
    assertTrue(shown.reasons().stream().anyMatch(reason -> reason.contains("= 8999.999 元，须低于 9000.00 元")),
        () -> shown.reasons().toString());
  }

  @Test
  @DisplayName("In English an instrument that is not loaded has an English name, unless it is a number")
  void englishInstrument() throws IOException {
    RecognitionAnswer answer = (RecognitionAnswer) new RecognitionDecider(BuiltEditions.CATALOGUE)
        .decide(HouseholdReader.read(Files.readString(Path.of("src/main/resources/examples/household.json"))
            .replace("520100", "450100").getBytes(StandardCharsets.UTF_8), Language.EN));
    assertEquals(
        List.of("Governed by Guangxi's instrument on recognising households impoverished by medical bills, "
            + "which is not loaded: a person must settle it."),
        RecognitionJson.of(answer, Language.EN).notices().stream().map(notice -> notice.message()).toList());
  }

  @Test
  @DisplayName("No two policy cases have one name")
  void namesAreUnique() {
    Set<String> names = new HashSet<>();
    assertEquals(List.of(), QuestionCase.all().stream().filter(example -> example.file().endsWith("-policy.jsonl"))
        .map(QuestionCase::name).filter(name -> !names.add(name)).toList());
  }
}
