package cn.tuodi.edition;

import static cn.tuodi.edition.Broken.APPLICATIONS;
import static cn.tuodi.edition.Broken.ASSISTANCE;
import static cn.tuodi.edition.Broken.DENIALS;
import static cn.tuodi.edition.Broken.EDITION;
import static cn.tuodi.edition.Broken.ILLNESS;
import static cn.tuodi.edition.Broken.PREMIUMS;
import static cn.tuodi.edition.Broken.SAFEGUARDS;
import static cn.tuodi.edition.Broken.SOUND;
import static cn.tuodi.edition.Broken.TERMS;
import static cn.tuodi.edition.Broken.at;
import static cn.tuodi.edition.Broken.cell;
import static cn.tuodi.edition.Broken.changed;
import static cn.tuodi.edition.Broken.extraFile;
import static cn.tuodi.edition.Broken.rule;
import static cn.tuodi.edition.Broken.saved;
import static cn.tuodi.edition.Broken.set;
import static cn.tuodi.edition.Broken.sheet;
import static cn.tuodi.edition.Broken.with;
import static cn.tuodi.edition.Broken.workbook;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.Broken.Expected;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Language;
import cn.tuodi.language.TextsTest;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.DataLayout;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.TableLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One broken input for every finding that the pipeline can give: where it is, what is said,
    and that nothing compiles. */
class BrokenSourcesTest {

