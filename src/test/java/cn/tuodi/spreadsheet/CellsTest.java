package cn.tuodi.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.tuodi.spreadsheet.Cell.Kind;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells hold what spreadsheet programs show of them. */
class CellsTest {

  @ParameterizedTest
  @DisplayName("A cell without a value is empty, however it says so")
  @ValueSource(strings = {"<c r='A1'/>", "<c r='A1'><v></v></c>", "<c r='A1'><v/></c>", "<c r='A1'><v> </v></c>",
      "<c r='A1' t='n'><v/></c>", "<c r='A1' t='s'><v></v></c>", "<c r='A1' t='d'><v></v></c>",
      "<c r='A1' t='inlineStr'></c>", "<c r='A1' t='inlineStr'><is/></c>", "<c r='A1' t='inlineStr'><is><t/></is></c>",
      "<c r='A1' t='str'><v></v></c>", "<c r='A1' t='b'/>"})
  void empty(String cell) throws UnreadableWorkbook {
    assertNull(SmallWorkbook.cell(cell));
  }

  @ParameterizedTest
  @DisplayName("A number has the fifteen digits that are shown")
  @CsvSource({"0.79999999999999993, 0.8", "55000.000000000007, 55000", "0.1, 0.1", "1E+7, 10000000", "1.5e-1, 0.15",
      "-3, -3", "+4, 4", ".5, 0.5", "5., 5", "123456789012345678, 123456789012346000", "0.90001, 0.90001",
      "1.7976931348623157E308, 1.79769313486232E308"})
  void numbers(String stored, BigDecimal shown) throws UnreadableWorkbook {
    Cell cell = SmallWorkbook.cell("<c r='A1'><v>" + stored + "</v></c>");
    assertEquals(Kind.NUMBER, cell.kind());
    assertEquals(0, shown.compareTo((BigDecimal) cell.value()), () -> cell.value().toString());
  }

  @ParameterizedTest
  @DisplayName("What is no value of its kind hurts its own cell only")
  @CsvSource({"n, NaN", "n, null", "n, undefined", "n, 95%", "n, 1E309", "n, 0x10", "n, '1,5'", "s, 99", "s, -1",
      "s, x",
      "b, 2", "b, TRUE", "d, 2022-02-30", "d, 1.3.2022", "d, T10:00", "x, 1"})
  void odd(String type, String stored) throws UnreadableWorkbook {
    Cell cell = SmallWorkbook.cell("<c r='A1' t='" + type + "'><v>" + stored + "</v></c>");
    assertEquals(Kind.ODD, cell.kind());
    assertEquals(stored, cell.value());
  }

  @ParameterizedTest
  @DisplayName("A text is what is shown of it, of one format or several, without how it is pronounced")
  @CsvSource({"<c r='A1' t='s'><v>0</v></c>, 一", "<c r='A1' t='s'><v> 1 </v></c>, 二类",
      "<c r='A1' t='inlineStr'><is><t>三</t></is></c>, 三",
      "<c r='A1' t='inlineStr'><is><r><t>三</t></r><r><t xml:space='preserve'> 类</t></r><rPh sb='0' eb='1'><t>s</t></rPh></is></c>, 三 类",
      "<c r='A1' t='str'><v>四</v></c>, 四", "<c r='A1' t='inlineStr'><is><t><![CDATA[<五>]]></t></is></c>, <五>",
      "<c r='A1' t='inlineStr'><is><t>六_x4e00_</t></is></c>, 六一"})
  void texts(String cell, String shown) throws UnreadableWorkbook {
    assertEquals(shown, SmallWorkbook.cell(cell).value());
  }

  @Test
  @DisplayName("Truth values, errors and formulas are told apart, whatever their last value")
  void others() throws UnreadableWorkbook {
    assertEquals(true, SmallWorkbook.cell("<c r='A1' t='b'><v>1</v></c>").value());
    assertEquals(Kind.ERROR, SmallWorkbook.cell("<c r='A1' t='e'><v>#N/A</v></c>").kind());
    assertEquals(Kind.FORMULA, SmallWorkbook.cell("<c r='A1'><f>1+1</f><v>2</v></c>").kind());
    assertEquals(Kind.FORMULA, SmallWorkbook.cell("<c r='A1'><f t='shared' si='0'/><v>2</v></c>").kind());
  }

  @ParameterizedTest
  @DisplayName("A number is a date in the formats that show it as one, also those built into Chinese programs")
  @ValueSource(strings = {"14", "22", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "50", "51", "52",
      "53",
      "54", "55", "56", "57", "58", "yyyy-mm-dd", "[ENG][$-804]d mmm yyyy", "[$-411]ge.m.d", "e/m/d", "aaaa",
      "\"自\"yyyy-mm-dd",
      "yyyy\"年\"m\"月\"d\"日\";@", "[$-F800]dddd, mmmm dd, yyyy", "yyyy年m月d日", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
      "m/d/yy h:mm:ss.000", "yyyy/m/d\\ 上午/下午h:mm"})
  void dates(String format) throws UnreadableWorkbook {
    Cell cell = SmallWorkbook.cell("<c r='A1' s='1'><v>44621</v></c>", format);
    assertEquals(LocalDateTime.of(2022, 3, 1, 0, 0), cell.value());
    assertNull(cell.format());
  }

