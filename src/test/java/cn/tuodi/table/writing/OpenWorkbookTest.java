package cn.tuodi.table.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.start.UpgradedEdition;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.RawWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks written anew show what their document needs and nothing else, and say what they said. */
class OpenWorkbookTest {

  private static final Path RELEASED = Path.of("src/test/resources/releases/1.0.0/decision-tables");
  private static final String ASSISTANCE = "medical-assistance.xlsx";
  private static final String TERMS = "救助待遇";

  @ParameterizedTest
  @ValueSource(strings = {"bayingolin/2023", "guangxi/2021", "guangxi/2022", "guizhou/2023"})
  @DisplayName("Nothing is hidden, headings have notes and stay in view, pages are A4 as wide as the sheet")
  void sheets(String edition) throws IOException {
    Map<String, byte[]> workbooks = UpgradedEdition.of(released(edition)).workbooks();
    for (byte[] content : workbooks.values()) {
      List<String> known = RawWorkbook.read(content).stream().map(sheet -> sheet.name()).toList();
      try (XSSFWorkbook workbook = opened(content)) {
        workbook.forEach(sheet -> {
          assertTrue(StreamSupport.stream(sheet.spliterator(), false).noneMatch(row -> row.getZeroHeight()));
          assertEquals(PrintSetup.A4_PAPERSIZE, sheet.getPrintSetup().getPaperSize());
          assertTrue(sheet.getPrintSetup().getLandscape() && sheet.getFitToPage());
          if (known.contains(sheet.getSheetName())) {
            headings((XSSFSheet) sheet);
          }
        });
      }
    }
  }

  private static void headings(XSSFSheet sheet) {
    sheet.getRow(2).forEach(cell -> assertNotNull(cell.getCellComment(), sheet.getSheetName() + cell.getAddress()));
    assertEquals(3, sheet.getPaneInformation().getHorizontalSplitPosition());
    assertTrue(sheet.getPaneInformation().getVerticalSplitPosition() >= 1);
  }

