package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever row of an edition is left out, it is told: as a gap, or as something to be confirmed. */
class DroppedRowsTest {

  private static final List<String> WORKBOOKS = List.of("safeguards.xlsx", "premiums.xlsx", "applications.xlsx");

  /** A sheet of an edition; its first row of data as people count. */
  record Place(String edition, String workbook, String sheet, int firstRow, int lastRow) {

    @Override
    public String toString() {
      return edition + " " + workbook + " " + sheet;
    }
  }

  static Stream<Place> places() throws IOException {
    List<Place> places = new ArrayList<>();
    for (String edition : List.of("guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023")) {
      EditionSources sources = sources(edition);
      for (String workbook : WORKBOOKS) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sources.workbooks().get(workbook)))) {
          book.forEach(sheet -> {
            if (!sheet.getSheetName().equals("说明")) {
              places.add(new Place(edition, workbook, sheet.getSheetName(), 4, sheet.getLastRowNum() + 1));
            }
          });
        }
      }
    }
    return places.stream();
  }

  private static EditionSources sources(String edition) {
    return EditionSources.read(Path.of("rules"), Path.of("decision-tables"), edition);
  }

  private static EditionSources changed(EditionSources sources, String workbook, Consumer<XSSFWorkbook> change) {
    return LocalFixtures.with(sources,
        Map.of(workbook, Broken.saved(sources.workbooks().get(workbook), change)));
  }

  private static void drop(XSSFSheet sheet, int row) {
    sheet.removeRow(sheet.getRow(row - 1));
    if (row <= sheet.getLastRowNum()) {
      sheet.shiftRows(row, sheet.getLastRowNum(), -1);
    }
  }

  /** What is asked; empty where the edition is not sound at all. */
  private static Optional<List<Finding>> asked(EditionSources before, EditionSources after) {
    try {
      return Optional.of(Omissions.of(Optional.of(before), EditionChecker.check(after)));
    } catch (InvalidEdition e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  @DisplayName("Each row that is dropped is told, in English without words of the other language")
  void dropped(Place place) {
    EditionSources before = sources(place.edition());
    for (int row = place.firstRow(); row <= place.lastRow(); row++) {
      int number = row;
      Optional<List<Finding>> asked = asked(before,
          changed(before, place.workbook(), book -> drop(book.getSheet(place.sheet()), number)));
      asked.ifPresent(questions -> {
        assertFalse(questions.isEmpty(), () -> place + ", row " + number);
        questions.forEach(question -> assertTrue(question.en().codePoints()
            .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN), question::en));
      });
    }
  }

  @ParameterizedTest(name = "{0}!{1} {2} = {3}")
  @DisplayName("A row that applies to fewer, warns of less, or has run out before, is told as what is left out")
  @CsvSource(delimiter = '|', value = {
      "guangxi/2021|safeguards.xlsx|费用预警|D4|2021-07-01|任何情形|any case",
      "bayingolin/2023|safeguards.xlsx|费用预警|G7|否|对象类别“四类”|class \"class 4\"",
      "guangxi/2022|premiums.xlsx|最低缴费|B4|2025|参保年度“2023”|insured year \"2023\"",
      "guangxi/2022|applications.xlsx|依申请救助|C4|2022-02-01|任何情形|any case",
      "guangxi/2022|applications.xlsx|依申请救助|D4|特困人员|对象身份“因病致贫重病患者”|identities \"illness impoverished\""})
  void narrowed(String edition, String workbook, String sheet, String cell, String value, String zh, String en) {
    EditionSources before = sources(edition);
    Object changed = value.matches("\\d{4}-.*") ? LocalDate.parse(value)
        : value.matches("\\d+") ? new BigDecimal(value) : value;
    List<Finding> questions = asked(before,
        changed(before, workbook, book -> Broken.set(book.getSheet(sheet), cell, changed))).orElseThrow();
    assertTrue(questions.stream().anyMatch(question -> question.zh().contains(zh) && question.en().contains(en)),
        questions::toString);
  }

  @Test
  @DisplayName("The same edition leaves nothing out")
  void same() {
    for (String edition : List.of("guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023")) {
      assertEquals(Optional.of(List.of()), asked(sources(edition), sources(edition)));
    }
  }
}
