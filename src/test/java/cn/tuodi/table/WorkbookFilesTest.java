package cn.tuodi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.spreadsheet.ZipFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook of medical assistance of the first release as other programs leave it: it has every column. */
class WorkbookFilesTest {

  private static final String FILE = "medical-assistance.xlsx";
  private static final byte[] RELEASED = EditionSources
      .read(Path.of("rules"), Path.of("src/test/resources/releases/1.0.0/decision-tables"), "guangxi/2022").workbooks()
      .get(FILE);
  private static final String TERMS = "xl/worksheets/sheet4.xml";
  private static final String CLASSES = "xl/worksheets/sheet2.xml";

  @ParameterizedTest
  @DisplayName("What programs write otherwise is the same policy")
  @CsvSource(delimiter = '|', value = {"L13 | <c r='L13'><v>0.79999999999999993</v></c>",
      "Q11 | <c r='Q11'><v>5e4</v></c>", "F27 | <c r='F27' t='d'><v>2022-08-02</v></c>",
      "F27 | <c r='F27' t='d'><v>2022-08-02T00:00:00.000Z</v></c>",
      "S11 | <c r='S11' t='d'><v>2022-05-18</v></c>", "S11 | <c r='S11'><v>NaN</v></c>",
      "B11 | <c r='B11' t='inlineStr'><is><t xml:space='preserve'>二类\u00a0</t></is></c>",
      "B11 | <c r='B11' t='inlineStr'><is><t xml:space='preserve'>\ufeff二类\u200b</t></is></c>",
      "B11 | <c r='B11' t='str'><v>二类</v></c>",
      "B11 | <c r='B11' t='inlineStr'><is><r><t>二</t></r><r><t>类</t></r><rPh sb='0' eb='1'><t>er</t></rPh></is></c>",
      "L9 | <c r='L9' t='inlineStr'><is><t xml:space='preserve'>救助&#10;比例\u00a0</t></is></c>"})
  void same(String at, String cell) {
    assertEquals(canonical(RELEASED), canonical(workbook(TERMS, at, cell)));
  }

  @Test
  @DisplayName("An empty value beside the table is nothing")
  void beside() {
    byte[] beside = ZipFile.of(RELEASED).change(TERMS,
        text -> text.replaceFirst("</row><row r=\"12\"", "<c r=\"X11\"><v></v></c></row><row r=\"12\"")).bytes();
    assertEquals(canonical(RELEASED), canonical(beside));
  }

  @ParameterizedTest
  @DisplayName("Properties of the document mean nothing")
  @ValueSource(strings = {"<x/>", "no XML", "",
      "<cp:coreProperties xmlns:cp='a' xmlns:d='b'><d:created>2022/3/1 下午</d:created></cp:coreProperties>"})
  void properties(String content) {
    assertEquals(canonical(RELEASED),
        canonical(ZipFile.of(RELEASED).with("docProps/core.xml", content).bytes()));
  }

  @ParameterizedTest
  @DisplayName("What is wrong with a cell is said at the cell, with what to do")
  @CsvSource(delimiter = '|', value = {"L11 | <c r='L11'><v></v></c> | 单元格为空，请填写，没有则写“无”",
      "K13 | <c r='K13' s='13'><v/></c> | 单元格为空，请填写，没有则写“无”", "L11 | <c r='L11'><v>NaN</v></c> | “NaN”无法识别",
      "L11 | <c r='L11' t='s'><v>9</v></c> | “9”无法识别", "Q11 | <c r='Q11'><v>1E309</v></c> | “1E309”无法识别",
      "Q11 | <c r='Q11'><v>1E7</v></c> | “10000000”不是0 至 9,999,999.99 元、最多两位小数的金额",
      "L11 | <c r='L11'><v>0.95555</v></c> | “0.95555”不是0% 至 100%、最多两位小数的百分比数值",
      "L11 | <c r='L11' t='str'><v>70％</v></c> | “70％”是文本：请输入数字 70%",
      "Q11 | <c r='Q11' t='str'><v>5万</v></c> | “5万”是文本：请填数字金额，例如 50000",
      "Q11 | <c r='Q11' t='str'><v>1,000</v></c> | “1,000”是文本：请填数字金额，例如 1000",
      "Q11 | <c r='Q11' t='str'><v>很多</v></c> | “很多”是文本：请填数字金额，例如 50000",
      "F27 | <c r='F27' s='14'><v>44774.99950231481</v></c> | “2022-08-01 23:59:17”是带时间的日期：请只填写日期；是否应为 2022-08-02？",
      "F27 | <c r='F27' s='14'><v>44775.5</v></c> | “2022-08-02 12:00:00”是带时间的日期：请只填写日期；是否应为 2022-08-02？",
      "F27 | <c r='F27' s='14'><v>2958465</v></c> | “9999-12-31”不是2000 年至 2100 年的日期，例如 2022-03-01；没有起止日期则写“不限”",
      "F27 | <c r='F27' t='str'><v>2022年8月2日</v></c> | “2022年8月2日”是文本：请输入日期 2022-08-02",
      "B11 | <c r='B11' t='inlineStr'><is><t>二\u200b类</t></is></c> | 其中有看不见的字符 U+200B"})
  void wrong(String at, String cell, String words) {
    assertFound(workbook(TERMS, at, cell), at, words);
  }

