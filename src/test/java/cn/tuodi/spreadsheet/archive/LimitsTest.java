package cn.tuodi.spreadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.spreadsheet.SafeCopy;
import cn.tuodi.spreadsheet.SheetContent;
import cn.tuodi.spreadsheet.SmallWorkbook;
import cn.tuodi.spreadsheet.Workbook;
import cn.tuodi.spreadsheet.ZipFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a file can hold without end is taken in without end, and nothing is read that means two things. */
class LimitsTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String MAIN = "xl/workbook.xml";

  @ParameterizedTest(name = "{0}")
  @DisplayName("A workbook beyond measure is not opened, and it is said why")
  @MethodSource
  void refused(String name, ZipFile workbook, String words) {
    UnreadableWorkbook refused =
        assertThrows(UnreadableWorkbook.class, () -> Workbook.open(workbook.bytes()));
    assertTrue(refused.zh().contains(words), refused::zh);
    assertFalse(refused.en().isBlank());
    assertFalse(SafeCopy.of(workbook.bytes()).isPresent());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refusal("attributes with many names", rows(IntStream.range(0, 2000)
            .mapToObj(i -> "<row a" + i + "='1'/>").collect(Collectors.joining())), "太多不同的元素和属性"),
        refusal("very many attributes of one element", rows("<row " + numbered("a", "='1' ", 300) + "/>"),
            "部件 " + SHEET),
        refusal("very long attributes", rows("<row a='" + "x".repeat(400_000) + "'/>"), "过长"),
        refusal("a very long remark", rows("<!--" + "<a>".repeat(200_000) + "-->"), "过长"),
        refusal("a very long section of characters", rows("<![CDATA[" + "<a>".repeat(200_000) + "]]>"), "过长"),
        refusal("a very long instruction", rows("<?x " + "<a>".repeat(200_000) + "?>"), "过长"),
        refusal("elements deep within elements", rows("<extLst>" + "<e>".repeat(60) + "</e>".repeat(60) + "</extLst>"),
            "部件 " + SHEET),
        refusal("very many cells", rows("<row>" + "<c s='0'/>".repeat(16_000) + "</row>", 16), "单元格太多"),
        refusal("very many merged cells", sheet("<sheetData/><mergeCells>"
            + "<mergeCell ref='A1:B2'/>".repeat(250_000) + "</mergeCells>"), "单元格太多"),
        refusal("a text that no cell can hold",
            rows("<row><c t='inlineStr'><is>" + ("<t>" + "字".repeat(30_000) + "</t>")
                .repeat(2) + "</is></c></row>"),
            "表!A1 的文字超过 32767 个字符"),
        refusal("very many styles", small().change("xl/styles.xml",
            text -> text.replace("<cellXfs>", "<cellXfs>" + "<xf/>".repeat(65_600))), "太多单元格格式"),
        refusal("very many types of parts", small().change("[Content_Types].xml", text -> text.replace("</Types>",
            IntStream.range(0, 600).mapToObj(i -> "<Default Extension='e" + i + "' ContentType='a/b'/>")
                .collect(Collectors.joining()) + "</Types>")),
            "类型太多"),
        refusal("very many sheets", small().change(MAIN, text -> text.replace("</sheets>",
            "<sheet name='x' r:id='r1'/>".repeat(101) + "</sheets>")), "超过 100 张"),
        refusal("a sheet of a very long name", small().change(MAIN, text -> text.replace("</sheets>",
            "<sheet name='" + "x".repeat(40_000) + "' r:id='r1'/></sheets>")), "超过 31 个字符"),
        refusal("a part that is two sheets", small().change(MAIN, text -> text.replace("</sheets>",
            "<sheet name='x' r:id='r1'/></sheets>")), "同时是几张表"),
        refusal("two tables of cells in a sheet", sheet("<sheetData/><sheetData/>"), "位置异常"),
        refusal("cells that stand elsewhere", sheet("<x:alternate xmlns:x='x'><row r='1'/></x:alternate><sheetData/>"),
            "位置异常"),
        refusal("cells among which others stand for some programs", rows("<x:alternate xmlns:x='x'/>"), "位置异常"),
        refusal("two values in a cell", rows("<row><c><v>1</v><v>2</v></c></row>"), "位置异常"),
        refusal("an element within a value", rows("<row><c><v>1<b/></v></c></row>"), "表!A1 的内容结构异常"),
        refusal("a cell beyond the last column", rows("<row r='1'><c r='XFE1'><v>1</v></c></row>"), "“XFE1”无效"),
        refusal("a row beyond the last", rows("<row r='1048577'/>"), "1048577 无效"),
        refusal("two types of one part", small().change("[Content_Types].xml", text -> text.replace("</Types>",
            "<Override PartName='/XL/workbook.xml' ContentType='a/b'/></Types>")), "两种说法"),
        refusal("two workbooks", small().change("_rels/.rels", text -> text.replace("<Relationship ",
            "<Relationship Id='s' Target='xl/other.xml' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/><Relationship ")),
            "没有指明唯一的工作簿部件"),
        refusal("two tables of shared texts",
            small().change("xl/_rels/workbook.xml.rels", text -> text.replace("/styles\"",
                "/sharedStrings\"")),
            "指向几个 sharedStrings 部件"),
        refusal("an id twice", small().change("xl/_rels/workbook.xml.rels", text -> text.replace("\"r2\"", "\"r1\"")),
            "编号 r1 出现两次"),
        refusal("no part for a sheet", small().without(SHEET), "缺少部件 " + SHEET),
        refusal("an unknown encoding", small().change(SHEET, text -> "<?xml version='1.0' encoding='x-odd'?>" + text),
            "编码（x-odd）不能识别"),
        refusal("characters of another encoding", small().with(SHEET, new byte[] {'<', 'a', '>', (byte) 0xff, '<'}),
            "不是正确的 XML"),
        refusal("a document type", small().change(SHEET, text -> "<!DOCTYPE x>" + text), "DTD"),
        refusal("a sheet that ends early", small().change(SHEET, text -> text.replace("</worksheet>", "")),
            "部件 xl/worksheets/sheet1.xml 第 1 行"));
  }

  @Test
  @DisplayName("What is noted of a sheet has an end, and what is not noted is counted")
  void noted() throws UnreadableWorkbook {
    SheetContent merged = SmallWorkbook
        .read(sheet("<sheetData/><mergeCells>" + "<mergeCell ref='A1:B2'/>".repeat(60_000) + "</mergeCells>"));
    assertEquals(List.of(200, 59_800), List.of(merged.merged().size(), merged.unlisted()));
    SheetContent twice = SmallWorkbook.read(rows("<row r='1'>" + "<c r='A1'><v>1</v></c>".repeat(1001) + "</row>"));
    assertEquals(List.of(200, 800), List.of(twice.remarks().size(), twice.unlisted()));
  }

  @Test
  @DisplayName("Whoever waits no longer interrupts the reading")
  void interrupted() {
    byte[] workbook = small().bytes();
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> Workbook.open(workbook));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  @DisplayName("Parts may be in UTF-16 or have a mark of their byte order")
  void encodings() throws UnreadableWorkbook {
    String sheet = rows("<row><c t='inlineStr'><is><t>字</t></is></c></row>").text(SHEET);
    for (byte[] content : List.of(("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_8),
        ("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_16LE), sheet.getBytes(StandardCharsets.UTF_16BE),
        ("<?xml version=\"1.0\" encoding=\"GBK\"?>" + sheet).getBytes(java.nio.charset.Charset.forName("GBK")))) {
      assertEquals("字", SmallWorkbook.read(small().with(SHEET, content)).cell(1, 0).value());
    }
  }

  @Test
  @DisplayName("What people do not see, or see otherwise, is remarked")
  void remarks() throws UnreadableWorkbook {
    SheetContent sheet = SmallWorkbook.read(sheet("<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='A1'/></row>"
        + "<row r='1'/><row r='2'><c r='B3'><v>1</v></c></row></sheetData>"));
    assertEquals(List.of("A1", "A1", "B3"), sheet.remarks().stream().map(remark -> remark.at().toString()).toList());
    SheetContent hidden =
        SmallWorkbook.read(sheet("<sheetFormatPr zeroHeight='1'/><cols><col min='1' max='2' width='0'/>"
            + "<col min='3' max='3' hidden='1'/><col min='4' max='4' width='10'/></cols><sheetData>"
            + "<row r='1'><c><v>1</v></c></row><row r='2' ht='15'><c><v>1</v></c></row>"
            + "<row r='3' ht='0' customHeight='1'><c><v>1</v></c></row><row r='4' ht='15' hidden='1'><c><v>1</v></c></row></sheetData>"));
    assertEquals(List.of(true, false, true, true), IntStream.rangeClosed(1, 4)
        .mapToObj(row -> hidden.row(row).isHidden()).toList());
    assertEquals(List.of(true, true, true, false, false),
        IntStream.range(0, 5).mapToObj(hidden::isColumnHidden).toList());
  }

  @Test
  @DisplayName("A conditional format that shows other digits, and zeros that are not shown, are told")
  void conditional() throws UnreadableWorkbook {
    ZipFile conditional =
        sheet("<sheetData/><conditionalFormatting sqref='L11:L12'><cfRule dxfId='0'/></conditionalFormatting>")
            .change("xl/styles.xml", text -> text.replace("</styleSheet>",
                "<dxfs><dxf><numFmt numFmtId='300' formatCode='\"95%\"'/></dxf></dxfs></styleSheet>"));
    assertEquals("L11", SmallWorkbook.read(conditional).remarks().get(0).at().toString());
    ZipFile zeros =
        sheet("<sheetViews><sheetView showZeros='0'/></sheetViews><sheetData><row><c><v>0</v></c></row></sheetData>");
    assertEquals("General", SmallWorkbook.read(zeros).cell(1, 0).format());
  }

  private static ZipFile small() {
    return SmallWorkbook.of("");
  }

  private static ZipFile rows(String rows) {
    return SmallWorkbook.of(rows);
  }

  private static ZipFile rows(String row, int times) {
    return SmallWorkbook.of(row.repeat(times));
  }

  private static ZipFile sheet(String elements) {
    return small().with(SHEET, SmallWorkbook.sheet(elements));
  }

  private static String numbered(String before, String behind, int times) {
    return IntStream.range(0, times).mapToObj(i -> before + i + behind).collect(Collectors.joining());
  }

  private static Arguments refusal(String name, ZipFile workbook, String words) {
    return Arguments.of("A workbook with " + name, workbook, words);
  }
}
