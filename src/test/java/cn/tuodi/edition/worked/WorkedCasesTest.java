package cn.tuodi.edition.worked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.comparison.ChangedEdition;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.comparison.ServiceDays;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.CompiledForTests;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.Omissions;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked cases in the workbook are decided before the edition is used, and what comes out otherwise is found. */
class WorkedCasesTest {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  /** What every case here states; the bill is 10,000 yuan in scope, of which insurance paid 4,000. */
  private static final List<String> HEADINGS =
      List.of("用例", "就医日期", "身份", "医疗类别", "政策范围内", "基本医保支付", "大病保险支付", "应付医疗救助");

  @Test
  @DisplayName("A case that comes out is no finding, and changes neither the hash nor what is decided")
  void right() {
    CheckedEdition with = compiled(one("应由个人负担", 3000)).checked();
    assertEquals(List.of("低保对象按一半救助"), with.cases().stream().map(WorkedCase::name).toList());
    CheckedEdition without = EditionChecker.check(new SmallEdition().sources());
    assertEquals(without.description().contentHash(), with.description().contentHash());
    assertEquals(without.rules(), with.rules());
    assertTrue(ServiceDays.of(without, with).isEmpty());
    assertEquals("核对用例", EditionComparison.of(without, with).sheets().get(0).sheet());
  }

  @Test
  @DisplayName("A case that comes out otherwise is found at its cell, with what was expected, what came out and why")
  void wrong() {
    Finding found = only(cases(row("低保对象按一半救助", DAY, "低保对象", "住院", 10000, 4000, 0, 3000.01)));
    assertEquals("cases.xlsx", found.file());
    assertEquals("核对用例", found.sheet());
    assertEquals("H4", found.cell());
    assertEquals("核对用例“低保对象按一半救助”：应付医疗救助是 3000.01，核定为 3000.00。"
        + "保险支付后，有 6000.00 元计入医疗救助；6000.00 元 × 50% = 3000.00 元；本项支付 3000.00 元。", found.zh());
    assertTrue(found.en().contains("expected assistance is 3000.01, decided is 3000.00"), found::en);
  }

  static Stream<Arguments> expectations() {
    return Stream.of(Arguments.of("应属类别", "一类", "二类"), Arguments.of("应为结论", "已核定", "需复核"),
        Arguments.of("应付大病保险", 0, 1), Arguments.of("应付倾斜救助", 0, 0.01), Arguments.of("应由医疗机构承担", 0, 1),
        Arguments.of("应由个人负担", 3000, 2999.99), Arguments.of("应有提示", "不限", "费用预警"),
        Arguments.of("不应有提示", "费用预警、不属于救助对象", null), Arguments.of("应免除押金", "否", "是"));
  }

  @ParameterizedTest
  @MethodSource("expectations")
  @DisplayName("Whatever a column expects is compared")
  void eachExpectation(String heading, Object right, Object wrong) {
    assertEquals(List.of(), findings(one(heading, right)));
    if (wrong != null) {
      assertEquals("I4", only(one(heading, wrong)).cell());
    }
  }

  @Test
  @DisplayName("A notice that should not be told is found where it is")
  void toldTooMuch() {
    SmallEdition edition = cases(List.of("应有提示", "不应有提示"), row("无身份", DAY, "无", "住院", 10000, 4000, 0, 0,
        "不属于救助对象", "不属于救助对象"));
    assertEquals("J4", only(edition).cell());
  }

