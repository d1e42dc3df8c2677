package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.decision.Decider;
import cn.tuodi.decision.Decision;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.PersonClass;
import cn.tuodi.wire.ClaimReader;
import cn.tuodi.wire.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The parameter 有几种身份时取最优一类 decides which of several identities gives the class. */
class SeveralIdentitiesTest {

  private static final Claim CLAIM = ClaimReader.read("""
      {"claimId": "S-1", "region": "450100", "serviceDate": "2022-06-15",
       "person": {"identities": [{"type": "STABLY_OUT_OF_POVERTY", "recognisedOn": "2020-01-01"},
         {"type": "LOW_INCOME_EDGE", "recognisedOn": "2020-01-01"},
         {"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}]},
       "care": {"type": "INPATIENT"},
       "costs": {"total": 100, "policyScope": 100, "advance": 0, "overLimit": 0, "selfPaid": 0},
       "payments": {"basicInsurance": 0, "criticalIllness": 0}}""".getBytes(StandardCharsets.UTF_8), Language.ZH);

  @Test
  @DisplayName("With 是 the most favourable class counts")
  void mostFavourable() {
    assertEquals(PersonClass.CLASS_2, classOf(new Decider(BuiltEditions.CATALOGUE)));
  }

  @Test
  @DisplayName("With 否 the first identity that gives a class counts")
  void firstStated() {
    CheckedEdition checked = EditionChecker.check(Broken.changed(Broken.SAFEGUARDS, book -> {
      int row = 4;
      while (!Broken.at(book.getSheet("参数"), "B" + row).getStringCellValue().equals("有几种身份时取最优一类")) {
        row++;
      }
      Broken.set(book.getSheet("参数"), "C" + row, "否");
    }));
    Edition edition = EditionCompiler.load(checked.description(), EditionCompiler.compile(checked));
    assertEquals(PersonClass.CLASS_3, classOf(new Decider(new Catalogue(List.of(edition)))));
  }

  private static PersonClass classOf(Decider decider) {
    return ((Decision) decider.decide(CLAIM)).standing().personClass();
  }
}
