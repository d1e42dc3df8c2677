package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Editions one column of which is at an edge, all else as it is: what is no sound version is told with its place in both
 * languages, what is sound goes every way.
 */
@Tag("thorough")
class EdgeCellsTest extends StoreCase {

  /** So many days after an edition begins, rows are divided. */
  private static final int DAYS = 40;
  private static final String DEDUCTIBLE = "起付线";
  private static final List<String> CAPS = List.of("年度限额", "第二限额", "第三限额", "单次限额", "单项年度限额");
  private static final List<String> EDGES = List.of("第二段起点", "第三段起点", "第四段起点");
  private static final LocalDate BEFORE_ALL = LocalDate.of(2000, 1, 1);

  @TempDir
  private Path folder;

  /** A version to try. */
  private record Version(String name, Map<String, byte[]> workbooks) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> everySheet() {
    return EditionArchive.ids().stream()
        .flatMap(id -> EditionChecker.check(EditionArchive.sources(id)).sheets().stream()
            .filter(sheet -> !sheet.name().equals(CaseLayout.CASES.sheet()) && !versions(id, sheet).isEmpty())
            .map(sheet -> Arguments.of(id, sheet.workbook(), sheet.name())));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @DisplayName("Each column at 0, 1 and 100 %, edges that are equal, a deductible as high as its cap and rows of a single day")
  @MethodSource("everySheet")
  void everyEdge(EditionId id, String workbook, String name) throws IOException {
    Sheet sheet = EditionChecker.check(EditionArchive.sources(id)).sheets().stream()
        .filter(one -> one.workbook().equals(workbook) && one.name().equals(name)).findFirst().orElseThrow();
    int number = 0;
    for (Version version : versions(id, sheet)) {
      Path place = Files.createDirectories(folder.resolve(Integer.toString(number++)));
      EveryWay ways = new EveryWay(PolicyStore.at(place, clock), clock, folder);
      List<Finding> findings = ways.findings(id, version.workbooks());
      if (findings.isEmpty()) {
        try {
          ways.follow(id, version.workbooks());
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(id + " " + name + ": " + version, e);
        }
      }
      for (Finding finding : findings) {
        assertNotNull(finding.sheet(), version + ": " + finding);
        assertTrue(!finding.zh().isBlank() && !finding.en().isBlank(), version + ": " + finding);
      }
    }
  }

  private static List<Version> versions(EditionId id, Sheet sheet) {
    Map<String, byte[]> ground = new HashMap<>(EditionArchive.sources(id).workbooks());
    ground.computeIfPresent("edition.xlsx", (name, content) -> Changed.changed(content, Changed::expectClasses));
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      int column = i;
      String heading = sheet.columns().get(i).heading();
      List<Object> values =
          sheet.rows().stream().map(row -> row.values().get(column)).filter(Objects::nonNull).toList();
      if (values.stream().anyMatch(Rate.class::isInstance)) {
        add(versions, ground, sheet, heading + " 0 %", column, (row, value) -> value instanceof Rate ? zero() : null);
        add(versions, ground, sheet, heading + " 100 %", column,
            (row, value) -> value instanceof Rate ? BigDecimal.ONE : null);
      } else if (values.stream().anyMatch(Money.class::isInstance)) {
        add(versions, ground, sheet, heading + " 0", column, (row, value) -> value instanceof Money ? zero() : null);
        add(versions, ground, sheet, heading + " 1", column,
            (row, value) -> value instanceof Money ? BigDecimal.ONE : null);
      }
      if (EDGES.indexOf(heading) > 0) {
        String before = EDGES.get(EDGES.indexOf(heading) - 1);
        add(versions, ground, sheet, heading + " as " + before, column, (row, value) -> yuan(sheet, row, before));
      }
      if (CAPS.contains(heading)) {
        add(versions, ground, sheet, heading + " as " + DEDUCTIBLE, column,
            (row, value) -> value == null ? null : yuan(sheet, row, DEDUCTIBLE));
      }
    }
    singleDay(ground, sheet, EditionChecker.check(EditionArchive.sources(id)).description().from().plusDays(DAYS))
        .forEach(versions::add);
    return versions;
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO;
  }

  private static BigDecimal yuan(Sheet sheet, Row row, String heading) {
    return sheet.value(row, heading) instanceof Money money ? money.inYuan() : null;
  }

  /** Adds a version in which a column says something else in some rows; none where it would say the same. */
  private static void add(List<Version> versions, Map<String, byte[]> ground, Sheet sheet, String name, int column,
      BiFunction<Row, Object, BigDecimal> instead) {
    Map<String, BigDecimal> cells = new TreeMap<>();
    for (Row row : sheet.rows()) {
      Object value = row.values().get(column);
      BigDecimal figure = instead.apply(row, value);
      boolean same = figure != null && (value instanceof Money money && money.inYuan().compareTo(figure) == 0
          || value instanceof Rate rate && rate.equals(Rate.of(figure)));
      if (figure != null && !same) {
        cells.put(Column.letter(column) + row.number(), figure);
      }
    }
    if (!cells.isEmpty()) {
      byte[] changed = Changed.changed(ground.get(sheet.workbook()), book -> cells
          .forEach((cell, figure) -> Changed.cell(book, sheet.name(), cell).setCellValue(figure.doubleValue())));
      versions.add(with(ground, sheet, name, changed));
    }
  }

  private static Version with(Map<String, byte[]> ground, Sheet sheet, String name, byte[] changed) {
    Map<String, byte[]> workbooks = new HashMap<>(ground);
    workbooks.put(sheet.workbook(), changed);
    return new Version(name, workbooks);
  }

  /** A version in which each row that holds for longer is divided into days before one day, that day and those after it. */
  private static List<Version> singleDay(Map<String, byte[]> ground, Sheet sheet, LocalDate day) {
    byte[] content = ground.get(sheet.workbook());
    try {
      for (RawSheet raw : RawWorkbook.read(content)) {
        int from = heading(raw, Column.FROM);
        int to = heading(raw, Column.TO);
        if (raw.name().equals(sheet.name()) && from >= 0 && to >= 0 && raw.columns().get(from).isCondition()) {
          List<WrittenRow> rows = new ArrayList<>();
          raw.rows().forEach(row -> divided(row, from, to, day, raw, rows));
          return rows.size() == raw.rows().size() ? List.of()
              : List.of(with(ground, sheet, "rows of a single day",
                  RawWorkbook.with(content, Map.of(sheet.name(), rows))));
        }
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int heading(RawSheet sheet, String heading) {
    return sheet.columns().stream().map(Column::heading).toList().indexOf(heading);
  }

  private static void divided(Row row, int from, int to, LocalDate day, RawSheet sheet, List<WrittenRow> rows) {
    LocalDate first = (LocalDate) RawWorkbook.meant(sheet.columns().get(from), row.values().get(from));
    LocalDate last = (LocalDate) RawWorkbook.meant(sheet.columns().get(to), row.values().get(to));
    if (!(first == null ? BEFORE_ALL : first).isBefore(day) || last != null && !last.isAfter(day)) {
      rows.add(new WrittenRow(row.number(), row.values()));
      return;
    }
    rows.add(dated(row, from, row.values().get(from), to, day.minusDays(1)));
    rows.add(dated(row, from, day, to, day));
    rows.add(dated(row, from, day.plusDays(1), to, row.values().get(to)));
  }

  private static WrittenRow dated(Row row, int from, Object first, int to, Object last) {
    List<Object> values = new ArrayList<>(row.values());
    values.set(from, first);
    values.set(to, last);
    return new WrittenRow(row.number(), values);
  }
}