  @ParameterizedTest
  @DisplayName("A number is none in any other format")
  @ValueSource(strings = {"0", "1", "2", "9", "10", "11", "37", "44", "49", "General", "G/通用格式", "#,##0.00\"元\"",
      "0.00E+00", "[Red]0.00", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0.00\"days\""})
  void noDates(String format) throws UnreadableWorkbook {
    Cell cell = SmallWorkbook.cell("<c r='A1' s='1'><v>44621</v></c>", format);
    assertEquals(0, new BigDecimal("44621").compareTo((BigDecimal) cell.value()));
    assertNull(cell.format());
  }

  @ParameterizedTest
  @DisplayName("A date has the time of day that is stored, to the thousandth of a second")
  @CsvSource({"44773.99950231481, 2022-07-31T23:59:17", "44774, 2022-08-01T00:00", "44774.5, 2022-08-01T12:00",
      "44773.999999999996, 2022-08-01T00:00", "1, 1900-01-01T00:00", "61, 1900-03-01T00:00",
      "2958465, 9999-12-31T00:00"})
  void times(String stored, LocalDateTime time) throws UnreadableWorkbook {
    assertEquals(time, SmallWorkbook.cell("<c r='A1' s='1'><v>" + stored + "</v></c>", "14").value());
  }

  @ParameterizedTest
  @DisplayName("A date can be stored as such")
  @CsvSource({"2022-08-02, 2022-08-02T00:00", "2022-08-02T00:00:00, 2022-08-02T00:00",
      "2022-08-02T00:00:00.000Z, 2022-08-02T00:00", "2022-08-01T23:59:17.500, 2022-08-01T23:59:17.500",
      "2022-08-02T00:00:00+08:00, 2022-08-02T00:00"})
  void isoDates(String stored, LocalDateTime time) throws UnreadableWorkbook {
    Cell cell = SmallWorkbook.cell("<c r='A1' t='d'><v>" + stored + "</v></c>");
    assertEquals(Kind.DATE, cell.kind());
    assertEquals(time, cell.value());
  }

  @Test
  @DisplayName("Where days are counted from 1904, a date is four years and a day later")
  void since1904() throws UnreadableWorkbook {
    ZipFile workbook = SmallWorkbook.of("<row r='1'><c r='A1' s='1'><v>43159</v></c></row>", "14")
        .change("xl/workbook.xml", text -> text.replace("<workbookPr/>", "<workbookPr date1904='1'/>"));
    assertEquals(LocalDateTime.of(2022, 3, 1, 0, 0), SmallWorkbook.read(workbook).cell(1, 0).value());
  }

  @ParameterizedTest
  @DisplayName("A format that shows something else than the cell holds is told")
  @CsvSource(delimiter = '|', value = {"0.05 | \"95%\"", "5 | 0\"万\"", "50000 | 0,", "50000 | #,##0,\"千\"",
      "50000 | 0,.0",
      "0.5 | 0%%", "5 | \\90", "5 | \"-\"0", "5 | ;;;", "0 | 0;-0;;@", "950 | 0\\.00", "5 | \"五\"", "5 | [>1]\"95%\";0",
      "44621 | \"2022-08-01\"", "44621 | yyyy\"-12-31\"", "44621 | bbbb-mm-dd", "44621 | [$-1070000]yyyy-mm-dd"})
  void disguised(String stored, String format) throws UnreadableWorkbook {
    assertEquals(format, SmallWorkbook.cell("<c r='A1' s='1'><v>" + stored + "</v></c>", format).format());
  }

  @ParameterizedTest
  @DisplayName("A format that shows a text as something else is told, too")
  @ValueSource(strings = {"0;0;0;\"95%\"", ";;;", "\"95%\"@", "0;0;0;"})
  void disguisedTexts(String format) throws UnreadableWorkbook {
    assertEquals(format, SmallWorkbook.cell("<c r='A1' s='1' t='s'><v>0</v></c>", format).format());
  }

  @ParameterizedTest
  @DisplayName("Formats that add a unit, a colour or a sign for nothing show what is there")
  @CsvSource(delimiter = '|', value = {"5 | 0\"元\"", "0 | 0;-0;\"-\"",
      "0 | _ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ",
      "0.955 | 0%", "5 | [$¥-804]#,##0.00", "5 | [Red][<0]0;[Blue]0", "5 | @", "5 | [DBNum2]0", "5 | # ?/?"})
  void plain(String stored, String format) throws UnreadableWorkbook {
    assertNull(SmallWorkbook.cell("<c r='A1' s='1'><v>" + stored + "</v></c>", format).format());
  }
}
