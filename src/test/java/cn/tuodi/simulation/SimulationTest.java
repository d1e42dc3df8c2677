package cn.tuodi.simulation;

import static cn.tuodi.simulation.Policies.DRAFT;
import static cn.tuodi.simulation.Policies.asIfInForce;
import static cn.tuodi.simulation.Policies.asStated;
import static cn.tuodi.simulation.Policies.inForce;
import static cn.tuodi.simulation.Policies.inpatient;
import static cn.tuodi.simulation.Policies.lines;
import static cn.tuodi.simulation.Policies.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Edition;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Portfolio;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.SamplePortfolio;
import cn.tuodi.simulation.portfolio.SampleSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portfolios decided under two policies. */
class SimulationTest {

  private static final Edition GUANGXI = inForce("guangxi/2022");
  private static final SampleSettings SAMPLE = SampleSettings.of(GUANGXI.description(), 2_505, 7);

  @TempDir
  private Path folder;

  @Test
  @DisplayName("The sums are those of the single decisions, each person going on from the claim before")
  void sumsOfSingleDecisions() throws IOException {
    Tally tally = run(asStated(GUANGXI), asStated(GUANGXI), 2, PortfolioSource.sample(SAMPLE));
    AssistanceDecider decider = new AssistanceDecider(BuiltEditions.CATALOGUE);
    Map<String, Money> assistance = new TreeMap<>();
    long personal = 0;
    long total = 0;
    long review = 0;
    long refused = 0;
    String person = null;
    YearToDate soFar = null;
    for (NumberedClaim numbered : claims()) {
      Claim claim = numbered.claim();
      boolean goesOn = claim.person().personId().equals(person) && soFar != null;
      Outcome outcome = decider.decide(goesOn ? claim.continuing(soFar) : claim);
      if (!claim.person().personId().equals(person)) {
        person = claim.person().personId();
        soFar = null;
      }
      if (outcome instanceof Decision decision) {
        soFar = decision.yearToDate();
        personal += decision.totals().personal().inFen();
        total += decision.totals().total().inFen();
        review += decision.status() == Status.REVIEW ? 1 : 0;
        assistance.merge(decision.standing().label() + claim.care().type(), decision.totals().medicalAssistance(),
            Money::plus);
      } else {
        refused++;
      }
    }
    Sums sums = tally.before().sums();
    assertEquals(2_505, tally.claims());
    assertEquals(2_505 - refused, sums.claims());
    assertEquals(personal, sums.personal().inFen());
    assertEquals(total, sums.total().inFen());
    assertEquals(review, tally.before().count(Status.REVIEW));
    tally.before().groups().forEach((group, of) -> assertEquals(
        assistance.get((group.label().equals("无类别") ? null : group.label()) + group.care().name()),
        of.medicalAssistance(), group.toString()));
    assertTrue(sums.medicalAssistance().exceeds(Money.fen(100_000_00)));
    assertEquals(0, tally.claimsChanged());
    assertEquals(1_003, tally.people().unchanged() + tally.people().notCompared());
  }

  private static List<NumberedClaim> claims() {
    SamplePortfolio portfolio = new SamplePortfolio(SAMPLE);
    List<NumberedClaim> claims = new ArrayList<>();
    for (Portfolio.Part part = portfolio.next(); part != null; part = portfolio.next()) {
      part.people(new Tally()).forEach(claims::addAll);
    }
    return claims;
  }

  @Test
  @DisplayName("The result does not depend on the number of threads")
  void threads() throws IOException {
    PolicySide before = asIfInForce(inForce("guizhou/2023"));
    PolicySide after = asIfInForce(GUANGXI);
    PortfolioSource source = PortfolioSource.sample(SAMPLE);
    byte[] one = Json.bytes(SimulationJson.of(source, before, after, run(before, after, 1, source), Language.EN));
    byte[] three = Json.bytes(SimulationJson.of(source, before, after, run(before, after, 3, source), Language.EN));
    assertArrayEquals(one, three);
  }