  @ParameterizedTest
  @DisplayName("A character that plain text must not have is named")
  @CsvSource(delimiter = '|', value = {"一类&quot;人员 | “\"（U+0022）", "一类\\人员 | \\（U+005C）", "一\u200b类 | U+200B",
      "一\uE000类 | U+E000）",
      "一$类 | $（U+0024）", "第一行&#10;第二行 | U+000A", "一&lt;类 | <（U+003C）"})
  void forbidden(String text, String named) {
    assertFound(workbook(CLASSES, "J10", "<c r='J10' t='inlineStr'><is><t>" + text + "</t></is></c>"), "J10",
        named.replace("“", ""));
  }

  @ParameterizedTest
  @DisplayName("Other signs of ordinary texts are allowed in labels")
  @ValueSource(strings = {"Ⅰ类人员", "①类", "一～二类", "５０％", "＋一类", "一类…", "一&amp;二类", "[一类]", "‘一类’", "一　类", "𠮷类", "℃"})
  void allowed(String text) {
    List<Finding> found = new ArrayList<>();
    read(workbook(CLASSES, "J10", "<c r='J10' t='inlineStr'><is><t>" + text + "</t></is></c>"), found);
    assertEquals(List.of(), found);
  }

  @Test
  @DisplayName("A row of no height cannot be seen")
  void noHeight() {
    assertFound(ZipFile.of(RELEASED)
        .change(TERMS, text -> text.replaceFirst("<row r=\"12\" ht=\"[\\d.]+\"", "<row r=\"12\" ht=\"0\"")).bytes(),
        "A12",
        "隐藏的行");
  }

  @Test
  @DisplayName("A link that runs something is found at its cell")
  void link() {
    byte[] linked = ZipFile.of(RELEASED)
        .change(TERMS, text -> text.replace("</sheetData>",
            "</sheetData><hyperlinks><hyperlink ref=\"A1\" r:id=\"h\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/></hyperlinks>"))
        .with("xl/worksheets/_rels/sheet4.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"h\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
                + "Target=\"javascript:alert(1)\" TargetMode=\"External\"/></Relationships>")
        .bytes();
    assertFound(linked, "A1", "javascript:alert(1)");
  }

  @Test
  @DisplayName("As much is listed as anybody can use, and how much more there is")
  void bounded() {
    String cells = IntStream.range(0, 900).mapToObj(i -> "<c r=\"" + Column.letter(30 + i) + "12\"><v>1</v></c>")
        .collect(Collectors.joining());
    List<Finding> found = new ArrayList<>();
    read(ZipFile.of(RELEASED)
        .change(TERMS, text -> text.replaceFirst("</row><row r=\"13\"", cells + "</row><row r=\"13\"")).bytes(), found);
    assertEquals(501, found.size());
    assertTrue(found.get(500).zh().startsWith("另有 400 处问题未列出"), found.get(500)::zh);
  }

  private static void assertFound(byte[] workbook, String at, String words) {
    List<Finding> found = new ArrayList<>();
    read(workbook, found);
    assertEquals(List.of(at), found.stream().map(Finding::cell).toList(), found::toString);
    assertTrue(found.get(0).zh().contains(words), found::toString);
  }

  /** The workbook with another cell in place of one, as it stands in the file. */
  private static byte[] workbook(String part, String at, String cell) {
    Pattern before = Pattern.compile("<c r=\"" + at + "\"[^>]*?(/>|>.*?</c>)", Pattern.DOTALL);
    return ZipFile.of(RELEASED).change(part,
        text -> before.matcher(text).replaceFirst(java.util.regex.Matcher.quoteReplacement(cell))).bytes();
  }

  private static List<String> canonical(byte[] workbook) {
    List<Finding> found = new ArrayList<>();
    List<String> texts = read(workbook, found).stream().map(Sheet::canonical).toList();
    assertEquals(List.of(), found);
    return texts;
  }

  private static List<Sheet> read(byte[] workbook, List<Finding> found) {
    return new WorkbookReader(FILE, found).read(workbook, Layouts.ALL, Layouts.DATA);
  }
}
