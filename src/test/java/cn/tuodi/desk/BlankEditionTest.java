package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.start.BlankEdition;
import cn.tuodi.desk.start.BlankSheet;
import cn.tuodi.desk.start.NewEditionOrder;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Helps;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.writing.Offered;
import cn.tuodi.table.writing.OpenWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Workbooks of an edition that is begun without another to go by. */
class BlankEditionTest {

  private static final EditionId ID = new EditionId("lijiang", 2025);

  private static Map<String, byte[]> made(Set<String> chosen) throws IOException {
    return BlankEdition.of(new NewEditionOrder(ID, LocalDate.of(2025, 1, 1), "530700", "丽江市 2025 年版", "Lijiang 2025"),
        chosen);
  }

  private static CheckedEdition checked(Map<String, byte[]> workbooks) {
    return EditionChecker.check(new EditionSources(ID.toString(), ApplicationFiles.load().rules(ID), workbooks));
  }

  @Test
  @DisplayName("What is left to fill in is found, and nothing else: the document, its provision, the sheets chosen")
  void leftToFillIn() throws IOException {
    List<Finding> findings = assertThrows(InvalidEdition.class, () -> checked(made(Set.of("倾斜救助", "费用预警")))).findings();
    assertEquals(Set.of("文件", "条款", "倾斜救助", "费用预警"),
        findings.stream().map(Finding::sheet).collect(Collectors.toSet()), findings.toString());
    assertEquals(Set.of("文件", "倾斜救助", "费用预警"),
        findings.stream().filter(finding -> finding.zh().contains("表内没有数据行")).map(Finding::sheet)
            .collect(Collectors.toSet()));
  }

  @Test
  @DisplayName("With document and provision filled in, the edition is sound and nobody is a recipient")
  void soundOnceFilledIn() throws IOException {
    Map<String, byte[]> workbooks = new TreeMap<>(made(Set.of()));
    workbooks.computeIfPresent("edition.xlsx", (file, content) -> filled(content));
    CheckedEdition edition = checked(workbooks);
    assertEquals("530700", edition.description().areaCode());
    assertEquals(Set.of("LI25-1"), edition.description().provisions().keySet());
    assertTrue(edition.unmet().isEmpty(), edition.unmet().toString());
  }

