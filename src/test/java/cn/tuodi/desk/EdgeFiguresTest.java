package cn.tuodi.desk;

import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
    new EveryWay(open(), clock, folder).follow(id, changed(EditionArchive.sources(id), figures));
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
}
