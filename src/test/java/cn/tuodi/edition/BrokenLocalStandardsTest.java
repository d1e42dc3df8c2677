package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a pooling area may not state is refused with file, sheet, cell and provision. */
class BrokenLocalStandardsTest {

  private static final EditionId GX21 = new EditionId("guangxi", 2021);
  private static final EditionId GX22 = new EditionId("guangxi", 2022);
  private static final EditionId GZ23 = new EditionId("guizhou", 2023);
  private static final EditionId BZ23 = new EditionId("bayingolin", 2023);
  private static final String PREFECTURE = "local/652800/standards.xlsx";
  private static final String PREMIUM = "参保定额资助标准";
  private static final String REGION = "local/450000/standards.xlsx";
  private static final String CITY = "local/450100/standards.xlsx";
  private static final String GUIYANG = "local/520100/standards.xlsx";
  private static final String APPLICATION = "依申请救助标准";
  private static final String TERMS = "救助待遇标准";
  private static final String PLAN = "大病保险方案";
  private static final String LEAST = "最低缴费标准";
  private static final String TOP_UP = "倾斜救助标准";

  private record Changed(String name, EditionId edition, String workbook, String sheet, String cell, Object value,
      String at, String words) {

    Changed(String name, EditionId edition, String workbook, String sheet, String cell, Object value, String words) {
      this(name, edition, workbook, sheet, cell, value, cell, words);
    }
  }

