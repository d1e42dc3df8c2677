package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.HashSet;
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