  @Test
  @DisplayName("Who gains, who loses and how much is as worked by hand, with the year-to-date of each policy")
  void gainsAndLosses() throws IOException {
    PortfolioSource source = lines(folder,
        // Low-income edge: 13,000 left, 3,000 deductible: 80 % of 10,000 = 8,000; draft 70 % = 7,000.
        inpatient("E-1", "edge", "LOW_INCOME_EDGE", "2022-05-01", "20000", "7000"),
        // The deductible is used up: 80 % of 5,000 = 4,000; draft 3,500.
        inpatient("E-2", "edge", "LOW_INCOME_EDGE", "2022-06-01", "10000", "5000"),
        // Minimum living, not disabled: 90 % of 4,000 = 3,600; draft 95 % = 3,800.
        inpatient("M-1", "minimum", "MINIMUM_LIVING", "2022-05-01", "10000", "6000"),
        // Cap of 20,000: 80 % of 27,000 = 21,600 is held at 20,000; draft 70 % = 18,900.
        inpatient("C-1", "capped", "LOW_INCOME_EDGE", "2022-05-01", "60000", "30000"),
        // The cap leaves nothing; in the draft it leaves 1,100 of 70 % of 4,000 = 2,800.
        inpatient("C-2", "capped", "LOW_INCOME_EDGE", "2022-07-01", "9000", "5000"),
        inpatient("N-1", "nobody", null, "2022-05-01", "10000", "6000"));
    Tally tally = run(asStated(GUANGXI), asStated(DRAFT), 1, source);
    PeopleTally people = tally.people();
    assertEquals(1, people.gaining());
    assertEquals(1, people.losing());
    assertEquals(2, people.unchanged());
    assertEquals(Money.fen(200_00), people.gained());
    assertEquals(Money.fen(1_500_00), people.lost());
    assertEquals(1, people.gaining(GainBand.UP_TO_500));
    assertEquals(1, people.losing(GainBand.UP_TO_5000));
    assertEquals(5, tally.claimsChanged());
    assertEquals(List.of("C-1 -1100.00", "C-2 1100.00", "E-1 -1000.00", "E-2 -500.00", "M-1 200.00"),
        tally.changes().stream().map(change -> change.claim().claimId() + " " + change.gain()).toList());
    assertEquals(Money.fen(35_600_00), tally.before().sums().medicalAssistance());
    assertEquals(Money.fen(34_300_00), tally.after().sums().medicalAssistance());
    Sums edge = tally.after().groups().get(
        new ClassCare("三类人员（低保边缘）", "class 3 (low-income edge)", CareType.INPATIENT));
    assertEquals(Money.fen(30_500_00), edge.medicalAssistance());
  }

  @Test
  @DisplayName("GX30-RATIO The share of in-scope inpatient cost that the funds pay is over the portfolio, against about 70 %")
  void fundShare() throws IOException {
    String outpatient = inpatient("O-1", "minimum", "MINIMUM_LIVING", "2022-05-02", "1000", "0").replace("INPATIENT",
        "CHRONIC_OUTPATIENT");
    String employee = inpatient("W-1", "worker", null, "2022-05-02", "9000", "9000").replace("\"personId\"",
        "\"scheme\":\"EMPLOYEE\",\"personId\"");
    PortfolioSource source = lines(folder,
        // 6,000 + 3,600 of 10,000.
        inpatient("M-1", "minimum", "MINIMUM_LIVING", "2022-05-01", "10000", "6000"), outpatient,
        // 5,000 of 20,000; nothing of an employee's.
        inpatient("N-1", "nobody", null, "2022-05-01", "20000", "5000"), employee);
    PolicySide side = asStated(GUANGXI);
    Tally tally = run(side, side, 1, source);
    FundShare share = tally.before().share();
    assertEquals(2, share.claims());
    assertEquals(Money.fen(30_000_00), share.policyScope());
    assertEquals(Money.fen(11_000_00), share.basicInsurance());
    assertEquals(Money.fen(3_600_00), share.assistance());
    assertEquals(Money.fen(14_600_00), share.paid());
    assertEquals(new BigDecimal("0.4867"), share.share());
    SimulationJson.SharePart part = SimulationJson.of(source, side, side, tally, Language.ZH).from().inScopeInpatient();
    assertEquals(new BigDecimal("0.7000"), part.target());
    assertEquals(new BigDecimal("-0.2133"), part.difference());
    assertEquals("GX30-RATIO", part.provision());
    assertEquals("桂医保发〔2022〕30号", part.instrument());
    assertNull(FundShare.NONE.share());
  }

  @Test
  @DisplayName("The funds' share never counts more than the in-scope cost of a claim")
  void shareIsBounded() throws IOException {
    PortfolioSource source = lines(folder, inpatient("X-1", "x", null, "2022-05-01", "1000", "900")
        .replace("\"total\":1000", "\"total\":2000").replace("\"selfPaid\":0", "\"selfPaid\":1000")
        .replace("\"basicInsurance\":900", "\"basicInsurance\":1500"));
    FundShare share = run(asStated(GUANGXI), asStated(GUANGXI), 1, source).before().share();
    assertEquals(Money.fen(1_500_00), share.basicInsurance());
    assertEquals(Money.fen(1_000_00), share.paid());
  }

