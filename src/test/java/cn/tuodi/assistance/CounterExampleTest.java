package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.TableLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The claim that a gap or an overlap is shown with really meets it: under the edition as it is, the very row that was
 * taken out or doubled decides it.
 */
class CounterExampleTest {

  private static final int FIRST_ROW = 3;
  private static final List<TableLayout> SHEETS = List.of(Layouts.SEVERE_DISABILITY, Layouts.CLASSES,
      Layouts.PREFERENCES, Layouts.TERMS, Layouts.ADMISSIONS, Layouts.ADJUSTMENTS);
  private static final AssistanceDecider DECIDER = new AssistanceDecider(EditionArchive.load());

  /** A row of a sheet of an edition. */
  record Place(EditionSources sources, String workbook, String sheet, int row) {

    @Override
    public String toString() {
      return sources.name() + " " + sheet + " " + row;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @DisplayName("A row taken out is a gap, and the claim shown with it was decided by that row")
  void gap(Place place) {
    List<Finding> found = findings(place, CounterExampleTest::takeOut);
    assertTrue(found.stream().anyMatch(finding -> finding.example() != null && meets(place, finding.example())),
        found::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @DisplayName("A row doubled is an overlap, and the claim shown with it is decided by that row")
  void overlap(Place place) {
    List<Finding> found = findings(place, CounterExampleTest::repeat);
    assertTrue(found.stream().anyMatch(finding -> finding.example() != null && meets(place, finding.example())),
        found::toString);
  }

  /** The first row and the last of every sheet that claims of the edition come to. */
  static Stream<Place> rows() throws IOException {
    List<Place> places = new ArrayList<>();
    for (EditionId id : EditionArchive.ids()) {
      EditionSources sources = EditionArchive.sources(id);
      // In 2021 nobody is paid without a standard of the pooling area, so nobody is admitted or denied.
      List<TableLayout> met = id.year() == 2021 ? List.of(Layouts.CLASSES, Layouts.PREFERENCES, Layouts.TERMS) : SHEETS;
      for (Map.Entry<String, byte[]> workbook : sources.workbooks().entrySet()) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook.getValue()))) {
          for (TableLayout layout : met) {
            XSSFSheet sheet = book.getSheet(layout.sheet());
            // In premiums.xlsx there is no claim. In Bayingolin who was not referred is denied: nothing is left to adjust.
            if (sheet != null && !workbook.getKey().equals("premiums.xlsx")) {
              boolean denied = id.region().equals("bayingolin") && layout == Layouts.ADJUSTMENTS;
              places.add(new Place(sources, workbook.getKey(), layout.sheet(), FIRST_ROW + (denied ? 2 : 1)));
              places.add(new Place(sources, workbook.getKey(), layout.sheet(), lastRow(sheet) + 1));
            }
          }
        }
      }
    }
    return places.stream().distinct();
  }

  private static int lastRow(XSSFSheet sheet) {
    DataFormatter shown = new DataFormatter();
    int last = FIRST_ROW - 1;
    while (sheet.getRow(last + 1) != null && !shown.formatCellValue(sheet.getRow(last + 1).getCell(0)).isBlank()) {
      last++;
    }
    return last;
  }

  private static boolean meets(Place place, Claim example) {
    Claim sent = ClaimReader.read(Json.bytes(ClaimView.of(example)), Language.ZH);
    assertEquals(example, sent, "the example is not what is read when it is sent");
    Decision decision = assertInstanceOf(Decision.class, DECIDER.decide(sent, true));
    assertEquals(place.sources().name(), decision.edition().id().toString());
    return decision.trace().stream().anyMatch(entry -> entry.rule().equals(place.sheet() + "_" + place.row()));
  }

  private interface Change {
    void make(XSSFSheet sheet, int row);
  }

  private static List<Finding> findings(Place place, Change change) {
    Map<String, byte[]> workbooks = new TreeMap<>(place.sources().workbooks());
    workbooks.compute(place.workbook(), (name, content) -> changed(content, place, change));
    EditionSources broken = new EditionSources(place.sources().name(), place.sources().rules(), workbooks);
    return assertThrows(InvalidEdition.class, () -> EditionChecker.check(broken)).findings();
  }

  private static byte[] changed(byte[] content, Place place, Change change) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      change.make(book.getSheet(place.sheet()), place.row() - 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void takeOut(XSSFSheet sheet, int row) {
    int last = lastRow(sheet);
    XSSFRow taken = sheet.getRow(row);
    taken.forEach(cell -> cell.setBlank());
    if (row < last) {
      sheet.copyRows(row + 1, last, row, new CellCopyPolicy());
      sheet.getRow(last).forEach(cell -> cell.setBlank());
    }
  }

  private static void repeat(XSSFSheet sheet, int row) {
    sheet.copyRows(row, row, lastRow(sheet) + 1, new CellCopyPolicy());
  }
}
