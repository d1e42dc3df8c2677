package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.proof.RowExample;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that a row states is silently ignored. */
class UnusedRowsTest {

  /** Row of the headings, as people count. */
  private static final int HEADINGS = 9;

  @ParameterizedTest(name = "{1}: {2}")
  @DisplayName("What a row states and nobody can meet or nothing reads is found at its heading")
  @CsvSource(delimiter = ';', textBlock = """
      medical-assistance.xlsx; 比例调整; 降低百分点=无,按比例折算=无,提示=未转诊降低比例; 提示; 不使用“提示”
      safeguards.xlsx; 费用预警; 预警=否,提示可申请救助=否; 预警; 不起作用
      safeguards.xlsx; 结算方式; 对象类别=一类,身份=低保边缘家庭成员; 条款; 不会适用于任何人
      premiums.xlsx; 待遇等待期; 设等待期=是,自参保当月享受=是; 自参保当月享受; 不能自参保当月享受
      premiums.xlsx; 待遇等待期; 断保超过（月）=3,断保不超过（月）=3; 断保不超过（月）; 互相矛盾
      premiums.xlsx; 待遇等待期; 身份=返贫致贫人口,身份有效=是,农村=否; 农村; 互相矛盾
      premiums.xlsx; 参保资助; 年满（岁）=60,未满（岁）=60; 未满（岁）; 互相矛盾
      premiums.xlsx; 参保资助; 参保年度自=2024,参保年度至=2023; 参保年度至; 互相矛盾
      premiums.xlsx; 参保资助; 身份=低保对象,认定类别=1; 认定类别; 互相矛盾
      """)
  void found(String workbook, String sheet, String cells, String heading, String words) {
    EditionSources sources = Broken.changed(workbook, book -> {
      XSSFSheet table = book.getSheet(sheet);
      for (String cell : cells.split(",")) {
        String[] parts = cell.split("=");
        Broken.set(table, cell(table, parts[0]), value(parts[1]));
      }
    });
    List<Finding> findings = findings(sources);
    String[] place = new String[1];
    Broken.changed(workbook, book -> place[0] = cell(book.getSheet(sheet), heading));
    assertTrue(findings.stream().anyMatch(finding -> finding.sheet().equals(sheet) && finding.cell().equals(place[0])
        && finding.zh().contains(words)), () -> place[0] + findings);
  }

  @Test
  @DisplayName("A row of an area for a class that nobody has, or on days on which the edition has nothing to go with, is found")
  void ofAreas() {
    EditionId guizhou = new EditionId("guizhou", 2023);
    String guiyang = "local/520100/standards.xlsx";
    assertFound("费用预警标准", "A4", findings(LocalFixtures.with(LocalFixtures.sources(guizhou), Map.of(guiyang,
        Broken.saved(LocalFixtures.invented(guizhou).get(guiyang),
            book -> Broken.set(book.getSheet("费用预警标准"), "B4", "甲组"))))));
    EditionId guangxi = new EditionId("guangxi", 2022);
    String nanning = "local/450100/standards.xlsx";
    EditionSources sources = LocalFixtures.sources(guangxi);
    assertFound("依申请救助标准", "A4", findings(LocalFixtures.with(sources, Map.of(
        "applications.xlsx", Broken.saved(sources.workbooks().get("applications.xlsx"),
            book -> Broken.set(book.getSheet("依申请救助"), "C4", LocalDate.of(2022, 12, 31))),
        nanning, Broken.saved(sources.workbooks().get(nanning),
            book -> Broken.set(book.getSheet("依申请救助标准"), "B4", LocalDate.of(2023, 1, 1)))))));
    for (EditionId id : List.of(guizhou, guangxi, new EditionId("guangxi", 2021), new EditionId("bayingolin", 2023))) {
      assertEquals(List.of(), EditionChecker.check(LocalFixtures.sources(id)).unmet(), id::toString);
    }
  }

  private static void assertFound(String sheet, String cell, List<Finding> findings) {
    assertTrue(findings.stream().anyMatch(finding -> sheet.equals(finding.sheet()) && cell.equals(finding.cell())
        && finding.zh().contains("不会适用于任何人")), findings::toString);
  }

  /** What is wrong; where nothing is, what is to be confirmed. */
  private static List<Finding> findings(EditionSources sources) {
    try {
      return Omissions.of(Optional.empty(), EditionChecker.check(sources));
    } catch (InvalidEdition e) {
      return e.findings();
    }
  }

  private static Object value(String text) {
    return text.matches("\\d{4}-.*") ? LocalDate.parse(text)
        : text.matches("\\d+") ? new BigDecimal(text) : text;
  }

  /** The cell of the first row under a heading. */
  private static String cell(XSSFSheet sheet, String heading) {
    Row headings = sheet.getRow(HEADINGS - 1);
    for (int i = 0; i < headings.getLastCellNum(); i++) {
      if (headings.getCell(i).getStringCellValue().startsWith(heading)) {
        return Column.letter(i) + (HEADINGS + 1);
      }
    }
    throw new IllegalArgumentException(heading);
  }

  @Test
  @DisplayName("The claim of a row that says no severe disability shows none")
  void examplesShowWhatTheRowSays() {
    for (EditionId id : EditionArchive.ids()) {
      for (RowExample example : EditionChecker.check(EditionArchive.sources(id)).examples()) {
        if (example.sheet().name().equals("救助待遇")
            && Boolean.FALSE.equals(example.sheet().value(example.row(), "重度残疾"))) {
          assertNull(example.claim().person().disability(), () -> id + " " + example.row());
        }
      }
    }
  }
}
