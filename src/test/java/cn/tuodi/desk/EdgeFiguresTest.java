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
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.simulation.PolicySide;
import cn.tuodi.simulation.Simulation;
import cn.tuodi.simulation.Tally;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Editions all of whose rates and amounts are nothing, one or the whole, on every way that a figure takes. */
class EdgeFiguresTest extends StoreCase {

  /** Where a band begins: above the deductible. */
  private static final Set<String> EDGES = Set.of("第二段起点", "第三段起点", "第四段起点");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  private Path folder;

  /** What stands instead of the figures of an edition. */
  private enum Figures {
    NOTHING("rates and amounts 0", 0, 0),
    WHOLE("rates 100 %, amounts 0", 1, 0),
    NO_RATE("rates 0", 0, null),
    ALL_RATES("rates 100 %", 1, null),
    NO_AMOUNT("amounts 0", null, 0),
    LEAST("amounts 1", null, 1),
    MIXED("0, 1 and as they are, in turn", null, null);

    private final String name;
    private final Integer rate;
    private final Integer amount;

    Figures(String name, Integer rate, Integer amount) {
      this.name = name;
      this.rate = rate;
      this.amount = amount;
    }

    /** What stands in a cell instead of its value, or null where that stays. */
    private Integer instead(String heading, Object value, Random any) {
      boolean isFigure = value instanceof Rate || value instanceof Money;
      if (this == MIXED && isFigure) {
        int turn = any.nextInt(3);
        return turn == 2 || EDGES.contains(heading) ? null : Integer.valueOf(turn);
      } else if (value instanceof Rate) {
        return rate;
      }
      return value instanceof Money ? amount == null || !EDGES.contains(heading) ? amount : Integer.valueOf(amount + 1)
          : null;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> everyEdition() {
    return versions(Figures.NOTHING, Figures.WHOLE);
  }

  static Stream<Arguments> everyVersion() {
    return versions(Figures.NO_RATE, Figures.ALL_RATES, Figures.NO_AMOUNT, Figures.LEAST, Figures.MIXED);
  }

  private static Stream<Arguments> versions(Figures... versions) {
    return EditionArchive.ids().stream()
        .flatMap(id -> Stream.of(versions).map(figures -> Arguments.of(id, figures)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("Figures of nothing and the whole are drafted, compared, tried and published, and every row is decided and adds up")
  @MethodSource("everyEdition")
  void everyWay(EditionId id, Figures figures) throws IOException {
    follow(id, figures);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @Tag("thorough")
  @DisplayName("So are rates alone, amounts alone, amounts of one, and all of these beside each other")
  @MethodSource("everyVersion")
  void everyFigure(EditionId id, Figures figures) throws IOException {
    follow(id, figures);
  }

  private void follow(EditionId id, Figures figures) throws IOException {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Draft draft = desk.begin(id, changed(EditionArchive.sources(id), figures), "李明", null);
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

  /** The workbooks of an edition in which all figures are changed that may be. */
  private static Map<String, byte[]> changed(EditionSources sources, Figures figures) {
    Map<String, byte[]> workbooks = new HashMap<>(sources.workbooks());
    Random any = new Random(sources.name().hashCode());
    workbooks.computeIfPresent("edition.xlsx", (name, content) -> Changed.changed(content, Changed::expectClasses));
    for (Sheet sheet : EditionChecker.check(sources).sheets()) {
      if (sheet.name().equals(CaseLayout.CASES.sheet())) {
        continue;
      }
      workbooks.computeIfPresent(sheet.workbook(),
          (name, content) -> Changed.changed(content, book -> change(book, sheet, figures, any)));
    }
    return workbooks;
  }

  private static void change(XSSFWorkbook book, Sheet sheet, Figures figures, Random any) {
    for (Row row : sheet.rows()) {
      for (int i = 0; i < sheet.columns().size(); i++) {
        Integer figure = figures.instead(sheet.columns().get(i).heading(), row.values().get(i), any);
        if (figure != null) {
          Changed.cell(book, sheet.name(), Column.letter(i) + row.number()).setCellValue(figure);
        }
      }
    }
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