  @Test
  @DisplayName("Claims that are refused are counted by code, and lines that are no claims with line and place")
  void nothingIsDropped() throws IOException {
    PortfolioSource source = lines(folder, inpatient("A", "a", null, "2022-05-01", "1000", "500"),
        inpatient("B", "b", null, "2022-05-01", "1000", "500").replace("450100", "110100"),
        inpatient("C", "c", null, "2020-05-01", "1000", "500"),
        inpatient("D", "d", null, "2022-05-01", "1000", "500").replace("\"total\":1000", "\"total\":1001"), "{",
        "", inpatient("E", "e", null, "2022-05-01", "1000", "500").replace("\"selfPaid\":0", "\"selfPaid\":-1"),
        inpatient("F", "f", null, "2021-09-01", "1000", "500"));
    Tally tally = run(asStated(inForce("guangxi/2021")), asStated(GUANGXI), 1, source);
    assertEquals(5, tally.claims());
    assertEquals(Map.of(RefusalCode.NO_POLICY_FOR_REGION, 1L, RefusalCode.NO_POLICY_IN_FORCE, 3L),
        tally.before().refusals());
    assertEquals(
        Map.of(RefusalCode.NO_POLICY_FOR_REGION, 1L, RefusalCode.NO_POLICY_IN_FORCE, 2L,
            RefusalCode.COSTS_DO_NOT_ADD_UP, 1L),
        tally.after().refusals());
    assertEquals(1, tally.onlyBefore());
    assertEquals(1, tally.onlyAfter());
    assertEquals(5, tally.people().notCompared());
    assertEquals(2, tally.unreadable());
    assertEquals(5, tally.examples().get(0).line());
    assertEquals(7, tally.examples().get(1).line());
    assertEquals("/costs/selfPaid", tally.examples().get(1).place());
    Tally asIf = run(asIfInForce(inForce("guangxi/2021")), asIfInForce(GUANGXI), 1, source);
    assertEquals(Map.of(RefusalCode.COSTS_DO_NOT_ADD_UP, 1L), asIf.before().refusals());
    assertEquals(asIf.before().refusals(), asIf.after().refusals());
  }

  @Test
  @DisplayName("A person's claims belong together wherever the file is cut, and the claims of nobody are each their own")
  void peopleAreNotTorn() throws IOException {
    String[] claims = new String[2_600];
    for (int i = 0; i < claims.length; i++) {
      String person = i < 1_700 ? "long" : "p" + i / 2;
      claims[i] = inpatient("C-" + i, person, "LOW_INCOME_EDGE", "2022-05-01", "1000", "500");
      if (i >= 2_590) {
        claims[i] = claims[i].replaceFirst("\"personId\":\"[^\"]*\",", "");
      }
    }
    Tally tally = run(asStated(GUANGXI), asStated(DRAFT), 2, lines(folder, claims));
    // 500 a claim: the deductible of 3,000 takes six claims, then 400 each up to the cap of 20,000 in both.
    assertEquals(1 + 445 + 10, tally.people().unchanged() + tally.people().losing());
    assertEquals(Money.fen(20_000_00), tally.before().sums().medicalAssistance());
    assertEquals(Money.fen(20_000_00), tally.after().sums().medicalAssistance());
  }

  @Test
  @DisplayName("More than ten thousand claims of one person in a row are refused, with the line")
  void tooManyOfOne() throws IOException {
    String[] claims = new String[12_000];
    Arrays.fill(claims, inpatient("C", "p", null, "2022-05-01", "1000", "500"));
    PortfolioSource source = lines(folder, claims);
    IOException failure = assertThrows(IOException.class,
        () -> run(asStated(GUANGXI), asStated(GUANGXI), 1, source));
    assertTrue(failure.getMessage().startsWith("第 1 行起"), failure.getMessage());
  }

  @Test
  @DisplayName("A change is written as a claim that can be sent again, and all as comma-separated values")
  void written() throws IOException {
    String line = inpatient("=1+1", "edge", "LOW_INCOME_EDGE", "2022-05-01", "20000", "7000");
    PortfolioSource source = lines(folder, line);
    PolicySide before = asStated(GUANGXI);
    PolicySide after = asStated(DRAFT);
    SimulationJson result =
        SimulationJson.of(source, before, after, run(before, after, 1, source), Language.EN);
    assertEquals(ClaimReader.read(line.getBytes(StandardCharsets.UTF_8), Language.EN),
        ClaimReader.read(Json.bytes(result.largestChanges().get(0).claim()), Language.EN));
    String csv = new String(SimulationCsv.of(result), StandardCharsets.UTF_8);
    List<String> written = csv.lines().toList();
    assertEquals("\uFEFFsection,class,care,measure,from,to", written.get(0));
    assertTrue(written.contains("total,,,medicalAssistance,8000.00,7000.00"), csv);
    assertTrue(written.contains("classCare,class 3 (low-income edge),INPATIENT,personal,5000.00,6000.00"), csv);
    assertTrue(written.contains("people,,,losing upTo 1000.00,,1"), csv);
    assertTrue(written.contains("inScopeInpatient,,,share,0.7500,0.7000"), csv);
    assertTrue(written.contains("largestChange,,,'=1+1 personal,5000.00,6000.00"), csv);
  }
}
