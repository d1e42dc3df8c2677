package cn.tuodi.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.PayoutLine;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.console.trial.ChartTrial;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Edition;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Figures of nothing, one and the whole, on every way that a decision takes. */
class ZeroAndWholeTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  /** A place and a day of each edition. */
  private static final Map<String, String> PLACES = Map.of("2021-09-01", "450100", "2022-05-18", "450100", "2024-02-29",
      "520100", "2023-05-18", "652801");

  @Property(tries = 1500)
  @Label("Every plan of edges is decided, told in both languages, traced, decided again and drawn")
  void everyWay(@ForAll("claims") Claim claim) {
    Edition edition = BuiltEditions.CATALOGUE.find(claim.region(), claim.serviceDate());
    new ReplayTrial().tryOut(edition, claim);
    new ChartTrial().tryOut(edition, claim);
    if (DECIDER.decide(claim) instanceof Decision decision) {
      decision.lines().forEach(ZeroAndWholeTest::check);
      for (Language language : Language.values()) {
        DecisionJson told = DecisionView.of(decision, language);
        told.payouts().forEach(payout -> assertFalse(payout.explanation().contains("null"), payout::explanation));
      }
    }
  }

  private static void check(PayoutLine line) {
    for (Schedule.Band band : line.bands()) {
      assertFalse(Money.ZERO.exceeds(band.amount()), line::toString);
      assertTrue(band.rate().isPositive() || band.amount().isZero(), line::toString);
    }
    assertFalse(Money.ZERO.exceeds(line.amount()) || line.amount().exceeds(line.eligible()), line::toString);
  }

  @Provide
  Arbitrary<Claim> claims() {
    Arbitrary<String> amounts = Arbitraries.of("0", "0.01", "0.03", "100", "14000", "144000", "9999999.99");
    Arbitrary<String> rates = Arbitraries.of("0", "0.0001", "0.5", "0.6", "0.9999", "1");
    Arbitrary<String> plan = Combinators
        .combine(amounts, rates.list().ofMinSize(1).ofMaxSize(5), Arbitraries.of("0.01", "0.02", "50000"),
            Arbitraries.of("null", "0", "0.01", "30000"))
        .as(ZeroAndWholeTest::plan);
    return Combinators
        .combine(Arbitraries.of(PLACES.keySet()), plan, amounts, amounts, Arbitraries.of("0", "0.5", "1"),
            Arbitraries.of("", "MINIMUM_LIVING", "LOW_INCOME_EDGE", "EXTREMELY_POOR"), amounts)
        .as(ZeroAndWholeTest::claim).filter(claim -> claim != null);
  }

  private static String plan(String deductible, List<String> rates, String step, String cap) {
    List<String> tiers = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      tiers.add("{\"above\":" + new BigDecimal(step).multiply(BigDecimal.valueOf(i)) + ",\"rate\":"
          + rates.get(i) + "}");
    }
    return "{\"deductible\":" + deductible + ",\"tiers\":" + tiers + ",\"cap\":" + cap + "}";
  }

  private static Claim claim(String day, String plan, String scope, String rest, String insured, String identity,
      String used) {
    BigDecimal basic = new BigDecimal(scope).multiply(new BigDecimal(insured)).setScale(2,
        RoundingMode.DOWN);
    String json = """
        { "claimId": "Z", "region": "%s", "serviceDate": "%s", "person": { "rural": true, "identities": [%s] },
          "care": { "type": "INPATIENT" }, "costs": { "total": %s, "policyScope": %s, "advance": 0, "overLimit": 0,
          "selfPaid": %s }, "payments": { "basicInsurance": %s }, "criticalIllnessPlan": %s }
        """.formatted(PLACES.get(day), day,
        identity.isEmpty() ? "" : "{\"type\":\"" + identity + "\",\"recognisedOn\":\"2020-01-01\"}",
        new BigDecimal(scope).add(new BigDecimal(rest)), scope, rest, basic, plan);
    Claim read = ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.EN);
    Money before = Money.exactly(new BigDecimal(used));
    ByCare byCare = new ByCare(before, before, before);
    return read
        .continuing(new YearToDate(LocalDate.parse(day).getYear(), before, before, before, byCare, byCare, before,
            before, null));
  }

  @Test
  @DisplayName("The deductible that is told is the deductible, and what is paid at 0 % is told as that")
  void sentences() {
    String last = sentence(Language.EN, "{\"above\":0,\"rate\":0.6},{\"above\":50000,\"rate\":0}", "14000");
    assertTrue(last.contains("14000.00 yuan lie below the yearly deductible of 14000.00 yuan and are not paid; "
        + "50000.00 yuan × 60% = 30000.00 yuan; 40000.00 yuan × 0% = 0.00 yuan; this line pays 30000.00 yuan."), last);
    String first = sentence(Language.EN, "{\"above\":0,\"rate\":0},{\"above\":10000,\"rate\":0.6}", "14000");
    assertTrue(first.contains("deductible of 14000.00 yuan and are not paid; 10000.00 yuan × 0% = 0.00 yuan; "
        + "80000.00 yuan × 60% = 48000.00 yuan"), first);
    assertFalse(first.contains("24000"), first);
    String none = sentence(Language.ZH, "{\"above\":0,\"rate\":0},{\"above\":10000,\"rate\":1}", "0");
    assertTrue(none.contains("10000.00 元 × 0% = 0.00 元；94000.00 元 × 100% = 94000.00 元"), none);
    assertFalse(none.contains("起付线"), none);
  }

  private static String sentence(Language language, String tiers, String deductible) {
    String json =
        """
            { "claimId": "Z", "region": "450100", "serviceDate": "2022-05-18", "person": {}, "care": { "type": "INPATIENT" },
              "costs": { "total": 144000, "policyScope": 144000, "advance": 0, "overLimit": 0, "selfPaid": 0 },
              "payments": { "basicInsurance": 40000 },
              "criticalIllnessPlan": { "deductible": %s, "tiers": [%s] } }
            """
            .formatted(deductible, tiers);
    Decision decision =
        (Decision) DECIDER.decide(ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.EN));
    DecisionJson told = DecisionView.of(decision, language);
    assertEquals(1, told.payouts().size());
    return told.payouts().get(0).explanation();
  }
}
