package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import cn.tuodi.table.Row;
import cn.tuodi.table.cell.CellTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No cell of the terms of an edition says nothing: another value in it is refused, or changes what is decided. */
class ChangedTermsTest {

  private static final String WORKBOOK = "medical-assistance.xlsx";
  private static final List<String> EDITIONS =
      List.of("guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023");
  private static final int SAMPLE = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A cell of the terms of an edition. */
  record Place(String edition, int row, int column, String heading) {

    @Override
    public String toString() {
      return edition + " " + Column.letter(column) + row + " " + heading;
    }
  }

  static Stream<Place> some() throws IOException {
    List<Place> some = new ArrayList<>();
    for (String edition : EDITIONS) {
      List<Place> all = places(edition);
      Collections.shuffle(all, new Random(edition.hashCode()));
      some.addAll(all.subList(0, SAMPLE));
    }
    return some.stream();
  }

  static Stream<Place> all() throws IOException {
    List<Place> all = new ArrayList<>();
    for (String edition : EDITIONS) {
      all.addAll(places(edition));
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  @DisplayName("Another value in a cell is refused or decides otherwise")
  void anyCell(Place place) throws IOException {
    matters(place);
  }

  @ParameterizedTest(name = "{0}")
  @Tag("thorough")
  @MethodSource("all")
  @DisplayName("Another value in any cell of any edition is refused or decides otherwise")
  void everyCell(Place place) throws IOException {
    matters(place);
  }

  private static void matters(Place place) throws IOException {
    EditionSources sources = sources(place.edition());
    CheckedEdition before = EditionChecker.check(sources);
    try {
      CompiledEdition changed = CompiledForTests.of(sources.withWorkbook(WORKBOOK, changed(place, sources)));
      Set<Claim> claims = new LinkedHashSet<>();
      for (Claim claim : Stream.concat(before.trialClaims().stream(), changed.checked().trialClaims().stream())
          .toList()) {
        claims.add(claim);
        claims.addAll(lateInTheYear(claim));
      }
      AssistanceDecider one = decider(BuiltEditions.CATALOGUE.named(before.description().id()).orElseThrow());
      AssistanceDecider other = decider(changed.load());
      assertTrue(claims.stream().anyMatch(claim -> !decided(one, claim).equals(decided(other, claim))),
          "nothing is decided otherwise");
    } catch (InvalidEdition e) {
      // It is refused: at a cell, or since a worked case comes out otherwise.
      assertTrue(!e.findings().isEmpty());
    }
  }

  /** The claim after assistance for one kind of care, and after that for another. */
  private static List<Claim> lateInTheYear(Claim claim) {
    Money cost = Money.fen(3_000_000);
    Money paid = Money.fen(150_000);
    Money none = Money.ZERO;
    return Stream.of(new ByCare(cost, none, none), new ByCare(none, cost, none), new ByCare(none, none, cost))
        .map(eligible -> claim.continuing(new YearToDate(claim.serviceDate().getYear(), cost, cost, none, eligible,
            eligible.inpatient().equals(cost) ? new ByCare(paid, none, none)
                : eligible.chronicOutpatient().equals(cost) ? new ByCare(none, paid, none)
                    : new ByCare(none, none, paid),
            none, none, null)))
        .toList();
  }

  private static AssistanceDecider decider(Edition edition) {
    return new AssistanceDecider(new Catalogue(List.of(edition)));
  }

  /** What is decided, but for what names the version of the policy. */
  private static JsonNode decided(AssistanceDecider decider, Claim claim) {
    Outcome outcome = decider.decide(claim);
    if (!(outcome instanceof Decision decision)) {
      return JSON.createObjectNode().put("refused", outcome.toString());
    }
    try {
      ObjectNode told = (ObjectNode) JSON.readTree(Json.bytes(DecisionView.of(decision, Language.EN)));
      return told.without(List.of("decisionId", "policy"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EditionSources sources(String edition) {
    return EditionSources.read(Path.of("rules"), Path.of("decision-tables"), edition);
  }

  private static List<Place> places(String edition) throws IOException {
    RawSheet terms = terms(sources(edition));
    List<Place> places = new ArrayList<>();
    for (Row row : terms.rows()) {
      for (int i = 0; i < terms.columns().size(); i++) {
        if (terms.columns().get(i).role() != Column.Role.NOTE) {
          places.add(new Place(edition, row.number(), i, terms.columns().get(i).heading()));
        }
      }
    }
    return places;
  }

  private static RawSheet terms(EditionSources sources) throws IOException {
    return RawWorkbook.read(sources.workbooks().get(WORKBOOK)).stream()
        .filter(sheet -> sheet.name().equals(Layouts.TERMS.sheet())).findFirst().orElseThrow();
  }

  private static byte[] changed(Place place, EditionSources sources) throws IOException {
    RawSheet terms = terms(sources);
    LocalDate within = EditionChecker.check(sources).description().from().plusMonths(2);
    List<WrittenRow> rows = new ArrayList<>();
    for (Row row : terms.rows()) {
      List<Object> values = new ArrayList<>(row.values());
      if (row.number() == place.row()) {
        values.set(place.column(), other(terms, place.column(), values.get(place.column()), within));
      }
      rows.add(new WrittenRow(row.number(), values));
    }
    return RawWorkbook.with(sources.workbooks().get(WORKBOOK), Map.of(terms.name(), rows));
  }

  /** Another value that the column may have; a day within the edition where there was none. */
  private static Object other(RawSheet terms, int index, Object value, LocalDate within) {
    Column column = terms.columns().get(index);
    if (column.type() == CellTypes.RATE) {
      return new BigDecimal(
          value instanceof BigDecimal rate && rate.compareTo(new BigDecimal("0.5")) == 0 ? "0.4" : "0.5");
    }
    if (column.type() == CellTypes.YUAN) {
      return BigDecimal.valueOf(value instanceof BigDecimal amount && amount.intValue() == 1000 ? 900 : 1000);
    }
    if (column.type() == CellTypes.DATE) {
      return value instanceof LocalDate day ? day.plusDays(1) : within;
    }
    List<Object> others = new ArrayList<>(column.type().choices());
    terms.rows().forEach(row -> others.add(row.values().get(index)));
    others.add("另一个文件");
    return others.stream().filter(one -> one != null && !one.equals(value) && !one.equals(column.empty())).findFirst()
        .orElseThrow();
  }
}
