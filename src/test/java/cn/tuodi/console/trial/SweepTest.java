package cn.tuodi.console.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same claim at many costs. */
class SweepTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);

  @Test
  @DisplayName("Class 3 in Guangxi: 80 % above 3,000 a year up to 20,000; both edges are found to the fen")
  void edges() {
    Sweep.Result sweep = Sweep.of(DECIDER, claim("LOW_INCOME_EDGE", "20000", "0"));
    List<Sweep.Edge> edges =
        sweep.edges().stream().filter(edge -> edge.line().benefit() == Benefit.MEDICAL_ASSISTANCE).toList();
    assertEquals(2, edges.size(), edges.toString());
    // The first fen above the deductible.
    assertEquals(yuan("3000.01"), edges.get(0).cost());
    assertEquals(new BigDecimal("3000.00"), edges.get(0).band().from());
    // (20,000.005 / 80 %) + 3,000 is the least cost that would pay more than 20,000 when rounded to the fen.
    assertEquals(yuan("28000.01"), edges.get(1).cost());
    assertEquals(LimitName.ANNUAL_CAP, edges.get(1).limit());
  }

  @Test
  @DisplayName("Points rise, hold the claim itself and every edge, and pay by the table")
  void points() {
    Sweep.Result sweep = Sweep.of(DECIDER, claim("LOW_INCOME_EDGE", "20000", "0"));
    List<Money> costs = sweep.points().stream().map(Sweep.Point::cost).toList();
    assertEquals(costs.stream().sorted().distinct().toList(), costs);
    assertTrue(costs.contains(yuan("20000")));
    sweep.edges().forEach(edge -> assertTrue(costs.contains(edge.cost())));
    for (Sweep.Point point : sweep.points()) {
      Money above = point.cost().minus(yuan("3000")).atLeastZero();
      Money expected =
          Money.halfUp(above.inYuan().multiply(new BigDecimal("0.80"))).min(yuan("20000"));
      assertEquals(expected, point.decision().totals().medicalAssistance(), point.cost().toString());
    }
  }

  @Test
  @DisplayName("What insurance is stated to have paid keeps its proportion to the in-scope cost")
  void proportion() {
    Sweep.Result sweep = Sweep.of(DECIDER, claim("LOW_INCOME_EDGE", "20000", "12000"));
    for (Sweep.Point point : sweep.points()) {
      assertEquals(Money.halfUp(point.cost().inYuan().multiply(new BigDecimal("0.6"))),
          point.decision().totals().basicInsurance());
    }
  }

  @Test
  @DisplayName("Without any in-scope cost there is nothing to draw")
  void nothing() {
    Claim claim = claim("LOW_INCOME_EDGE", "0", "0");
    assertEquals(List.of(), Sweep.of(DECIDER, claim).points());
  }

  private static Claim claim(String identity, String scope, String basic) {
    String json = """
        { "claimId": "S", "region": "450100", "serviceDate": "2022-06-15",
          "person": { "identities": [{ "type": "%s", "recognisedOn": "2021-01-01" }] }, "care": { "type": "INPATIENT" },
          "costs": { "total": %s, "policyScope": %s, "advance": 0, "overLimit": 0, "selfPaid": 0 },
          "payments": { "basicInsurance": %s, "criticalIllness": 0 } }
        """.formatted(identity, scope, scope, basic);
    return ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.EN);
  }

  private static Money yuan(String amount) {
    return Money.exactly(new BigDecimal(amount));
  }
}