  private static final String RATE = "不是0% 至 100%、最多两位小数的百分比数值";
  private static final String YUAN = "不是0 至 9,999,999.99 元、最多两位小数的金额";
  private static final String COUNT = "不是0 至 999 的整数";
  private static final String DATE = "不是2000 年至 2100 年的日期，例如 2022-03-01";
  private static final String HIDDEN_CODE = "隐藏的系统行被改动";
  private static final String UNREADABLE = "不是可读的 xlsx 工作簿";
  private static final String MASHUP =
      "<?xml version=\"1.0\" encoding=\"utf-16\"?><DataMashup xmlns=\"http://schemas.microsoft.com/DataMashup\">AAAA</DataMashup>";
  private static final String NAMED = "请把文件命名为 medical-assistance.xlsx";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"cells", "rowsThatDoNotGoTogether", "shapes", "codeRows", "parameters", "register", "files", "rules"})
  void isFoundAndNothingCompiles(Broken broken) {
    List<Finding> findings = findings(broken.sources());
    assertEquals(broken.expected().stream().map(BrokenSourcesTest::place).toList(),
        findings.stream().map(BrokenSourcesTest::place).toList(), () -> "found: " + findings);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      String words = broken.expected().get(i).words();
      assertTrue(finding.zh().contains(words), () -> "“" + words + "” is not in “" + finding.zh() + "”");
      assertFalse(finding.en().isBlank());
      assertFalse((finding.zh() + finding.en()).contains("Exception"), finding::toString);
      assertFalse(TextsTest.hasPunctuationOfChinese(finding.en()), finding::en);
    }
  }

  static Stream<Broken> cells() {
    return Stream.of(
        cell("A text that is none of the choices is refused", ASSISTANCE, TERMS, "B10", "五类", "“五类”不是下列各项之一：一类、二类"),
        cell("Several values in a cell of one are told as several rows", ASSISTANCE, TERMS, "B10", "一类、二类",
            "“一类、二类”是 2 项，一格只写一项：请拆成 2 行"),
        cell("However they are listed", ASSISTANCE, TERMS, "E10", "住院和门诊慢特病", "“住院和门诊慢特病”是 2 项"),
        cell("Not so where one of them is none", ASSISTANCE, TERMS, "E10", "住院、门诊", "“住院、门诊”不是下列各项之一"),
        cell("A choice in other words is refused", ASSISTANCE, TERMS, "E10", "住院治疗", "“住院治疗”不是下列各项之一：住院、门诊慢特病"),
        cell("A number is not a choice", ASSISTANCE, TERMS, "H10", number("1"), "“1”不是下列各项之一：救助"),
        cell("A truth value is not 是", ASSISTANCE, TERMS, "D11", true, "“TRUE”不是是 或 否"),
        cell("A text is not a rate", ASSISTANCE, TERMS, "L10", "90%", "“90%”是文本：请输入数字 90%"),
        cell("A rate that is text is asked for as a number", ASSISTANCE, TERMS, "L10", "96%",
            "是文本：请输入数字 96%"),
        cell("A rate that is a share as text is asked for as a number", ASSISTANCE, TERMS, "L10", "0.96",
            "是文本：请输入数字 96%"),
        cell("A rate in full width is asked for as a number", ASSISTANCE, TERMS, "L10", "９６．５％",
            "“９６．５％”是文本：请输入数字 96.5%"),
        cell("A rate of 96 is asked about", ASSISTANCE, TERMS, "L10", number("96"),
            "“96”" + RATE + "；是否应为 96%？"),
        cell("An amount that is text is asked for as a number", ASSISTANCE, TERMS, "Q10", "60000",
            "“60000”是文本：请填数字金额，例如 60000"),
        cell("A date that is text is asked for as a date", ASSISTANCE, TERMS, "G26", "2022.8.1",
            "“2022.8.1”是文本：请输入日期 2022-08-01"),
        parameter("A rate parameter that is text is asked for as a number", "C6", "96%",
            "是文本：请输入数字 96%"),
        cell("A rate above 100 % is refused", ASSISTANCE, TERMS, "L10", number("1.2"), "“1.2”" + RATE),
        cell("A rate of 90 without the percent is refused", ASSISTANCE, TERMS, "L10", number("90"), "“90”" + RATE),
        cell("A rate below 0 % is refused", ASSISTANCE, TERMS, "L10", number("-0.1"), "“-0.1”" + RATE),
        cell("A rate finer than a hundredth of a percent is refused", ASSISTANCE, TERMS, "L10", number("0.90001"),
            RATE),
        cell("A text is not an amount", ASSISTANCE, TERMS, "Q10", "60,000", "“60,000”是文本：请填数字金额，例如 60000"),
        cell("A negative amount is refused", ASSISTANCE, TERMS, "Q10", number("-1"), "“-1”" + YUAN),
        cell("An amount finer than a fen is refused", ASSISTANCE, TERMS, "K13", number("3000.005"),
            "“3000.005”" + YUAN),
        cell("An amount of ten million is refused", ASSISTANCE, TERMS, "Q10", number("10000000"),
            "“10000000”" + YUAN),
        cell("A number is not a date", ASSISTANCE, TERMS, "G26", number("44774"),
            "“44774”是数字：请把单元格格式设为日期；是否应为 2022-08-01？"),
        cell("A date written as text is refused", ASSISTANCE, TERMS, "G26", "2022-08-01",
            "“2022-08-01”是文本：请输入日期 2022-08-01"),
        cell("A date of another century is refused", ASSISTANCE, TERMS, "F27", LocalDate.of(1922, 8, 2),
            "“1922-08-02”" + DATE),
        cell("A date is not an amount", ASSISTANCE, TERMS, "Q10", LocalDate.of(2022, 3, 1), "“2022-03-01”" + YUAN),
        cell("A fraction is not a count", ASSISTANCE, "重度残疾", "B10", number("1.5"), "“1.5”" + COUNT),
        cell("A negative count is refused", ASSISTANCE, "重度残疾", "B10", number("-1"), "“-1”" + COUNT),
        cell("A count of a thousand is refused", ASSISTANCE, "对象分类", "I10", number("1000"), "“1000”" + COUNT),
        cell("A count beyond the integers is refused", ASSISTANCE, "对象分类", "I10", number("4294967297"), COUNT),
        cell("A text is not a count", ASSISTANCE, "重度残疾", "B10", "一级", "“一级”是文本：请输入数字，例如 1"),
        cell("An amount that a burden is compared with is checked alike", SAFEGUARDS, "费用预警", "C10", number("-0.01"),
            YUAN),
        cell("A number is not plain text", ASSISTANCE, "对象分类", "J10", number("1"), "不是不超过 200 字的普通文字"),
        cell("A quote in plain text is refused", ASSISTANCE, "对象分类", "J10", "一类\"人员", "不是不超过 200 字的普通文字（不含引号、反斜杠等符号）"),
        cell("A plain text of 201 characters is refused", ASSISTANCE, "对象分类", "J10", "类".repeat(201),
            "不是不超过 200 字的普通文字"),
        cell("A provision id in small letters is refused", ASSISTANCE, TERMS, "A10", "gx22-ip-1", "“gx22-ip-1”不是条款编号"),
        cell("A provision cannot be left open", ASSISTANCE, TERMS, "A10", "不限", "“不限”不是条款编号"),
        cell("A blank provision is pointed out", ASSISTANCE, TERMS, "A10", null, "单元格为空，请填写"),
        cell("A blank condition is no wildcard", ASSISTANCE, TERMS, "C10", null, "单元格为空，请填写，没有则写“不限”"),
        cell("A blank figure is not none", ASSISTANCE, TERMS, "K10", null, "单元格为空，请填写，没有则写“无”"),
        cell("A text of spaces is blank", ASSISTANCE, TERMS, "C10", "   ", "单元格为空"),
        cell("A condition that must be stated cannot be left open", ASSISTANCE, TERMS, "B10", "不限", "“不限”不是下列各项之一"),
        cell("The word for no figure is not the word for any condition", ASSISTANCE, TERMS, "C10", "无", "“无”不是下列各项之一"),
        cell("A condition left open is no figure", ASSISTANCE, TERMS, "K10", "不限", "“不限”" + YUAN),
        cell("A notice that denies nothing is no ground of denial", ASSISTANCE, DENIALS, "J10", "可依申请救助",
            "“可依申请救助”不是下列各项之一"),
        cell("A ground of denial is no further notice", ASSISTANCE, TERMS, "I41", "未参保", "“未参保”不是下列各项之一"),
        cell("A ground of denial explains no lower rate", ASSISTANCE, "比例调整", "G10", "未参保", "“未参保”不是下列各项之一"),
        sheet("A formula is refused, whatever its last value", ASSISTANCE, TERMS, sheet -> at(sheet,
            "L10").setCellFormula("1/2"), "L10", "不允许公式，请粘贴为数值"),
        sheet("A formula in a note is refused", ASSISTANCE, TERMS, sheet -> at(sheet, "S10").setCellFormula("1+1"),
            "S10", "不允许公式"),
        sheet("A cell in error is refused", ASSISTANCE, TERMS, sheet -> at(sheet,
            "L10").setCellErrorValue(FormulaError.DIV0.getCode()), "L10", "单元格是错误值"),
        sheet("A cell in error is no text", EDITION, "条款", sheet -> at(sheet,
            "F4").setCellErrorValue(FormulaError.NAME.getCode()), "F4", "单元格是错误值"));
  }

  static Stream<Broken> rowsThatDoNotGoTogether() {
    return Stream.of(
        cell("A row that pays needs a rate", ASSISTANCE, TERMS, "L10", "无", "结果为“救助”的行须填写救助比例"),
        cell("A row with a rate needs its accumulator", ASSISTANCE, TERMS, "O10", "无", "有救助比例的行须填写累计口径"),
        cell("A row governed elsewhere needs the instrument", ASSISTANCE, TERMS, "J27", "无", "须填写依据文件"),
        sheet("A second band needs a rate", ASSISTANCE, TERMS, sheet -> set(sheet, "M13", number("10000")), "N13",
            "第二段的起点和比例须同时填写"),
        sheet("A second rate needs an edge", ASSISTANCE, TERMS, sheet -> set(sheet, "N13", number("0.9")), "N13",
            "第二段的起点和比例须同时填写"),
        sheet("A row without a rate has no second band", ASSISTANCE, TERMS, sheet -> {
          set(sheet, "M25", number("10000"));
          set(sheet, "N25", number("0.9"));
        }, "M25", "没有救助比例的行不能有第二段"),
        sheet("A second band begins above the deductible", ASSISTANCE, TERMS, sheet -> {
          set(sheet, "M13", number("3000"));
          set(sheet, "N13", number("0.9"));
        }, "M13", "第二段起点应高于起付线"),
        cell("A row does not end before it begins", ASSISTANCE, TERMS, "G27", LocalDate.of(2022, 8, 1), "失效日期早于生效日期"),
        cell("Preferential terms have both their figures", ILLNESS, "大病保险倾斜", "F10", "无", "须同时填写"),
        cell("Without preferential terms no cap is lifted", ILLNESS, "大病保险倾斜", "G17", "是", "不倾斜的行不能取消封顶线"),
        cell("A row that subsidises a premium needs a rate", PREMIUMS, "参保资助", "R10", "无", "须填写资助比例"),
        cell("A row that subsidises nothing has no rate", PREMIUMS, "参保资助", "R18", number("0.5"), "其他行写“无”"),
        sheet("A premium governed elsewhere needs the instrument", PREMIUMS, "参保资助", sheet -> {
          set(sheet, "P10", "另有文件规定");
          set(sheet, "R10", "无");
        }, "Q10", "须填写依据文件"),
        cell("Recognition has a test or an instrument, not both", APPLICATIONS, "因病致贫认定", "D10", number("1.5"),
            "须恰好填写一项")
            .at("E10"),
        cell("A multiple of more than two decimals is refused", APPLICATIONS, "因病致贫认定", "D10", number("1.555"),
            "最多两位小数的倍数"),
        cell("A list of identities names known ones", APPLICATIONS, "依申请救助", "D10", "因病致贫重病患者、富人", "不是下列各项之一或几项"));
  }

  static Stream<Broken> shapes() {
    return Stream.of(
        sheet("A blank row inside the table is not its end", ASSISTANCE, TERMS,
            sheet -> sheet.removeRow(sheet.getRow(11)), "A12", "表内有空行，请删除该行"),
        sheet("A row of blanks inside the table is not its end", ASSISTANCE, TERMS,
            sheet -> IntStream.range(0, columns(TERMS).size()).forEach(i -> set(sheet, Column.letter(i) + 12, " ")),
            "A12", "表内有空行"),
        sheet("A hidden row is pointed out", ASSISTANCE, TERMS, sheet -> sheet.getRow(11).setZeroHeight(true), "A12",
            "表内有隐藏的行"),
        sheet("A hidden column is pointed out", ASSISTANCE, TERMS, sheet -> sheet.setColumnHidden(11, true), "L9",
            "有隐藏的列"),
        sheet("Merged cells are pointed out", ASSISTANCE, TERMS,
            sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("K10:K12")), "K10", "合并单元格"),
        sheet("Merged headings are pointed out", ASSISTANCE, TERMS,
            sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("K9:L9")), "K9", "合并单元格"),
        cell("A changed heading is refused", ASSISTANCE, TERMS, "L9", "救助比重", "没有“救助比重”这样的列标题，最接近的是“救助比例”"),
        cell("A heading that is a number is refused", ASSISTANCE, TERMS, "T9", number("1"), "没有“1”这样的列标题"),
        cell("A further column is refused", ASSISTANCE, TERMS, "T9", "补充比例", "没有“补充比例”这样的列标题"),
        cell("A column far to the right is refused", ASSISTANCE, TERMS, "EZ9", "补充比例", "没有“补充比例”这样的列标题"),
        cell("Content beside the table is refused", ASSISTANCE, TERMS, "U12", number("0.5"), "表格右侧有多余内容"),
        cell("Content far to the right of the table is refused", ASSISTANCE, TERMS, "EZ12", number("0.5"), "表格右侧有多余内容"),
        cell("Content below and far to the right is a row", ASSISTANCE, "比例调整", "EZ12", "x", "单元格为空")
            .expecting(List.of(blank("A12"), blank("B12"), blank("C12"), blank("D12"), blank("E12"), blank("F12"),
                blank("G12"),
                new Expected(ASSISTANCE, "比例调整", "EZ12", "表格右侧有多余内容"))),
        sheet("A formula beside the table is refused", ASSISTANCE, TERMS, sheet -> at(sheet,
            "U12").setCellFormula("L12"), "U12", "表格右侧有多余内容"),
        sheet("A table without rows is refused", ASSISTANCE, "比例调整", sheet -> List.of(9,
            10).forEach(row -> sheet.removeRow(sheet.getRow(row))), "A10", "表内没有数据行"),
        sheet("A table of more than 2000 rows is refused", ASSISTANCE, TERMS, sheet -> set(sheet, "A2011",
            "GX22-IP-1"), "A2011", "行数超过 2000 行"),
        workbook("A hidden sheet is pointed out", SAFEGUARDS, book -> book.setSheetVisibility(book.getSheetIndex("参数"),
            SheetVisibility.HIDDEN),
            new Expected(SAFEGUARDS, "参数", null, "表被隐藏")),
        workbook("A sheet hidden from the menu is pointed out", SAFEGUARDS,
            book -> book.setSheetVisibility(book.getSheetIndex("参数"), SheetVisibility.VERY_HIDDEN),
            new Expected(SAFEGUARDS, "参数", null, "表被隐藏")),
        workbook("An unknown sheet is refused", SAFEGUARDS, book -> book.createSheet("新表"), new Expected(SAFEGUARDS,
            "新表", null, "工作簿中不应有这张表")),
        workbook("A missing sheet is missed", ASSISTANCE, book -> book.removeSheetAt(book.getSheetIndex(TERMS)),
            new Expected("guangxi/2022", null, null, "缺少“救助待遇”表")),
        workbook("A renamed sheet is unknown and missed", ASSISTANCE,
            book -> book.setSheetName(book.getSheetIndex(TERMS), "待遇"),
            new Expected(ASSISTANCE, "待遇", null, "工作簿中不应有这张表"), new Expected("guangxi/2022", null, null, "缺少“救助待遇”表")),
        workbook("A sheet whose name has more than one sees is told so", ASSISTANCE,
            book -> book.setSheetName(book.getSheetIndex(TERMS), TERMS + "\u200b "),
            new Expected(ASSISTANCE, TERMS + "\u200b ", null, "名称中有空格或看不见的字符，请改为“救助待遇”"),
            new Expected("guangxi/2022", null, null, "缺少“救助待遇”表")),
        new Broken("A sheet stands in one workbook only", with("second.xlsx", only(ASSISTANCE, "比例调整")),
            List.of(new Expected("second.xlsx", "比例调整", null, "这张表在 medical-assistance.xlsx 中已有，只能保留一张"))),
        new Broken("A copy of a workbook under another name is told its name", with("rate96.xlsx",
            SOUND.workbooks().get(ASSISTANCE)), List.of(new Expected("rate96.xlsx", null, null, NAMED))));
  }

  static Stream<Broken> codeRows() {
    return Stream.of(
        cell("A changed consequence is refused", ASSISTANCE, TERMS, "L8", "Runtime.getRuntime().exec( $param );",
            HIDDEN_CODE),
        cell("A changed condition is refused", ASSISTANCE, TERMS, "B8", "personClass != $param", HIDDEN_CODE),
        cell("A changed keyword is refused", ASSISTANCE, TERMS, "B6", "ACTION", HIDDEN_CODE),
        cell("A changed pattern is refused", ASSISTANCE, TERMS, "B7", "$step : Object", HIDDEN_CODE),
        cell("A changed import is refused", ASSISTANCE, TERMS, "B4", "java.lang.*", HIDDEN_CODE),
        cell("A removed import is refused", ASSISTANCE, TERMS, "B4", null, HIDDEN_CODE),
        cell("Further code is refused", ASSISTANCE, TERMS, "C4", "java.io.*", HIDDEN_CODE),
        cell("Further code far to the right is refused", ASSISTANCE, TERMS, "EZ8", "System.exit( 1 );", HIDDEN_CODE),
        cell("A number among the code is refused", ASSISTANCE, TERMS, "C5", number("1"), HIDDEN_CODE),
        sheet("A formula among the code is refused", ASSISTANCE, TERMS, sheet -> at(sheet, "C5").setCellFormula("A1"),
            "C5", HIDDEN_CODE),
        sheet("A formula in place of code is refused", ASSISTANCE, TERMS, sheet -> at(sheet,
            "B6").setCellFormula("\"CONDITION\""), "B6", HIDDEN_CODE),
        sheet("Removed code rows are refused", ASSISTANCE, TERMS, sheet -> sheet.removeRow(sheet.getRow(7)), "A8",
            HIDDEN_CODE));
  }

  static Stream<Broken> parameters() {
    return Stream.of(
        parameter("A yes-or-no parameter takes no other word", "C4", "也许", "“也许”不是是 或 否"),
        parameter("A rate parameter takes no 120 %", "C6", number("1.2"), "“1.2”" + RATE),
        parameter("A count parameter takes no text", "C10", "十二", "“十二”是文本：请输入数字，例如 1"),
        parameter("A count parameter takes no number beyond the integers", "C10", number("4294967308"), COUNT),
        parameter("An amount parameter takes nothing negative", "C22", number("-1"), "“-1”" + YUAN),
        parameter("A date parameter takes no text", "C19", "2022-12-31", "“2022-12-31”是文本：请输入日期 2022-12-31"),
        parameter("A text parameter takes no number", "C17", number("5"), "“5”不是不超过 500 字的文字"),
        parameter("A list of identities takes no unknown one", "C13", "特困人员、外星人", "“特困人员、外星人”不是下列各项之一或几项"),
        parameter("A list of identities names none twice", "C13", "特困人员、特困人员", "不是下列各项之一或几项"),
        parameter("A list of diseases takes no unknown one", "C20", "肾透析、感冒", "“肾透析、感冒”不是下列各项之一或几项"),
        parameter("A parameter takes no truth value", "C4", true, "“TRUE”不是是 或 否"),
        parameter("A parameter must have a value or 无", "C10", null, "单元格为空，请填写，没有则写“无”"),
        parameter("An unknown parameter is refused", "B4", "新参数", "“新参数”不是下列各项之一"),
        sheet("A parameter stands once", SAFEGUARDS, "参数", sheet -> copyRow(sheet, 22), "B25", "参数“提示倾斜救助的年度负担”重复"),
        sheet("Every parameter stands", SAFEGUARDS, "参数", sheet -> removeParameter(sheet, "提示倾斜救助的年度负担"), null,
            "缺少参数“提示倾斜救助的年度负担”，没有则取值写“无”"));
  }

  static Stream<Broken> register() {
    return Stream.of(
        cell("A row that cites an unknown provision is refused", ASSISTANCE, TERMS, "A10", "GX22-IP-9",
            "条款登记中没有 GX22-IP-9"),
        cell("A cap that cites an unknown provision is refused", ASSISTANCE, TERMS, "P10", "GX22-CAP-9",
            "条款登记中没有 GX22-CAP-9"),
        cell("A parameter that cites an unknown provision is refused", SAFEGUARDS, "参数", "A4", "GX99-X",
            "条款登记中没有 GX99-X"),
        sheet("A provision is listed once", EDITION, "条款", sheet -> copyRow(sheet, 4), "A59", "条款 GX22-CAT-1 重复"),
        cell("A provision rests on a listed instrument", EDITION, "条款", "B4", "桂政办发〔2022〕6号", "“文件”表中没有 桂政办发〔2022〕6号"),
        cell("A status is one of three", EDITION, "条款", "D4", "C", "“C”不是下列各项之一：计算、提示、组织"),
        cell("A question is one of those known", EDITION, "条款", "E4", "理赔", "“理赔”不是下列各项之一：待遇、参保"),
        cell("A text of 501 characters is refused", EDITION, "条款", "F4", "文".repeat(501), "不是不超过 500 字的文字"),
        cell("A line break in a text is refused", EDITION, "条款", "F4", "第一行\n第二行", "不是不超过 500 字的文字"),
        sheet("An edition has one row", EDITION, "版本", sheet -> copyRow(sheet, 4), "A5", "“版本”表只能有一行"),
        cell("The region is that of the folder", EDITION, "版本", "A4", "guizhou", "地区和年度应为 guangxi、2022"),
        cell("The year is that of the folder", EDITION, "版本", "B4", number("2023"),
            "地区和年度应为 guangxi、2022").at("A4"),
        cell("A year has four digits", EDITION, "版本", "B4", number("22"), "“22”不是四位年份"),
        cell("A year beyond the integers is refused", EDITION, "版本", "B4", number("4294969318"), "不是四位年份"),
        cell("An area code is text", EDITION, "版本", "C4", number("450000"), "不是六位行政区划代码（文本）"),
        cell("An area code has six digits", EDITION, "版本", "C4", "45000", "“45000”不是六位行政区划代码（文本）"),
        cell("An edition has a first day", EDITION, "版本", "D4", "无", "“无”" + DATE),
        cell("An edition does not end before it begins", EDITION, "版本", "E4", LocalDate.of(2022, 2, 28), "失效日期早于生效日期"));
  }

  static Stream<Broken> files() {
    byte[] sound = SOUND.workbooks().get(ILLNESS);
    return Stream.of(
        extraFile("A file of something else is no workbook", "条款,身份".getBytes(StandardCharsets.UTF_8), UNREADABLE),
        extraFile("An empty file is no workbook", new byte[0], "文件是空的"),
        alone("In place of a workbook, an empty file is the only finding", new byte[0], "文件是空的"),
        alone("In place of a workbook, half of it is the only finding", Arrays.copyOf(sound, sound.length / 2),
            UNREADABLE + "，可能不完整"),
        alone("In place of a workbook, text is the only finding", "条款".getBytes(StandardCharsets.UTF_8), UNREADABLE),
        alone("In place of a workbook, one that unpacks to very much more is the only finding", zipped(
            "xl/workbook.xml", " ".repeat(80_000_000)), "解压后超过 10 MB"),
        alone("In place of a workbook, an entity is the only finding, also in UTF-16", part(sound,
            "xl/worksheets/sheet2.xml", text -> String.join("\0", "<!DOCTYPE x><worksheet/>".split(""))),
            "文件含有文档类型定义（DTD），没有打开"),
        foreign("xl/connections.xml", "数据连接（xl/connections.xml）"),
        foreign("xl/queryTables/queryTable1.xml", "数据连接（xl/queryTables/queryTable1.xml）"),
        foreign("xl/externalLinks/externalLink1.xml", "外部链接（xl/externalLinks/externalLink1.xml）"),
        foreign("xl/vbaProject.bin", "宏（xl/vbaProject.bin）"),
        foreign("xl/activeX/activeX1.xml", "控件（xl/activeX/activeX1.xml）"),
        foreign("xl/ctrlProps/ctrlProp1.xml", "控件（xl/ctrlProps/ctrlProp1.xml）"),
        foreign("xl/embeddings/oleObject1.bin", "嵌入对象（xl/embeddings/oleObject1.bin）"),
        foreign("customUI/customUI14.xml", "自定义功能区（customUI/customUI14.xml）"),
        foreign("XL\\Embeddings\\x.bin", "嵌入对象（XL_Embeddings_x.bin）"),
        typed("application/vnd.ms-office.vbaProject", "宏"),
        typed("application/vnd.ms-excel.macrosheet+xml", "宏"),
        typed("application/vnd.ms-excel.intlmacrosheet+xml", "宏"),
        typed("APPLICATION/VND.OPENXMLFORMATS-OFFICEDOCUMENT.SPREADSHEETML.EXTERNALLINK+XML", "外部链接"),
        typed("application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml", "数据连接"),
        typed("application/vnd.openxmlformats-officedocument.spreadsheetml.volatileDependencies+xml", "数据连接"),
        typed("application/vnd.ms-excel.controlproperties+xml", "控件"),
        typed("application/vnd.openxmlformats-officedocument.oleObject", "嵌入对象"),
        typed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "嵌入对象"),
        alone("A workbook whose type hides macros in a character reference is refused",
            typed("application/vnd.ms-office.&#118;baProject"), "工作簿含有宏（/xl/theme/notes.xml）"),
        alone("A workbook that gives a type to all parts of an ending is refused where it has one",
            part(part(sound, "xl/theme/notes.dat", new byte[] {1}), "[Content_Types].xml",
                text -> text.replace("</Types>",
                    "<Default Extension=\"DAT\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")),
            "工作簿含有宏（xl/theme/notes.dat）"),
        related("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "宏"),
        related("http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "宏"),
        related("http://purl.oclc.org/ooxml/officeDocument/relationships/externalLink", "外部链接"),
        related("http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/xlPathMissing", "外部链接"),
        related("http://schemas.openxmlformats.org/officeDocument/2006/relationships/connections", "数据连接"),
        related("http://schemas.openxmlformats.org/officeDocument/2006/relationships/xmlMaps", "数据连接"),
        related("http://schemas.openxmlformats.org/officeDocument/2006/relationships/package", "嵌入对象"),
        related("http://schemas.openxmlformats.org/officeDocument/2006/relationships/control", "控件"),
        related("http://schemas.microsoft.com/office/2007/relationships/ui/extensibility", "自定义功能区"),
        alone("A workbook with a picture that lies elsewhere is refused", related(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" TargetMode=\"External"),
            "工作簿含有外部链接（theme/notes.xml）"),
        mashup("Queries are found in UTF-8", MASHUP.replaceAll("<\\?.*\\?>", "").getBytes(StandardCharsets.UTF_8)),
        mashup("Queries are found in UTF-16, as the spreadsheet program writes them",
            ("\uFEFF" + MASHUP).getBytes(StandardCharsets.UTF_16LE)),
        mashup("Queries are found behind a remark, under any prefix", ("<!-- " + "-".repeat(9000).replace("--", "- ")
            + " --><a:DataMashup xmlns:a='http://schemas.microsoft.com/&#68;ataMashup'/>")
            .getBytes(StandardCharsets.UTF_8)),
        extraFile("A workbook of the old format is refused", oldFormat(), UNREADABLE),
        extraFile("Half a workbook is refused", Arrays.copyOf(sound, sound.length / 2), UNREADABLE),
        extraFile("A zip file that is no workbook is refused", zipped("hello.txt", "hello"), UNREADABLE),
        extraFile("A workbook with a sheet that is no XML is refused", part(sound, "xl/worksheets/sheet2.xml",
            text -> "<worksheet"), UNREADABLE),
        extraFile("A workbook with an entity is refused", part(sound, "xl/worksheets/sheet2.xml",
            text -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>"),
            "文件含有文档类型定义（DTD），没有打开"),
        extraFile("A workbook that unpacks to very much more is refused", zipped("xl/workbook.xml",
            " ".repeat(80_000_000)), "解压后超过 10 MB"),
        extraFile("A workbook of very many cells is refused before it is opened", manyCells(), "单元格太多"),
        extraFile("A workbook with a password is refused", encrypted(sound), "有打开密码"),
        extraFile("A file of more than 5 MB is refused", new byte[5 * 1024 * 1024 + 1], "文件超过 5 MB"),
        workbook("Macros are refused", SAFEGUARDS, BrokenSourcesTest::addMacro, new Expected(SAFEGUARDS, null, null,
            "工作簿含有宏")),
        workbook("A link to another workbook is refused", SAFEGUARDS, BrokenSourcesTest::addLink,
            new Expected(SAFEGUARDS, null, null, "工作簿含有外部链接")));
  }

  static Stream<Broken> rules() {
    String file = "rules/guangxi/2022/guangxi-2022.drl";
    return Stream.of(
        rule("A rule on an unknown fact does not compile", "rule \"GX22-X Unknown fact\" when Nonsense() then end",
            file, "不能编译"),
        rule("A rule on an unknown property does not compile",
            "rule \"GX22-X Unknown property\" when ApplicationTermsStep( nonsense == 1 ) then end", file, "不能编译"),
        rule("A rule that is no DRL does not compile", "rule GX22-X: when", file, "不能编译").twice(),
        rule("A consequence that is no Java does not compile",
            "rule \"GX22-X No Java\" when ApplicationTermsStep() then int one = \"1\"; end", file,
            "不能编译：Type mismatch"),
        rule("A rule that applies an unknown provision is refused",
            "rule \"GX22-X Unknown provision\"\n  @provision( \"GX22-X\" )\nwhen\n  TermsStep()\nthen\nend", file,
            "规则“GX22-X Unknown provision”引用的条款 GX22-X 未登记"),
        rule("A rule that applies an unknown provision in other spacing is refused",
            "rule   \"GX22-X Unknown provision\" @provision(\"GX22-X\") when TermsStep() then end", file,
            "规则“GX22-X Unknown provision”引用的条款 GX22-X 未登记"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"\" ); Runtime.getRuntime().exec( \"id\" ); ( \"", "\\u0022 ); System.exit( 1 ); ( \\u0022",
      "x\\",
      "*/ System.exit( 1 ); /*", "@{System.exit(1)}", "$param", "一类\nthen System.exit( 1 );", "${7*7}", "'", "`id`",
      "GX22-IP-1\" ) eval( true", "new Object(){}", "<script>"})
  @DisplayName("Code in any cell that rules are made of is refused in that cell")
  void codeIsRefusedInEveryCell(String code) {
    Set<String> broken = new TreeSet<>();
    Map<String, byte[]> workbooks = new TreeMap<>();
    SOUND.workbooks().forEach((file, content) -> workbooks.put(file, saved(content, book -> book.forEach(sheet -> {
      List<Column> columns = columns(sheet.getSheetName());
      for (int i = 0; i < columns.size(); i++) {
        if (!isFree(columns.get(i)) && !isUntyped(columns.get(i))) {
          String cell = Column.letter(i) + firstRow(sheet.getSheetName());
          set((XSSFSheet) sheet, cell, code);
          broken.add(file + " " + sheet.getSheetName() + " " + cell);
        }
      }
    }))));
    List<Finding> findings = findings(new EditionSources(SOUND.name(), SOUND.rules(), workbooks));
    assertEquals(broken, findings.stream().map(finding -> finding.file() + " " + finding.sheet() + " " + finding.cell())
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  @DisplayName("Code in the value of a parameter is refused, unless the parameter is a text")
  void codeIsRefusedInEveryParameter() {
    EditionSources broken = changed(SAFEGUARDS, book -> {
      XSSFSheet sheet = book.getSheet("参数");
      for (int row = 4; row <= sheet.getLastRowNum() + 1; row++) {
        set(sheet, "C" + row, "\" ); Runtime.getRuntime().exec( \"id\" ); ( \"");
      }
    });
    Set<Parameter> refused = findings(broken).stream().map(finding -> parameter(broken, finding.cell()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Parameter.class)));
    assertEquals(Arrays.stream(Parameter.values())
        .filter(parameter -> parameter.isRequired() && parameter.kind() != Parameter.Kind.TEXT)
        .collect(Collectors.toSet()), refused);
  }

  @Test
  @DisplayName("Code in a text that only people read never becomes a rule")
  void codeInFreeTextStaysText() {
    String code = "\" ); Runtime.getRuntime().exec( \"id\" ); ( \"";
    Map<String, byte[]> workbooks = new TreeMap<>();
    SOUND.workbooks().forEach((file, content) -> workbooks.put(file, saved(content, book -> book.forEach(sheet -> {
      List<Column> columns = columns(sheet.getSheetName());
      for (int i = 0; i < columns.size(); i++) {
        if (isFree(columns.get(i)) && !columns.get(i).heading().equals("文号")) {
          set((XSSFSheet) sheet, Column.letter(i) + firstRow(sheet.getSheetName()), code);
        }
      }
    }))));
    CheckedEdition checked = EditionChecker.check(new EditionSources(SOUND.name(), SOUND.rules(), workbooks));
    assertEquals(EditionChecker.check(SOUND).rules(), checked.rules());
    assertEquals(code.strip(), checked.description().name());
  }

  @Test
  @DisplayName("Sound sources compile")
  void soundSourcesCompile() {
    assertTrue(EditionCompiler.compile(EditionChecker.check(SOUND)).length > 0);
  }

  @Test
  @DisplayName("A workbook saved by another program has the same content")
  void contentDoesNotDependOnTheProgram() {
    EditionSources again = changed(ASSISTANCE, book -> {});
    assertFalse(Arrays.equals(SOUND.workbooks().get(ASSISTANCE), again.workbooks().get(ASSISTANCE)));
    assertEquals(hash(SOUND), hash(again));
  }

  @Test
  @DisplayName("Another figure is another content")
  void contentDependsOnEveryFigure() {
    assertNotEquals(hash(SOUND), hash(changed(ASSISTANCE, book -> set(book.getSheet(TERMS), "Q10",
        number("60000.01")))));
  }

  @Test
  @DisplayName("The copy that was added is told its name, also where it comes first in the alphabet")
  void copyThatComesFirst() {
    EditionSources doubled = with("copy.xlsx", SOUND.workbooks().get(ASSISTANCE));
    List<Finding> findings =
        assertThrows(InvalidEdition.class, () -> EditionChecker.check(doubled, Set.of("copy.xlsx"))).findings();
    assertAll(() -> assertEquals(1, findings.size(), findings::toString),
        () -> assertEquals("copy.xlsx", findings.get(0).file()),
        () -> assertTrue(findings.get(0).zh().contains(NAMED)),
        () -> assertTrue(findings.get(0).en().contains("name the file medical-assistance.xlsx")));
  }

  @Test
  @DisplayName("Every finding is told at once, with its place in words")
  void findingsAreToldTogether() {
    EditionSources broken = changed(ASSISTANCE, book -> {
      set(book.getSheet(TERMS), "L10", number("1.2"));
      set(book.getSheet(DENIALS), "J10", "天气");
    });
    InvalidEdition refused = assertThrows(InvalidEdition.class, () -> EditionChecker.check(broken));
    assertAll(() -> assertEquals(2, refused.findings().size()),
        () -> assertTrue(refused.getMessage().startsWith("guangxi/2022: 2 finding(s)")),
        () -> assertTrue(refused.getMessage().contains("medical-assistance.xlsx [救助待遇] L10: “1.2”不是")),
        () -> assertTrue(refused.getMessage().contains("medical-assistance.xlsx [不予救助] J10: “天气”不是")));
  }

  private static List<Finding> findings(EditionSources sources) {
    return assertThrows(InvalidEdition.class, () -> EditionCompiler.compile(EditionChecker.check(sources))).findings();
  }

  private static String hash(EditionSources sources) {
    return EditionChecker.check(sources).description().contentHash();
  }

  private static String place(Expected expected) {
    return expected.file() + " " + expected.sheet() + " " + expected.cell();
  }

  private static String place(Finding finding) {
    return finding.file() + " " + finding.sheet() + " " + finding.cell();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static Expected blank(String cell) {
    return new Expected(ASSISTANCE, "比例调整", cell, "单元格为空");
  }

  private static Parameter parameter(EditionSources sources, String cell) {
    String[] label = new String[1];
    saved(sources.workbooks().get(SAFEGUARDS),
        book -> label[0] = at(book.getSheet("参数"), cell.replace('C', 'B')).getStringCellValue());
    return Arrays.stream(Parameter.values()).filter(parameter -> parameter.label().equals(label[0])).findAny()
        .orElseThrow();
  }

  private static Broken parameter(String name, String cell, Object value, String words) {
    return cell(name, SAFEGUARDS, "参数", cell, value, words);
  }

  /** A sound edition with something else in place of one of its workbooks, which is all that is to be told. */
  private static Broken alone(String name, byte[] content, String words) {
    return new Broken(name, with(ILLNESS, content), List.of(new Expected(ILLNESS, null, null, words)));
  }

  /** A sound workbook with one more part, which nothing refers to. */
  private static Broken foreign(String part, String words) {
    return alone("A workbook with the part " + part + " is refused", part(SOUND.workbooks().get(ILLNESS), part),
        "工作簿含有" + words + "，没有打开");
  }

  /** A sound workbook that says of a part with a harmless name what it is. */
  private static Broken typed(String type, String words) {
    return alone("A workbook with a part of the type " + type + " is refused, whatever its name", typed(type),
        "工作簿含有" + words + "（/xl/theme/notes.xml），没有打开");
  }

  private static byte[] typed(String type) {
    return part(withNotes(), "[Content_Types].xml", text -> text.replace("</Types>",
        "<Override PartName=\"/xl/theme/notes.xml\" ContentType=\"" + type + "\"/></Types>"));
  }

  /** A sound workbook that says of a part with a harmless name what it is to the workbook. */
  private static Broken related(String type, String words) {
    return alone("A workbook with a part that is " + type + " to it is refused, whatever its name", related(type),
        "工作簿含有" + words + "（theme/notes.xml），没有打开");
  }

  private static byte[] related(String type) {
    return part(withNotes(), "xl/_rels/workbook.xml.rels", text -> text.replace("</Relationships>",
        "<Relationship Id=\"hidden\" Target=\"theme/notes.xml\" Type=\"" + type + "\"/></Relationships>"));
  }

  private static byte[] withNotes() {
    return part(SOUND.workbooks().get(ILLNESS), "xl/theme/notes.xml", "<a/>".getBytes(StandardCharsets.UTF_8));
  }

  private static Broken mashup(String name, byte[] content) {
    return alone(name, part(SOUND.workbooks().get(ILLNESS), "customXml/item1.xml", content),
        "工作簿含有数据连接（customXml/item1.xml），没有打开");
  }

  private static byte[] part(byte[] workbook, String added) {
    return part(workbook, added, new byte[] {1});
  }

  private static byte[] part(byte[] workbook, String added, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(zip);
      }
      zip.putNextEntry(new ZipEntry(added));
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void copyRow(XSSFSheet sheet, int row) {
    sheet.copyRows(row - 1, row - 1, sheet.getLastRowNum() + 1, new CellCopyPolicy());
  }

  private static void removeParameter(XSSFSheet sheet, String name) {
    for (int row = 3; row <= sheet.getLastRowNum(); row++) {
      if (at(sheet, "B" + (row + 1)).getStringCellValue().equals(name)) {
        int last = sheet.getLastRowNum();
        sheet.removeRow(sheet.getRow(row));
        if (row < last) {
          sheet.shiftRows(row + 1, last, -1);
        }
        return;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static byte[] only(String workbook, String sheet) {
    return saved(SOUND.workbooks().get(workbook), book -> {
      for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
        if (!book.getSheetName(i).equals(sheet)) {
          book.removeSheetAt(i);
        }
      }
    });
  }

  private static void addMacro(XSSFWorkbook book) {
    try {
      book.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addLink(XSSFWorkbook book) {
    try (XSSFWorkbook other = new XSSFWorkbook()) {
      other.createSheet("x");
      book.linkExternalWorkbook("other.xlsx", other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] manyCells() {
    return saved(SOUND.workbooks().get(ILLNESS), book -> {
      XSSFSheet sheet = book.getSheet("大病保险倾斜");
      for (int row = 20; row < 320; row++) {
        for (int column = 0; column < 300; column++) {
          at(sheet, Column.letter(column) + (row + 1)).setCellValue(1);
        }
      }
    });
  }

  private static byte[] encrypted(byte[] workbook) {
    try (POIFSFileSystem files = new POIFSFileSystem();
        OPCPackage content = OPCPackage.open(new ByteArrayInputStream(workbook))) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(files)) {
        content.save(out);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException | GeneralSecurityException | InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] oldFormat() {
    try (HSSFWorkbook book = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.createSheet(TERMS);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zipped(String name, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A workbook with the text of one of its parts changed. */
  private static byte[] part(byte[] workbook, String name, UnaryOperator<String> change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write((entry.getName().equals(name) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<Column> columns(String sheet) {
    List<Column> columns = new ArrayList<>();
    Layouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet)).map(TableLayout::columns)
        .forEach(columns::addAll);
    Layouts.DATA.stream().filter(layout -> layout.sheet().equals(sheet)).map(DataLayout::columns)
        .forEach(columns::addAll);
    columns.removeIf(Column::later);
    return columns;
  }

  private static int firstRow(String sheet) {
    return Layouts.ALL.stream().anyMatch(layout -> layout.sheet().equals(sheet)) ? 10 : 4;
  }

  /** Whether a column holds text that only people read: any text that the reader takes. */
  private static boolean isFree(Column column) {
    return column.role() == Column.Role.NOTE || column.type().wanted().in(Language.ZH).equals("不超过 500 字的文字");
  }

  /** Whether what a column holds depends on the row, so that it is checked after everything else. */
  private static boolean isUntyped(Column column) {
    return column.type().wanted().in(Language.ZH).equals("数值、日期或文字");
  }
}
