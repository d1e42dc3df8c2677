package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.answer.Source;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.language.Language;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.policy.Standing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameter 有几种身份时取最优一类 decides which of several identities gives the class. */
class SeveralIdentitiesTest {

  private static final Claim CLAIM = claim("""
      {"type": "STABLY_OUT_OF_POVERTY", "recognisedOn": "2020-01-01"},
      {"type": "LOW_INCOME_EDGE", "recognisedOn": "2020-01-01"},
      {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}""");

  @Test
  @DisplayName("With 是 the most favourable class counts, and the parameter's row is cited after that of the class")
  void mostFavourable() {
    Standing standing = standing(CLAIM, new AssistanceDecider(BuiltEditions.CATALOGUE));
    assertEquals(PersonClass.CLASS_2, standing.personClass());
    assertEquals(List.of("对象分类", "参数"), standing.sources().stream().map(Source::sheet).toList());
  }

  @ParameterizedTest
  @DisplayName("The parameter is cited only where it chose: more than one identity that counts gives a class")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"} | 1
      {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}, {"type": "MINIMUM_LIVING", "recognisedOn": "2021-01-01"} | 1
      {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}, {"type": "RETIRED_DOWNSIZED_1960S", "recognisedOn": "2020-01-01"} | 1
      {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}, {"type": "LOW_INCOME_EDGE", "recognisedOn": "2022-06-16"} | 1
      {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}, {"type": "LOW_INCOME_EDGE", "recognisedOn": "2022-06-15"} | 2
      {"type": "LOW_INCOME_EDGE", "recognisedOn": "2020-01-01"}, {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"} | 2
      """)
  void citedWhereItChose(String identities, int cited) {
    assertEquals(cited, standing(claim(identities), new AssistanceDecider(BuiltEditions.CATALOGUE)).sources().size());
  }

  @Test
  @DisplayName("With 否 the identity that was recognised first counts, in whichever order they are listed")
  void firstRecognised() {
    CheckedEdition checked = EditionChecker.check(Broken.changed(Broken.SAFEGUARDS, book -> {
      int row = 4;
      while (!Broken.at(book.getSheet("参数"), "B" + row).getStringCellValue().equals("有几种身份时取最优一类")) {
        row++;
      }
      Broken.set(book.getSheet("参数"), "C" + row, "否");
    }));
    Edition edition = EditionCompiler.load(checked.description(), EditionCompiler.compile(checked));
    String earlier = "{\"type\": \"LOW_INCOME_EDGE\", \"recognisedOn\": \"2020-01-01\"}";
    String later = "{\"type\": \"MINIMUM_LIVING\", \"recognisedOn\": \"2020-01-02\"}";
    for (String listed : List.of(earlier + "," + later, later + "," + earlier)) {
      Standing standing = standing(claim(listed), new AssistanceDecider(new Catalogue(List.of(edition))));
      assertEquals(PersonClass.CLASS_3, standing.personClass());
      assertEquals(List.of(standing.source()), standing.sources());
    }
  }

  private static Standing standing(Claim claim, AssistanceDecider decider) {
    return ((Decision) decider.decide(claim)).standing();
  }

  private static Claim claim(String identities) {
    return ClaimReader.read("""
        {"claimId": "S-1", "region": "450100", "serviceDate": "2022-06-15",
         "person": {"identities": [%s]},
         "care": {"type": "INPATIENT"},
         "costs": {"total": 100, "policyScope": 100, "advance": 0, "overLimit": 0, "selfPaid": 0},
         "payments": {"basicInsurance": 0, "criticalIllness": 0}}""".formatted(identities)
        .getBytes(StandardCharsets.UTF_8), Language.ZH);
  }
}
