package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.PayoutLine;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Totals;
import cn.tuodi.batch.Batch;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.preview.PreviewJson;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.preview.PublicationPreview;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.simulation.PolicySide;
import cn.tuodi.simulation.Simulation;
import cn.tuodi.simulation.Tally;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.table.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** All ways that a version takes: draft, preview, trial, publication, decision of every row, batch, simulation. */
final class EveryWay {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PolicyStore store;
  private final Desk desk;
  private final Clock clock;
  private final Path folder;

  /** Ways through a store, with a folder for files. */
  EveryWay(PolicyStore store, Clock clock, Path folder) {
    this.store = store;
    this.desk = new Desk(store, clock);
    this.clock = clock;
    this.folder = folder;
  }

  /** What is found in a version; none where it is sound. */
  List<Finding> findings(EditionId id, Map<String, byte[]> workbooks) {
    return desk.check(id, workbooks, CheckClient.STAFF).findings();
  }

  /** Follows a sound version. */
  void follow(EditionId id, Map<String, byte[]> workbooks) throws IOException {
    Draft draft = desk.begin(id, workbooks, "李明", null);
    assertEquals(List.of(), draft.findings());
    Previews previews = new Previews(store, desk, new History(store, clock), clock);
    PublicationPreview preview = previews.of(draft, null);
    assertFalse(preview.changes().sheets().isEmpty());
    List<Claim> claims = desk.compiled(draft).checked().trialClaims();
    for (Language language : Language.values()) {
      Json.bytes(PreviewJson.of(previews.trial(draft, claims.get(0)), "C", language));
    }
    new Publisher(store, desk, clock).publish(draft.id(), new Publisher.Order("王芳", "调整", null, "更正"));
    AssistanceDecider decider = new AssistanceDecider(store.current());
    int decided = 0;
    for (Claim claim : claims) {
      if (decider.decide(claim) instanceof Decision decision) {
        check(decision);
        decided++;
      }
    }
    assertTrue(decided > claims.size() / 2);
    batch(decider, claims);
    simulation(id, desk.compiled(draft).load(), claims);
  }

  private static void check(Decision decision) {
    Totals totals = decision.totals();
    Money sum = totals.personal();
    for (Money part : List.of(totals.basicInsurance(), totals.criticalIllness(), totals.employeeSupplement(),
        totals.otherInsurance(), totals.medicalAssistance(), totals.topUpAssistance(), totals.institutionBorne())) {
      sum = sum.plus(part);
    }
    assertEquals(totals.total(), sum, decision::toString);
    assertFalse(Money.ZERO.exceeds(totals.personal()), decision::toString);
    for (PayoutLine line : decision.lines()) {
      for (Schedule.Band band : line.bands()) {
        assertTrue(band.rate().isPositive() || band.amount().isZero(), line::toString);
      }
      assertFalse(line.amount().exceeds(line.beforeLimits()), line::toString);
      line.limits().forEach(limit -> assertFalse(line.amount().exceeds(limit.cap()), line::toString));
    }
  }

  private static void batch(AssistanceDecider decider, List<Claim> claims) throws IOException {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    new Batch(decider, new DecisionMeters(new SimpleMeterRegistry()), Language.EN, true)
        .run(new ByteArrayInputStream(lines(claims)), answers);
    List<String> lines = answers.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(claims.size(), lines.size());
    for (String line : lines) {
      JsonNode answer = JSON.readTree(line);
      assertFalse(answer.path("code").asText().equals("INTERNAL_ERROR"), line);
    }
  }

  private void simulation(EditionId id, Edition after, List<Claim> claims) throws IOException {
    Path file = Files.write(folder.resolve("claims.ndjson"), lines(claims));
    PolicySide built = new PolicySide("built", BuiltEditions.CATALOGUE.named(id).orElseThrow(), true);
    Tally tally = new Simulation(built, new PolicySide("draft", after, true), 1)
        .run(PortfolioSource.file(PortfolioSource.Kind.NDJSON, file, Language.ZH), (done, of, all) -> {}, () -> false);
    assertEquals(0, tally.unreadable());
    assertEquals(claims.size(), tally.claims());
    assertEquals(tally.before().sums().total(), tally.after().sums().total());
  }

  private static byte[] lines(List<Claim> claims) {
    StringBuilder lines = new StringBuilder();
    claims.forEach(
        claim -> lines.append(new String(Json.bytes(ClaimView.of(claim)), StandardCharsets.UTF_8)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