  private static byte[] filled(byte[] content) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      fill(workbook.getSheet("文件"), "试〔2025〕1号", "文件", "Document", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1));
      fill(workbook.getSheet("条款"), null, "试〔2025〕1号", "一", "计算", "待遇", "全部", "All of it");
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(XSSFSheet sheet, Object... values) {
    XSSFRow row = sheet.getRow(3) == null ? sheet.createRow(3) : sheet.getRow(3);
    CellStyle day = sheet.getWorkbook().createCellStyle();
    day.setDataFormat((short) 14);
    for (int i = 0; i < values.length; i++) {
      XSSFCell cell = row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK);
      if (values[i] instanceof LocalDate date) {
        cell.setCellValue(date);
        cell.setCellStyle(day);
      } else if (values[i] != null) {
        cell.setCellValue(values[i].toString());
      }
    }
  }

  @Test
  @DisplayName("A new workbook lists every column that its sheets may have; written anew it does so still")
  void words() throws IOException {
    listsWords(made(Set.of("倾斜救助")).get("medical-assistance.xlsx"));
    listsWords(made(Set.of()).get("safeguards.xlsx"));
  }

  private static void listsWords(byte[] content) throws IOException {
    for (byte[] written : List.of(content, OpenWorkbook.of(content, Offered.of(List.of(content))))) {
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
        XSSFSheet words = workbook.getSheet("词汇");
        Map<String, Set<String>> listed = new TreeMap<>();
        for (int i = 3; i <= words.getLastRowNum(); i++) {
          XSSFRow row = words.getRow(i);
          listed.computeIfAbsent(row.getCell(0).getStringCellValue(), sheet -> new TreeSet<>())
              .add(row.getCell(1).getStringCellValue());
          assertTrue(!row.getCell(3).getStringCellValue().isEmpty() && !row.getCell(4).getStringCellValue().isEmpty());
        }
        Set<String> sheets = new TreeSet<>();
        workbook.forEach(sheet -> sheets.add(sheet.getSheetName()));
        sheets.removeAll(Set.of("说明", "词汇"));
        assertEquals(sheets, listed.keySet());
        listed.forEach(
            (sheet, headings) -> assertEquals(words(sheet), headings));
      }
    }
  }

  /** All headings of a sheet; of the sheet of parameters these, too. */
  private static Set<String> words(String sheet) {
    Set<String> words = Layouts.columns(sheet).orElseThrow().stream().map(Column::heading)
        .collect(Collectors.toCollection(TreeSet::new));
    if (sheet.equals("参数")) {
      for (Parameter parameter : Parameter.values()) {
        words.add(parameter.label());
      }
    }
    return words;
  }

  @Test
  @DisplayName("Every parameter of a new workbook is explained at its name, and stays so when written anew")
  void parameters() throws IOException {
    byte[] content = made(Set.of()).get("safeguards.xlsx");
    for (byte[] written : List.of(content, OpenWorkbook.of(content, Offered.of(List.of(content))))) {
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
        Set<String> explained = new TreeSet<>();
        XSSFSheet sheet = workbook.getSheet("参数");
        for (int i = 3; i <= sheet.getLastRowNum(); i++) {
          XSSFCell name = sheet.getRow(i).getCell(1);
          explained.add(name.getStringCellValue());
          assertTrue(name.getCellComment().getString().getString()
              .startsWith(Helps.of("参数", name.getStringCellValue()).orElseThrow().in(Language.ZH)));
        }
        assertEquals(Arrays.stream(Parameter.values()).filter(Parameter::isRequired).map(Parameter::label)
            .collect(Collectors.toCollection(TreeSet::new)), explained);
      }
    }
  }

  @Test
  @DisplayName("Standards of areas are begun in the workbook of the area of the edition, which is sound while it is empty")
  void localStandards() throws IOException {
    Map<String, byte[]> workbooks = new TreeMap<>(made(Set.of("大病保险方案", "倾斜救助标准")));
    assertTrue(workbooks.containsKey("local/530700/standards.xlsx"), workbooks.keySet().toString());
    workbooks.computeIfPresent("edition.xlsx", (file, content) -> filled(content));
    assertEquals(Set.of("LI25-1"), checked(workbooks).description().provisions().keySet());
    assertTrue(made(Set.of()).keySet().stream().noneMatch(file -> file.startsWith("local/")));
  }

  @Test
  @DisplayName("Every sheet can be chosen, shows its headings with notes, and is recognised where it stands")
  void everySheet() throws IOException {
    Set<String> all = new TreeSet<>();
    BlankSheet.offered().forEach(sheet -> all.add(sheet.name()));
    Set<String> found = new TreeSet<>();
    for (byte[] content : made(all).values()) {
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
        workbook.forEach(sheet -> found.add(sheet.getSheetName()));
        XSSFSheet second = workbook.getSheetAt(1);
        XSSFCell heading = second.getRow(2).getCell(0);
        assertEquals(CellType.STRING, heading.getCellType());
        assertTrue(heading.getCellComment() != null, second.getSheetName());
      }
    }
    found.removeAll(Set.of("说明", "词汇"));
    assertEquals(BlankSheet.ALL.stream().map(BlankSheet::name).collect(Collectors.toCollection(TreeSet::new)), found);
    InvalidEdition invalid = assertThrows(InvalidEdition.class, () -> checked(made(all)));
    assertTrue(invalid.findings().stream().allMatch(finding -> finding.zh().contains("为空")
        || finding.zh().contains("没有数据行")), invalid.findings().toString());
  }
}
