package cn.tuodi.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.ClaimMark;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that a file states more than once, and claims that a policy does not decide. */
class RepeatedClaimsTest {

  private static final PolicySide BEFORE = Policies.asStated(Policies.inForce("guangxi/2022"));

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  @DisplayName("A claim that a file states again counts again, and is told with its line and that of the first, in both languages")
  void told(int threads) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(claim("C-0", "P-0", "10000"));
    // In parts of their own: what is repeated is found across them.
    for (int i = 1; i <= 2_500; i++) {
      lines.add(claim("C-" + i, "P-" + i, "10000"));
    }
    lines.add(claim("C-0", "P-0", "12000"));
    lines.add(claim("C-0", "P-0", "10000"));
    lines.add(claim("C-7", "P-7", "10000"));
    lines.add(claim("C-7", "another", "10000"));
    SimulationJson result = simulated(threads, Language.ZH, lines);
    SimulationNotice notice = result.notices().get(0);
    assertEquals(1, result.notices().size());
    assertEquals(SimulationNotice.Code.CLAIM_REPEATED, notice.code());
    assertEquals(3, notice.count());
    assertEquals(List.of(new RepeatedClaims.Repeat(2502, 1, "C-0"), new RepeatedClaims.Repeat(2503, 1, "C-0"),
        new RepeatedClaims.Repeat(2504, 8, "C-7")), notice.examples());
    assertTrue(notice.message().startsWith("3 份费用单据") && notice.message().contains("第 2504 行与第 8 行"), notice.message());
    String english = simulated(threads, Language.EN, lines).notices().get(0).message();
    assertTrue(english.startsWith("3 claim(s)") && english.contains("line 2504 repeats line 8"), english);
    String csv = new String(SimulationCsv.of(result), StandardCharsets.UTF_8);
    assertTrue(csv.contains("portfolio,,,repeated,3,3") && csv.contains("repeatedLine,,,2504 C-7,8,8"), csv);
  }

  @Test
  @DisplayName("Claims of one person and one id of two persons are no repetition; without a person the id decides")
  void apart() throws IOException {
    assertEquals(List.of(), simulated(1, Language.ZH, List.of(claim("C-1", "P-1", "10000"),
        claim("C-2", "P-1", "10000"), claim("C-1", "P-2", "10000"))).notices());
    String nobody = claim("C-1", "P-1", "10000").replace("\"personId\":\"P-1\",", "");
    assertEquals(1, simulated(1, Language.ZH, List.of(nobody, nobody)).notices().get(0).count());
  }

  @Test
  @DisplayName("No more claims are remembered than there is room for, and that is told")
  void bounded() {
    RepeatedClaims claims = new RepeatedClaims(2_000);
    for (int i = 1; i <= 2_001; i++) {
      assertFalse(claims.isForgetful());
      claims.take(new ClaimMark(i * 0x9E3779B97F4A7C15L, i, "C"));
    }
    assertTrue(claims.isForgetful());
    assertEquals(0, claims.count());
    claims.take(new ClaimMark(2_000 * 0x9E3779B97F4A7C15L, 3_000, "C"));
    claims.take(new ClaimMark(2_001 * 0x9E3779B97F4A7C15L, 3_001, "C"));
    assertEquals(List.of(new RepeatedClaims.Repeat(3_000, 2_000, "C")), claims.examples());
    assertEquals(SimulationNotice.Code.REPEATS_NOT_COMPARED,
        SimulationNotice.of(claims, Language.EN).get(1).code());
  }

  @Test
  @DisplayName("A claim that a policy does not decide is named with its line and the reason; of many the first")
  void refused() throws IOException {
    List<String> lines = new ArrayList<>(List.of(claim("C-1", "P-1", "10000"),
        claim("C-2", "P-2", "10000").replace("\"selfPaid\":0", "\"selfPaid\":5")));
    for (int i = 3; i < 30; i++) {
      lines.add(claim("C-" + i, "P-" + i, "10000").replace("450100", "110100"));
    }
    SimulationJson result = simulated(2, Language.ZH, lines);
    List<SimulationJson.RefusedPart> refused = result.from().refusedExamples();
    assertEquals(21, refused.size());
    SimulationJson.RefusedPart sums =
        refused.stream().filter(claim -> claim.claimId().equals("C-2")).findFirst().orElseThrow();
    assertEquals(2, sums.number());
    assertTrue(sums.message().contains("相差 5"), sums.message());
    assertEquals(List.of(3L, 4L), refused.stream().map(SimulationJson.RefusedPart::number)
        .filter(number -> number == 3 || number == 4).toList());
    assertTrue(new String(SimulationCsv.of(result), StandardCharsets.UTF_8).contains("refusedLine,,,2 C-2,"));
  }

  private SimulationJson simulated(int threads, Language language, List<String> lines) throws IOException {
    PortfolioSource source = Policies.lines(folder, lines.toArray(String[]::new));
    PolicySide after = Policies.asStated(Policies.DRAFT);
    return SimulationJson.of(source, BEFORE, after, Policies.run(BEFORE, after, threads, source), language);
  }

  private static String claim(String id, String person, String scope) {
    return Policies.inpatient(id, person, "MINIMUM_LIVING", "2022-05-18", scope, "0");
  }
}