  private static final List<Changed> OUTSIDE = List.of(
      new Changed("a deductible below 10,000", GX22, REGION, APPLICATION, "D4", yuan("9999.99"),
          "桂政办发〔2022〕5号 三（二）1–2（GX22-APP）不得低于 10000.00 元"),
      new Changed("a rate below 60 %", GX22, REGION, APPLICATION, "E4", yuan("0.5999"), "（GX22-APP）不得低于 60%"),
      new Changed("a limit above 100,000", GX22, REGION, APPLICATION, "F4", yuan("100000.01"),
          "（GX22-APP）不得高于 100000.00 元"),
      new Changed("a deductible below 10,000 in 2021", GX21, REGION, APPLICATION, "D4", yuan("9999.99"),
          "（GX21-APP）不得低于 10000.00 元"),
      new Changed("a deductible above 10,000 in 2021, where the document fixes it", GX21, REGION, APPLICATION, "D4",
          yuan("10000.01"), "（GX21-APP）不得高于 10000.00 元"),
      new Changed("a rate below 60 % in 2021", GX21, REGION, APPLICATION, "E4", yuan("0.5999"), "（GX21-APP）不得低于 60%"),
      new Changed("a limit above 100,000 in 2021", GX21, REGION, APPLICATION, "F4", yuan("100000.01"),
          "（GX21-APP）不得高于 100000.00 元"),
      new Changed("a least contribution below that of the document", GX22, REGION, LEAST, "C4", yuan("349.99"),
          "（GX30-PREM）不得低于 350.00 元"),
      new Changed("a rate where the document states it", GX21, REGION, TERMS, "H6", yuan("0.8"), "文件已规定救助比例"),
      new Changed("no rate where the document leaves it open", GX21, REGION, TERMS, "H4", "无", "须填写救助比例"),
      new Changed("no accumulator where the document leaves it open", GX21, REGION, TERMS, "I4", "无", "须填写累计口径"),
      new Changed("terms for care that has no assistance", GX21, REGION, TERMS, "D4", "普通门诊", "B4", "没有按该条款把"),
      new Changed("income per head beside a deductible", GX22, CITY, PLAN, "F4", yuan("20000"), "E4", "须恰好填写一项"),
      new Changed("income per head outside Guangxi", GZ23, GUIYANG, PLAN, "F4", yuan("20000"), "F4", "不按人均可支配收入确定"),
      new Changed("a band without a rate", GX22, CITY, PLAN, "I4", "无", "起点和比例须同时填写"),
      new Changed("bands that do not rise", GX22, CITY, PLAN, "J4", yuan("50000"), "各段起点须逐段升高"),
      new Changed("a band left out", GX22, CITY, PLAN, "L4", yuan("0"), "L4", "各段起点须逐段升高"),
      new Changed("a matter under a provision that does not leave it to areas", GX22, REGION, LEAST, "A4", "GX22-APP",
          "没有按 GX22-APP 把“最低缴费标准”交由地方确定"),
      new Changed("a provision that is not in the register", GX22, REGION, LEAST, "A4", "GX22-NONE", "条款登记中没有"),
      new Changed("an end before the beginning", GX22, CITY, APPLICATION, "B4", LocalDate.of(2024, 1, 1), "C4",
          "失效日期早于生效日期"),
      new Changed("two rows for one case", GX22, CITY, TOP_UP, "B5", "一类", "B5", "对象类别“一类”"),
      new Changed("terms without a cap where the document demands one", GX21, REGION, TERMS, "J6", "无", "须填写"),
      new Changed("a deductible where the document leaves only the cap open", GX21, REGION, TERMS, "G6", yuan("5000"),
          "起付标准应写“无”"),
      new Changed("another cap than that of the low-income", GX21, REGION, TERMS, "J6", yuan("30000"),
          "应与低保边缘家庭成员相同（第 4 行）"),
      new Changed("an identity that is not of the class", GX21, REGION, TERMS, "C5", "返贫致贫人口", "不属于该类别"),
      new Changed("terms under a provision that does not leave them open", GX21, REGION, TERMS, "A4", "GX21-MA-2", "B4",
          "没有按该条款把"),
      new Changed("top-up for a class without a rate", GX22, CITY, TOP_UP, "B4", "四类", "无法自动计算"),
      new Changed("a fixed premium for an identity with a whole one", BZ23, PREFECTURE, PREMIUM, "B4", "特困人员",
          "不按定额资助"),
      new Changed("a plan for employees where there is none", GX22, CITY, PLAN, "B4", "职工", "不按方案计算职工"),
      new Changed("a least contribution for a year that the document does not speak of", GX22, REGION, LEAST, "B4",
          yuan("2024"), "没有该参保年度"),
      new Changed("a row that ended before the edition", GX22, CITY, APPLICATION, "C4", LocalDate.of(2021, 1, 1),
          "之前已失效"),
      new Changed("a row that begins after the edition", GX21, REGION, APPLICATION, "B4", LocalDate.of(2022, 3, 1),
          "之后才生效"),
      new Changed("no document", GX22, CITY, TOP_UP, "H4", null, "单元格为空"),
      new Changed("a text for an amount", GX22, CITY, TOP_UP, "E4", "三千元", "是文本：请填数字金额，例如 3000"),
      new Changed("a negative amount", GX22, CITY, TOP_UP, "E4", yuan("-1"), "不是0 至 9,999,999.99 元"),
      new Changed("a rate above 100 %", GX22, CITY, TOP_UP, "F4", yuan("1.01"), "不是0% 至 100%"));

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }

  private static EditionSources changed(Changed change) {
    EditionSources sources = LocalFixtures.sources(change.edition());
    return LocalFixtures.with(sources,
        Map.of(change.workbook(), Broken.saved(sources.workbooks().get(change.workbook()),
            workbook -> Broken.set(workbook.getSheet(change.sheet()), change.cell(), change.value()))));
  }

  private static List<Finding> findings(EditionSources sources) {
    try {
      EditionChecker.check(sources);
      return List.of();
    } catch (InvalidEdition e) {
      return e.findings();
    }
  }

  @TestFactory
  @DisplayName("Refused is")
  Stream<DynamicTest> outsideTheBounds() {
    return OUTSIDE.stream().map(change -> DynamicTest.dynamicTest(change.name(), () -> {
      List<Finding> findings = findings(changed(change));
      assertTrue(findings.stream().anyMatch(finding -> finding.file().equals(change.workbook())
          && change.sheet().equals(finding.sheet()) && change.at().equals(finding.cell())
          && finding.zh().contains(change.words()) && !finding.en().isBlank()), findings::toString);
    }));
  }

  @TestFactory
  @DisplayName("Accepted at the bound itself is")
  Stream<DynamicTest> atTheBounds() {
    return Stream.of(new Changed("a deductible of 10,000", GX22, REGION, APPLICATION, "D4", yuan("10000"), ""),
        new Changed("a rate of 60 %", GX22, REGION, APPLICATION, "E4", yuan("0.6"), ""),
        new Changed("a limit of 100,000", GX22, REGION, APPLICATION, "F4", yuan("100000"), ""),
        new Changed("a least contribution as high as that of the document", GX22, REGION, LEAST, "C4", yuan("350"), ""))
        .map(change -> DynamicTest.dynamicTest(change.name(),
            () -> assertEquals(List.of(), findings(changed(change)))));
  }

  @Test
  @DisplayName("The edition's own figures are held to its bounds, too")
  void ownFigures() {
    List<Finding> findings = findings(Broken.changed(Broken.APPLICATIONS,
        workbook -> Broken.set(workbook.getSheet("依申请救助"), "J10", yuan("0.5"))));
    assertEquals(List.of("J10"), findings.stream().map(Finding::cell).toList(), findings::toString);
    assertTrue(findings.get(0).zh().contains("GX22-APP"), findings::toString);
  }

  @Test
  @DisplayName("A county cannot set what is set for the whole prefecture")
  void level() {
    byte[] sound = LocalFixtures.sources(GZ23).workbooks().get(GUIYANG);
    String county = "local/520103/standards.xlsx";
    List<Finding> findings = findings(LocalFixtures.with(LocalFixtures.sources(GZ23), Map.of(county, sound)));
    assertEquals(List.of("A4", "A5"), findings.stream().map(Finding::cell).toList(), findings::toString);
    assertTrue(findings.stream().allMatch(finding -> finding.file().equals(county)
        && finding.sheet().equals("超限额倾斜救助标准") && finding.zh().contains("市州级")), findings::toString);
  }

  @Test
  @DisplayName("A bound on a figure that the sheet of the matter does not have is refused")
  void boundWithoutFigure() {
    EditionSources sources = LocalFixtures.sources(GZ23);
    List<Finding> findings = findings(LocalFixtures.with(sources, Map.of(Broken.EDITION, Broken.saved(
        sources.workbooks().get(Broken.EDITION),
        workbook -> Broken.set(workbook.getSheet("地方标准"), "C4", yuan("1000"))))));
    assertEquals(List.of("C4"), findings.stream().map(Finding::cell).toList(), findings::toString);
  }

  @Test
  @DisplayName("No cap is above every bound on caps")
  void boundOnNoCap() {
    EditionSources sources = LocalFixtures.sources(GZ23);
    List<Finding> findings = findings(LocalFixtures.with(sources, Map.of(Broken.EDITION, Broken.saved(
        sources.workbooks().get(Broken.EDITION),
        workbook -> Broken.set(workbook.getSheet("地方标准"), "F4", yuan("100000"))))));
    assertEquals(List.of("F4"), findings.stream().map(Finding::cell).toList(), findings::toString);
    assertEquals(GUIYANG, findings.get(0).file());
  }

  @Test
  @DisplayName("A workbook that lies too high or too deep below the folder of areas is refused, not overlooked")
  void misplaced(@TempDir Path folder) throws IOException {
    Path local = folder.resolve("guangxi/2022/local");
    byte[] sound = LocalFixtures.sources(GX22).workbooks().get(CITY);
    for (Path file : List.of(local.resolve("standards.xlsx"), local.resolve("450100/450000/standards.xlsx"))) {
      Files.createDirectories(file.getParent());
      Files.write(file, sound);
    }
    Map<String, byte[]> found = EditionSources.read(Path.of("rules"), folder, "guangxi/2022").workbooks();
    assertEquals(List.of("local/450100/450000/standards.xlsx", "local/standards.xlsx"),
        findings(LocalFixtures.with(Broken.SOUND, found)).stream().map(Finding::file).toList());
  }

  @TestFactory
  @DisplayName("Standards in the wrong place are refused:")
  Stream<DynamicTest> wrongPlaces() {
    byte[] sound = LocalFixtures.sources(GX22).workbooks().get(CITY);
    return Stream.of("local/520100/standards.xlsx", "local/4501/standards.xlsx", "local/nanning/standards.xlsx")
        .map(path -> DynamicTest.dynamicTest(path, () -> {
          List<Finding> findings = findings(LocalFixtures.with(Broken.SOUND, Map.of(path, sound)));
          assertEquals(List.of(path), findings.stream().map(Finding::file).toList());
          assertTrue(findings.get(0).zh().contains("local/<行政区划代码>/"), findings::toString);
        }));
  }

  @Test
  @DisplayName("One area cannot have a sheet twice, in two workbooks")
  void sheetTwice() {
    byte[] sound = LocalFixtures.sources(GX22).workbooks().get(CITY);
    List<Finding> findings =
        findings(LocalFixtures.with(Broken.SOUND, Map.of(CITY, sound, "local/450100/again.xlsx", sound)));
    assertEquals(List.of(TOP_UP, APPLICATION, PLAN), findings.stream().map(Finding::sheet).toList());
    assertTrue(findings.stream().allMatch(finding -> finding.zh().contains("已有这张表")), findings::toString);
  }

  @Test
  @DisplayName("A sheet of the edition itself does not belong to an area")
  void sheetOfTheEdition() {
    byte[] edition = Broken.SOUND.workbooks().get(Broken.APPLICATIONS);
    List<Finding> findings = findings(LocalFixtures.with(Broken.SOUND, Map.of(CITY, edition)));
    assertEquals(List.of("依申请救助", "因病致贫认定"), findings.stream().map(Finding::sheet).toList());
  }

  @Test
  @DisplayName("The invented standards say on their first sheet that they are in force nowhere")
  void fixturesAreMarked() throws Exception {
    int seen = 0;
    for (Edition edition : BuiltEditions.CATALOGUE.editions()) {
      for (byte[] file : LocalFixtures.invented(edition.id()).values()) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
          assertTrue(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue().startsWith("测试数据"));
          seen++;
        }
      }
    }
    assertEquals(7, seen);
  }
}