  @Test
  @DisplayName("A sheet too wide for a page goes over several, each of which says what its rows are about")
  void wide() throws IOException {
    try (XSSFWorkbook workbook = opened(today("guangxi/2022").get("edition.xlsx"))) {
      XSSFSheet cases = workbook.getSheet("核对用例");
      assertEquals(2, cases.getPrintSetup().getFitWidth());
      assertEquals("A:A", cases.getRepeatingColumns().formatAsString());
      assertEquals("3:3", cases.getRepeatingRows().formatAsString());
      XSSFSheet dates = workbook.getSheet("版本");
      assertEquals(1, dates.getPrintSetup().getFitWidth());
      assertNull(dates.getRepeatingColumns());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bayingolin/2023", "guangxi/2021", "guangxi/2022", "guizhou/2023"})
  @DisplayName("The workbooks of the application stay as they are when they are written again")
  void ofTheApplication(String edition) throws IOException {
    today(edition).forEach((file, content) -> {
      try {
        assertArrayEquals(Files.readAllBytes(Path.of("decision-tables", edition, file)), content, file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static Map<String, byte[]> today(String edition) throws IOException {
    return UpgradedEdition.of(EditionSources.read(Path.of("rules"), Path.of("decision-tables"), edition)).workbooks();
  }

  @Test
  @DisplayName("Parameters are chosen from their list, and shown as the rates and amounts that they are")
  void parameters() throws IOException {
    try (XSSFWorkbook workbook = written("guangxi/2022", "safeguards.xlsx")) {
      XSSFSheet parameters = workbook.getSheet("参数");
      assertEquals("说明!$H$1:$H$" + Parameter.values().length,
          list(parameters, "B4").getValidationConstraint().getFormula1());
      XSSFSheet introduction = workbook.getSheet("说明");
      assertTrue(introduction.isColumnHidden(7));
      assertEquals(Parameter.values()[0].label(), introduction.getRow(0).getCell(7).getStringCellValue());
      DataFormatter shown = new DataFormatter();
      assertEquals("50%", shown.formatCellValue(parameters.getRow(5).getCell(2)));
      assertTrue(StreamSupport.stream(parameters.spliterator(), false)
          .anyMatch(row -> shown.formatCellValue(row.getCell(2)).equals("10,000.00元")));
    }
  }

  @Test
  @DisplayName("Only the columns that some row needs are left, and the days on which rows apply")
  void columns() throws IOException {
    try (XSSFWorkbook workbook = written("guizhou/2023", ASSISTANCE)) {
      assertEquals(List.of("条款", "对象类别", "医疗类别", "生效日期", "失效日期", "结果", "起付线", "救助比例", "累计口径", "限额条款", "年度限额"),
          StreamSupport.stream(workbook.getSheet(TERMS).getRow(2).spliterator(), false)
              .map(cell -> cell.getStringCellValue()).toList());
    }
  }

  @Test
  @DisplayName("A sheet in which no row states a result keeps the columns of its results")
  void results() throws IOException {
    try (XSSFWorkbook workbook = written("guangxi/2022", ASSISTANCE)) {
      assertEquals(List.of("条款", "情形", "生效日期", "失效日期", "降低百分点", "按比例折算", "提示"),
          StreamSupport.stream(workbook.getSheet("比例调整").getRow(2).spliterator(), false)
              .map(cell -> cell.getStringCellValue()).toList());
    }
  }

  @Test
  @DisplayName("Lists offer the classes and identities of the place; whatever else there is can still be typed")
  void lists() throws IOException {
    try (XSSFWorkbook workbook = written("guizhou/2023", ASSISTANCE)) {
      DataValidation classes = list(workbook.getSheet(TERMS), "B4");
      assertEquals(List.of("一类", "二类", "三类", "四类", "无类别"),
          Arrays.asList(classes.getValidationConstraint().getExplicitListValues()));
      assertEquals(DataValidation.ErrorStyle.WARNING, classes.getErrorStyle());
      List<String> identities = Arrays.asList(
          list(workbook.getSheet("对象分类"), "B4").getValidationConstraint().getExplicitListValues());
      assertTrue(identities.contains("意外致困职工"), "every identity has its row among the classes");
    }
    try (XSSFWorkbook workbook = written("guangxi/2022", "safeguards.xlsx")) {
      List<String> identities = Arrays.asList(list(workbook.getSheet("结算方式"), "C4").getValidationConstraint()
          .getExplicitListValues());
      assertTrue(identities.contains("低保对象"), identities::toString);
      assertFalse(identities.contains("意外致困职工"), identities::toString);
    }
  }

  private static DataValidation list(XSSFSheet sheet, String cell) {
    CellAddress at = new CellAddress(cell);
    return sheet.getDataValidations().stream().filter(validation -> Arrays.stream(
        validation.getRegions().getCellRangeAddresses()).anyMatch(range -> range.isInRange(at))).findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("The same workbook becomes the same bytes, and stays as it is when it is written again")
  void stable() throws IOException {
    EditionSources sources = released("guangxi/2022");
    Map<String, byte[]> once = UpgradedEdition.of(sources).workbooks();
    Map<String, byte[]> again = UpgradedEdition.of(sources).workbooks();
    Map<String, byte[]> twice =
        UpgradedEdition.of(new EditionSources(sources.name(), sources.rules(), once)).workbooks();
    once.forEach((file, content) -> {
      assertArrayEquals(content, again.get(file), file);
      assertArrayEquals(content, twice.get(file), file);
    });
  }

  @Test
  @DisplayName("What people noted at a cell stays at it; what a check found there does not")
  void remarks() throws IOException {
    EditionSources sources = released("guizhou/2023");
    EditionSources noted = sources.withWorkbook(ASSISTANCE, noted(sources.workbooks().get(ASSISTANCE)));
    try (XSSFWorkbook workbook = opened(UpgradedEdition.of(noted).workbooks().get(ASSISTANCE))) {
      XSSFSheet terms = workbook.getSheet(TERMS);
      XSSFCell rate = terms.getRow(4).getCell(7);
      XSSFRow introduced = workbook.getSheet("说明").getRow(3);
      assertEquals("抄自省局", introduced.getCell(2).getStringCellValue());
      assertEquals("核对过", introduced.getCell(1).getCellComment().getString().getString());
      assertEquals("救助比例", terms.getRow(2).getCell(7).getStringCellValue());
      assertEquals("问过省局", rate.getCellComment().getString().getString());
      assertNull(terms.getRow(5).getCell(7).getCellComment());
    }
  }

  private static byte[] noted(byte[] content) throws IOException {
    try (XSSFWorkbook workbook = opened(content); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.getSheet(TERMS);
      XSSFSheet introduction = workbook.getSheet("说明");
      introduction.getRow(3).createCell(2).setCellValue("抄自省局");
      note(introduction, "B4", "核对过");
      note(sheet, "L11", "问过省局\n【检查 / check】\n什么");
      note(sheet, "L12", "【检查 / check】\n什么");
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void note(XSSFSheet sheet, String cell, String text) {
    CellAddress at = new CellAddress(cell);
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFComment comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 3, 3));
    comment.setString(new XSSFRichTextString(text));
    sheet.getRow(at.getRow()).getCell(at.getColumn()).setCellComment(comment);
  }

  private static XSSFWorkbook written(String edition, String file) throws IOException {
    return opened(UpgradedEdition.of(released(edition)).workbooks().get(file));
  }

  private static XSSFWorkbook opened(byte[] content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(content));
  }

  private static EditionSources released(String edition) {
    return EditionSources.read(Path.of("rules"), RELEASED, edition);
  }
}
