package cn.tuodi.edition;

import static cn.tuodi.edition.Broken.APPLICATIONS;
import static cn.tuodi.edition.Broken.ASSISTANCE;
import static cn.tuodi.edition.Broken.DENIALS;
import static cn.tuodi.edition.Broken.ILLNESS;
import static cn.tuodi.edition.Broken.PREMIUMS;
import static cn.tuodi.edition.Broken.SAFEGUARDS;
import static cn.tuodi.edition.Broken.TERMS;
import static cn.tuodi.edition.Broken.cell;
import static cn.tuodi.edition.Broken.saved;
import static cn.tuodi.edition.Broken.set;
import static cn.tuodi.edition.Broken.sheet;
import static cn.tuodi.edition.Broken.workbook;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.Broken.Expected;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Finding;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One edition for every way in which cells that are sound one by one leave a gap, or let two rows apply at once. */
class IncompleteEditionTest {

  private static final String CLASSES = "对象分类";
  private static final String DISABILITY = "重度残疾";
  private static final String PREFERENCES = "大病保险倾斜";
  private static final String SCOPE = "大病保险范围";
  private static final String ADMISSIONS = "准予条件";
  private static final String ADJUSTMENTS = "比例调整";
  private static final String WARNINGS = "费用预警";
  private static final String CHANNELS = "结算方式";
  private static final String TOP_UP = "倾斜救助";
  private static final String ADD = "请补一行，或放宽一行的条件";
  private static final String ONLY_ONE = "同时适用，只能有一行适用，请修改其中一行的条件或日期，或删除一行";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"classes", "terms", "admissions", "otherTables", "otherEditions"})
  void isFoundWithAnExample(Broken broken) {
    List<Finding> findings = findings(broken.sources());
    assertEquals(broken.expected(), findings.stream()
        .map(finding -> new Expected(finding.file(), finding.sheet(), finding.cell(), finding.zh())).toList());
    findings.forEach(finding -> assertTrue(finding.en().matches("[\\p{ASCII}\\p{IsHan}]+"), finding::en));
  }

  static Stream<Broken> classes() {
    return Stream.of(
        without("An identity without a row is a gap", ASSISTANCE, CLASSES, 27,
            "身份“肇事肇祸精神障碍患者”、2022-03-01 起：没有适用的行，" + ADD),
        cell("An identity with a row for the severely disabled only is a gap, and two such rows overlap", ASSISTANCE,
            CLASSES, "C14", "是", "").expecting(
                List.of(
                    new Expected(ASSISTANCE, CLASSES, null, "身份“低保对象”、重度残疾“否”、2022-03-01 起：没有适用的行，" + ADD),
                    new Expected(ASSISTANCE, CLASSES, "B14",
                        "身份“低保对象”、重度残疾“是”、认定类别“0”、2022-03-01：第 13 行和第 14 行" + ONLY_ONE + "（B13:F13、B14:F14）"))),
        cell("A row for all and a row for some overlap", ASSISTANCE, CLASSES, "C13", "不限",
            "身份“低保对象”、重度残疾“否”、认定类别“0”、2022-03-01：第 13 行和第 14 行" + ONLY_ONE + "（B13:F13、B14:F14）").at("B14"),
        cell("A row that ends leaves a gap", ASSISTANCE, CLASSES, "F16", LocalDate.of(2025, 12, 31),
            "身份“脱贫不稳定人口”、2026-01-01 起：没有适用的行，请补一行，或修改第 16 行的失效日期（F16）"),
        cell("A row that begins late leaves a gap", ASSISTANCE, CLASSES, "E16", LocalDate.of(2022, 6, 1),
            "身份“脱贫不稳定人口”、2022-03-01 至 2022-05-31：没有适用的行，请补一行，或修改第 16 行的生效日期（E16）"),
        cell("Two identities of one order leave the class open", ASSISTANCE, CLASSES, "I13", number(3),
            "第 12 行和第 13 行的优先次序同为 3：2022-03-01 同时是身份“事实无人抚养儿童”、重度残疾“是”、认定类别“0”"
                + "和身份“低保对象”、重度残疾“是”、认定类别“0”的人，类别无法确定，请改为不同的次序（I12、I13）"),
        workbook("Severe disability that matters needs its sheet", ASSISTANCE,
            book -> book.removeSheetAt(book.getSheetIndex(DISABILITY)),
            new Expected("guangxi/2022", null, null, "缺少“重度残疾”表：参数“区分重度残疾”为“是”")));
  }

  static Stream<Broken> terms() {
    return Stream.of(
        cell("A day between two rows is a gap", ASSISTANCE, TERMS, "G26", LocalDate.of(2022, 7, 31),
            "对象类别“一类”、医疗类别“门诊特殊药品”、2022-08-01：没有适用的行，请补一行，或修改第 26 行的失效日期（G26）"),
        cell("A day of two rows is an overlap", ASSISTANCE, TERMS, "F27", LocalDate.of(2022, 8, 1),
            "对象类别“一类”、身份“特困人员”、重度残疾“否”、医疗类别“门诊特殊药品”、2022-08-01：第 26 行和第 27 行" + ONLY_ONE
                + "（B26:G26、B27:G27）")
            .at("B27"),
        without("A person in no class needs a row too", ASSISTANCE, TERMS, 43, "对象类别“无类别”、2022-03-01 起：没有适用的行，" + ADD),
        without("A kind of care without a row is a gap", ASSISTANCE, TERMS, 10,
            "对象类别“一类”、医疗类别“住院”、2022-03-01 起：没有适用的行，" + ADD),
        without("Terms for one identity of a class are no terms for another", ASSISTANCE, TERMS, 14,
            "对象类别“三类”、身份“脱贫不稳定人口”、医疗类别“住院”、2022-03-01 起：没有适用的行，" + ADD),
        without("Terms of the severely disabled are no terms of the others", ASSISTANCE, TERMS, 12,
            "对象类别“二类”、重度残疾“否”、医疗类别“住院”、2022-03-01 起：没有适用的行，" + ADD),
        cell("Terms for all and for the others overlap", ASSISTANCE, TERMS, "D11", "不限",
            "对象类别“二类”、身份“低保对象”、重度残疾“否”、医疗类别“住院”、2022-03-01：第 11 行和第 12 行" + ONLY_ONE
                + "（B11:G11、B12:G12）")
            .at("B12"),
        cell("An identity newly in a class needs terms", ASSISTANCE, CLASSES, "G20", "三类", "").expecting(List.of(
            new Expected(ASSISTANCE, TERMS, null, "对象类别“三类”、身份“边缘易致贫人口”、医疗类别“住院”、2022-03-01 起：没有适用的行，" + ADD),
            new Expected(ASSISTANCE, TERMS, null,
                "对象类别“三类”、身份“边缘易致贫人口”、医疗类别“重特大疾病门诊”、2022-03-01 起：没有适用的行，" + ADD))));
  }

  static Stream<Broken> admissions() {
    String neither = "“准予条件”和“不予救助”都没有适用的行，";
    String refused = "未参保“否”、本地户籍“是”、定点机构“是”、急诊“是”、未办理转诊“是”、省外就医“是”、2022-03-01：“准予条件”第 ";
    return Stream.of(
        cell("A row that does not admit closes no gap", ASSISTANCE, ADMISSIONS, "J11", "否",
            "未参保“否”、定点机构“是”、未办理转诊“是”、省外就医“否”、2022-03-01 起：" + neither + ADD).at(null),
        without("What is neither admitted nor denied is a gap", ASSISTANCE, DENIALS, 13,
            "未参保“否”、定点机构“是”、未办理转诊“是”、省外就医“是”、2022-03-01 起：" + neither + ADD)
            .expecting(List.of(new Expected(ASSISTANCE, ADMISSIONS, null,
                "未参保“否”、定点机构“是”、未办理转诊“是”、省外就医“是”、2022-03-01 起：" + neither + ADD))),
        cell("What is denied late is a gap before", ASSISTANCE, DENIALS, "H13", LocalDate.of(2022, 6, 1),
            "未参保“否”、定点机构“是”、未办理转诊“是”、省外就医“是”、2022-03-01 至 2022-05-31：" + neither
                + "请补一行，或修改第 13 行的生效日期（H13）"),
        cell("What is admitted and denied is an overlap", ASSISTANCE, ADMISSIONS, "G11", "不限", "").expecting(List.of(
            new Expected(ASSISTANCE, DENIALS, "B13", refused + "11 行和“不予救助”第 13 行" + ONLY_ONE
                + "（准予条件!B11:I11、不予救助!B13:I13）"))),
        cell("What two rows admit is an overlap", ASSISTANCE, ADMISSIONS, "F10", "不限", "").expecting(List.of(
            new Expected(ASSISTANCE, ADMISSIONS, "B11",
                "未参保“否”、本地户籍“是”、定点机构“是”、急诊“是”、未办理转诊“是”、省外就医“否”、2022-03-01：第 10 行和第 11 行" + ONLY_ONE
                    + "（B10:I10、B11:I11）"),
            new Expected(ASSISTANCE, DENIALS, "B13", refused + "10 行和“不予救助”第 13 行" + ONLY_ONE
                + "（准予条件!B10:I10、不予救助!B13:I13）"))));
  }

  static Stream<Broken> otherTables() {
    return Stream.of(
        without("A disability without a row is a gap", ASSISTANCE, DISABILITY, 25,
            "残疾等级“4”、残疾类别“多重”、2022-03-01 起：没有适用的行，" + ADD),
        cell("A disability of two rows is an overlap", ASSISTANCE, DISABILITY, "B19", number(3), "").expecting(List.of(
            new Expected(ASSISTANCE, DISABILITY, null, "残疾等级“4”、残疾类别“精神”、2022-03-01 起：没有适用的行，" + ADD),
            new Expected(ASSISTANCE, DISABILITY, "B19",
                "残疾等级“3”、残疾类别“精神”、2022-03-01：第 12 行和第 19 行" + ONLY_ONE + "（B12:E12、B19:E19）"))),
        cell("Preferential terms of no row are a gap", ILLNESS, PREFERENCES, "C17", LocalDate.of(2026, 1, 2),
            "身份“脱贫不稳定人口”、2026-01-01：没有适用的行，请补一行，或修改第 16 行的失效日期（D16）").at("D16"),
        cell("Preferential terms of two rows are an overlap", ILLNESS, PREFERENCES, "D16", "不限",
            "身份“脱贫不稳定人口”、2026-01-01：第 16 行和第 17 行" + ONLY_ONE + "（B16:D16、B17:D17）").at("B17"),
        cell("A day without a row on the scope of critical illness is a gap", ILLNESS, SCOPE, "D9",
            LocalDate.of(2022, 7, 31), "医疗类别“门诊特殊药品”、2022-08-01：没有适用的行，请补一行，或修改第 9 行的失效日期（D9）"),
        cell("A day with two rows on the scope of critical illness is an overlap", ILLNESS, SCOPE, "D9", "不限",
            "医疗类别“门诊特殊药品”、2022-08-02：第 9 行和第 10 行" + ONLY_ONE + "（B9:D9、B10:D10）").at("B10"),
        without("A circumstance without a row is a gap", ASSISTANCE, ADJUSTMENTS, 11,
            "情形“申请时才参保”、2022-03-01 起：没有适用的行，" + ADD),
        cell("A circumstance of two rows is an overlap", ASSISTANCE, ADJUSTMENTS, "B11", "未办理转诊备案", "")
            .expecting(List.of(
                new Expected(ASSISTANCE, ADJUSTMENTS, null, "情形“申请时才参保”、2022-03-01 起：没有适用的行，" + ADD),
                new Expected(ASSISTANCE, ADJUSTMENTS, "B11",
                    "情形“未办理转诊备案”、2022-03-01：第 10 行和第 11 行" + ONLY_ONE + "（B10:D10、B11:D11）"))),
        cell("A burden of two rows is an overlap", SAFEGUARDS, WARNINGS, "B11", "一类",
            "对象类别“一类”、年度负担超过“10000.01”、2022-03-01：第 10 行和第 11 行" + ONLY_ONE + "（B10:E10、B11:E11）"),
        cell("Two ways of settlement are an overlap", SAFEGUARDS, CHANNELS, "E10", "不限",
            "对象类别“一类”、身份“特困人员”、医疗类别“住院”、省外就医“是”、定点机构“是”、2022-03-01：第 10 行和第 15 行" + ONLY_ONE
                + "（B10:H10、B15:H15）")
            .at("B15"),
        cell("Two fiscal shares of one area are an overlap", PREMIUMS, "财政补助", "C11", "脱贫县",
            "参保年度“2022”、地区类型“脱贫县”、2022-03-01：第 10 行和第 11 行" + ONLY_ONE + "（B10:C10、B11:C11）").at("B11"),
        cell("A test of households that ends early leaves a gap", APPLICATIONS, "因病致贫认定", "C10",
            LocalDate.of(2023, 12, 31), "任何情形、2024-01-01 起：没有适用的行，请补一行，或修改第 10 行的失效日期（C10）"));
  }

  static Stream<Broken> otherEditions() {
    return Stream.of(
        of("Top-up terms of two rows are an overlap", "bayingolin/2023", ASSISTANCE, TOP_UP,
            sheet -> set(sheet, "C11", "统筹地区内"),
            new Expected(ASSISTANCE, TOP_UP, "B11",
                "对象类别“一类”、就医地“统筹地区内”、转诊“已办理”、2023-03-10：第 10 行和第 11 行" + ONLY_ONE + "（B10:F10、B11:F11）")),
        of("A class that a county may assign needs a row", "bayingolin/2023", ASSISTANCE, CLASSES,
            sheet -> set(sheet, "D23", number(4)),
            new Expected(ASSISTANCE, CLASSES, null, "身份“其他特殊困难人员”、认定类别“0”、2023-03-10 至 2028-03-09：没有适用的行，" + ADD),
            new Expected(ASSISTANCE, CLASSES, "B23",
                "身份“其他特殊困难人员”、重度残疾“否”、认定类别“4”、2023-03-10：第 22 行和第 23 行" + ONLY_ONE + "（B22:F22、B23:F23）")),
        of("Two classes that counties may assign have different orders", "bayingolin/2023", ASSISTANCE, CLASSES,
            sheet -> set(sheet, "I15", number(4)),
            new Expected(ASSISTANCE, CLASSES, "I15",
                "第 13 行和第 15 行的优先次序同为 4：2023-03-10 同时是身份“其他特殊困难人员”、重度残疾“否”、认定类别“1”"
                    + "和身份“其他特殊困难人员”、重度残疾“否”、认定类别“2”的人，类别无法确定，请改为不同的次序（I13、I15）")));
  }

  @Test
  @DisplayName("Findings read as well in English")
  void english() {
    assertEquals(
        List.of("person class \"class 1\", kind \"special drug outpatient\", on 2022-08-01: no row applies; "
            + "add a row, or change the date of row 26 (G26)"),
        english(Broken.changed(ASSISTANCE, book -> set(book.getSheet(TERMS), "G26", LocalDate.of(2022, 7, 31)))));
    assertEquals(
        List.of(
            "person class \"class 1\", identity \"extremely poor\", severe \"no\", kind \"special drug outpatient\", "
                + "on 2022-08-01: row 26 and row 27 both apply; change the conditions or dates of one, or delete it "
                + "(B26:G26, B27:G27)"),
        english(Broken.changed(ASSISTANCE, book -> set(book.getSheet(TERMS), "F27", LocalDate.of(2022, 8, 1)))));
  }

  @Test
  @DisplayName("Of very many findings of a kind the first are told")
  void manyFindings() {
    List<Finding> findings = findings(Broken.changed(ASSISTANCE, book -> {
      for (int row = 10; row <= 25; row++) {
        set(book.getSheet(DISABILITY), "B" + row, number(1));
        set(book.getSheet(DISABILITY), "C" + row, "不限");
      }
    }));
    assertEquals(3 + 20 + 1, findings.size());
    assertEquals("残疾等级“2”、2022-03-01 起：没有适用的行，" + ADD, findings.get(0).zh());
    assertEquals("同类问题还有更多，请先改正以上各处", findings.get(23).zh());
  }

  @Test
  @DisplayName("Rows outside the days of the edition neither close a gap nor overlap")
  void otherDays() {
    assertEquals(1, findings(Broken.changed(ASSISTANCE, book -> {
      set(book.getSheet(TERMS), "F10", LocalDate.of(2021, 1, 1));
      set(book.getSheet(TERMS), "G10", LocalDate.of(2022, 2, 28));
    })).size());
    EditionChecker
        .check(Broken.changed(ASSISTANCE, book -> set(book.getSheet(TERMS), "F10", LocalDate.of(2022, 3, 1))));
    EditionChecker.check(Broken.changed(ILLNESS, book -> set(book.getSheet(SCOPE), "C4", LocalDate.of(2022, 3, 1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023"})
  @DisplayName("Every edition is complete")
  void everyEditionIsComplete(String edition) {
    EditionChecker.check(EditionSources.read(Path.of("rules"), Path.of("decision-tables"), edition));
  }

  @Test
  @DisplayName("Equal orders are no matter where the first identity stated counts")
  void equalOrdersWhereTheFirstCounts() {
    Map<String, byte[]> workbooks = new TreeMap<>(Broken.SOUND.workbooks());
    workbooks.computeIfPresent(SAFEGUARDS,
        (file, content) -> saved(content, book -> set(book.getSheet("参数"), "C23", "否")));
    workbooks.computeIfPresent(ASSISTANCE,
        (file, content) -> saved(content, book -> set(book.getSheet(CLASSES), "I13", number(3))));
    EditionChecker.check(new EditionSources(Broken.SOUND.name(), Broken.SOUND.rules(), workbooks));
  }

  private static Broken without(String name, String workbook, String sheet, int row, String words) {
    return sheet(name, workbook, sheet, changed -> {
      int last = changed.getLastRowNum();
      changed.removeRow(changed.getRow(row - 1));
      if (row - 1 < last) {
        changed.shiftRows(row, last, -1);
      }
    }, null, words);
  }

  private static Broken of(String name, String edition, String workbook, String sheet, Consumer<XSSFSheet> change,
      Expected... expected) {
    EditionSources sound = Broken.released(edition);
    Map<String, byte[]> workbooks = new TreeMap<>(sound.workbooks());
    workbooks.computeIfPresent(workbook,
        (file, content) -> saved(content, book -> change.accept(book.getSheet(sheet))));
    return new Broken(name, new EditionSources(edition, sound.rules(), workbooks), Arrays.asList(expected));
  }

  private static List<String> english(EditionSources sources) {
    return findings(sources).stream().map(Finding::en).toList();
  }

  private static List<Finding> findings(EditionSources sources) {
    return assertThrows(InvalidEdition.class, () -> EditionChecker.check(sources)).findings();
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }
}