  @Test
  @DisplayName("The bills of one person are decided in order, each with what the year left; another year begins anew")
  void severalBills() {
    SmallEdition edition = new SmallEdition().sheet("救助待遇", "对象类别", "结果", "救助比例", "累计口径", "年度限额")
        .row("救助待遇", "一类", "救助", BigDecimal.valueOf(0.5), "全部合并", 4000)
        .row("救助待遇", "二类", "救助", BigDecimal.valueOf(0.5), "全部合并", "无")
        .row("救助待遇", "无类别", "非救助对象", "无", "无", "无");
    put(edition, List.of(), row("限额按年累计", DAY, "低保对象", "住院", 10000, 4000, 0, 3000),
        row("限额按年累计", DAY, "低保对象", "住院", 10000, 4000, 0, 1000),
        row("限额按年累计", LocalDate.of(2025, 1, 1), "低保对象", "住院", 10000, 4000, 0, 3000));
    assertEquals(List.of(), findings(edition));
    assertEquals(3, compiled(edition).checked().cases().get(0).bills().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bayingolin/2023", "guangxi/2021", "guangxi/2022", "guizhou/2023"})
  @DisplayName("Every amount, class and conclusion that the cases of an edition expect is found where it is another")
  void ofEditions(String name) {
    EditionSources sources = ChangedEdition.sources(name);
    Set<String> changed = new TreeSet<>();
    byte[] edition = ChangedEdition.saved(sources.workbooks().get("edition.xlsx"), book -> {
      XSSFSheet cases = book.getSheet("核对用例");
      for (Cell heading : cases.getRow(2)) {
        for (int row = 3; heading.getStringCellValue().startsWith("应") && row <= cases.getLastRowNum(); row++) {
          XSSFCell cell = cases.getRow(row).getCell(heading.getColumnIndex());
          if (change(cell)) {
            changed.add(cell.getReference());
          }
        }
      }
    });
    List<Finding> found = assertThrows(InvalidEdition.class,
        () -> CompiledForTests.of(sources.withWorkbook("edition.xlsx", edition))).findings();
    assertTrue(changed.size() > 10, changed::toString);
    assertEquals(changed, found.stream().map(Finding::cell).collect(Collectors.toCollection(TreeSet::new)),
        found::toString);
  }

  /** Expects something else, where anything is expected that can be. */
  private static boolean change(XSSFCell cell) {
    if (cell.getCellType() == CellType.NUMERIC) {
      cell.setCellValue(cell.getNumericCellValue() + 0.01);
      return true;
    }
    String value = cell.getStringCellValue();
    String other = Map.of("已核定", "需复核", "需复核", "已核定", "是", "否", "否", "是", "不限", "不限").getOrDefault(value,
        value.endsWith("类") || value.endsWith("组") || value.equals("无类别") ? value.equals("四类") ? "一类" : "四类"
            : "没有规则处理完毕");
    cell.setCellValue(other);
    return !other.equals(value);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("A name that stands apart", List.of(),
            rows(row("甲", DAY, "无", "住院", 1, 0, 0, 0), row("乙", DAY, "无", "住院", 1, 0, 0, 0),
                row("甲", DAY, "无", "住院", 1, 0, 0, 0)),
            "A6", "应连在一起"),
        Arguments.of("Bills that are not in order", List.of(),
            rows(row("甲", DAY, "无", "住院", 1, 0, 0, 0), row("甲", DAY.minusDays(1), "无", "住院", 1, 0, 0, 0)), "B5",
            "先后"),
        Arguments.of("Nothing expected", List.of(), rows(row("甲", DAY, "无", "住院", 1, 0, 0, "不限")), "A4", "没有填写任何应得结果"),
        Arguments.of("A day of recognition without an identity", List.of("认定日期"),
            rows(row("甲", DAY, "无", "住院", 1, 0, 0, 0, DAY)), "I4", "没有填写“身份”"),
        Arguments.of("A grade without a kind of disability", List.of("残疾等级"),
            rows(row("甲", DAY, "无", "住院", 1, 0, 0, 0, 1)), "I4", "没有填写“残疾类别”"),
        Arguments.of("A cap of a plan without rates", List.of("大病保险封顶线"),
            rows(row("甲", DAY, "无", "住院", 1, 0, 0, 0, 1)), "I4", "没有填写“大病保险第1段比例”"),
        Arguments.of("A provision that is not registered", List.of("所证条款"),
            rows(row("甲", DAY, "无", "住院", 1, 0, 0, 0, "TS24-A、TS24-B")), "I4", "TS24-B"),
        Arguments.of("A second English name", List.of("英文名称"),
            rows(row("甲", DAY, "无", "住院", 1, 0, 0, 0, "one"), row("甲", DAY, "无", "住院", 1, 0, 0, 0, "other")), "I5",
            "只有一个英文名称"),
        Arguments.of("An identity that ended before it began", List.of("认定日期", "退出日期"),
            rows(row("甲", DAY, "低保对象", "住院", 1, 0, 0, 0, DAY, DAY.minusDays(1))), "A4", "退出日期早于认定日期"),
        Arguments.of("Parts that do not add up", List.of("总费用"),
            rows(row("甲", DAY, "低保对象", "住院", 1, 0, 0, 0, 2)), "A4", "不能核定"),
        Arguments.of("A day on which the edition is not in force", List.of(),
            rows(row("甲", LocalDate.of(2023, 12, 31), "低保对象", "住院", 1, 0, 0, 0)), "A4", "不能核定"),
        Arguments.of("A place that the edition is not for", List.of("参保地区"),
            rows(row("甲", DAY, "低保对象", "住院", 1, 0, 0, 0, "450100")), "A4", "不能核定"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  @DisplayName("What a case states and cannot be meant is found")
  void mistake(String name, List<String> headings, List<Object[]> rows, String cell, String words) {
    Finding found = only(cases(headings, rows.toArray(Object[][]::new)));
    assertEquals(cell, found.cell(), found::toString);
    assertTrue(found.zh().contains(words), found::zh);
  }

  @Test
  @DisplayName("A case that is dropped has to be confirmed, one that is added does not")
  void dropped() {
    CheckedEdition with = EditionChecker.check(one("应属类别", "一类").sources());
    CheckedEdition without = EditionChecker.check(new SmallEdition().sources());
    List<Finding> asked = Omissions.of(with, without);
    assertEquals(1, asked.size(), asked::toString);
    assertTrue(asked.get(0).zh().contains("低保对象按一半救助"), asked.get(0)::zh);
    assertEquals(List.of(), Omissions.of(without, with));
  }

  /** One case of a recipient of the guarantee who is paid 3,000 yuan, with one more column. */
  private static SmallEdition one(String heading, Object value) {
    return cases(List.of(heading), row("低保对象按一半救助", DAY, "低保对象", "住院", 10000, 4000, 0, 3000, value));
  }

  private static SmallEdition cases(Object[]... rows) {
    return cases(List.of(), rows);
  }

  private static SmallEdition cases(List<String> more, Object[]... rows) {
    return put(new SmallEdition(), more, rows);
  }

  private static SmallEdition put(SmallEdition edition, List<String> more, Object[]... rows) {
    List<String> headings = new ArrayList<>(HEADINGS);
    headings.addAll(more);
    edition.put("cases.xlsx", "核对用例", headings.toArray());
    Arrays.stream(rows).forEach(row -> edition.add("cases.xlsx", "核对用例", row));
    return edition;
  }

  private static List<Object[]> rows(Object[]... rows) {
    return Arrays.asList(rows);
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  private static CompiledEdition compiled(SmallEdition edition) {
    return CompiledForTests.of(edition.sources());
  }

  private static List<Finding> findings(SmallEdition edition) {
    try {
      compiled(edition);
      return List.of();
    } catch (InvalidEdition e) {
      return e.findings();
    }
  }

  private static Finding only(SmallEdition edition) {
    EditionSources sources = edition.sources();
    List<Finding> found = assertThrows(InvalidEdition.class, () -> CompiledForTests.of(sources)).findings();
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }
}
