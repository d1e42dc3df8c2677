package cn.tuodi.merge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.desk.Changed;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changes of a workbook that hold from a day on. */
class DatedWorkbookTest {

  private static byte[] undated(String rate) {
    return new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例")
        .row("倾斜救助", "一类", "统筹地区内", 0, SmallEdition.rate(rate)).sources().workbooks().get("policy.xlsx");
  }

  @Test
  @DisplayName("A sheet that changes and lacks the columns of days gets them")
  void withoutDays() throws IOException {
    LocalDate day = LocalDate.of(2024, 7, 1);
    RawSheet sheet = RawWorkbook.read(DatedWorkbook.of(undated("0.5"), undated("0.6"), day)).stream()
        .filter(one -> one.name().equals("倾斜救助")).findFirst().orElseThrow();
    List<String> headings = sheet.columns().stream().map(Column::heading).toList();
    int from = headings.indexOf(Column.FROM);
    int to = headings.indexOf(Column.TO);
    int rate = headings.indexOf("救助比例");
    assertEquals(2, sheet.rows().size());
    assertEquals(List.of(new BigDecimal("0.5"), day.minusDays(1)), List.of(value(sheet, 0, rate), value(sheet, 0, to)));
    assertEquals(List.of(new BigDecimal("0.6"), day), List.of(value(sheet, 1, rate), value(sheet, 1, from)));
    byte[] same = undated("0.5");
    assertEquals(same, DatedWorkbook.of(undated("0.5"), same, day), "nothing changed");
  }

  private static final String TERMS = "救助待遇";
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final BigDecimal OLD = new BigDecimal("0.95");
  private static final BigDecimal NEW = new BigDecimal("0.9");

  @Test
  @DisplayName("A row that changes becomes two, the old until the day before and the new from the day on, one below the other")
  void divided() throws IOException {
    byte[] dated = DatedWorkbook.of(Changed.built(), Changed.rate(0.9), DAY);
    RawSheet sheet = sheet(dated);
    int at = IntStream.range(0, sheet.rows().size()).filter(i -> NEW.equals(rate(sheet, i))).findFirst().orElseThrow();
    assertEquals(sheet(Changed.built()).rows().size() + 1, sheet.rows().size());
    assertEquals(List.of(DAY.minusDays(1), OLD, DAY), List.of(value(sheet, at - 1, 6), rate(sheet, at - 1),
        value(sheet, at, 5)));
    assertEquals(value(sheet(Changed.built()), at - 1, 5), value(sheet, at - 1, 5), "open before as it was");
    assertEquals(value(sheet(Changed.built()), at - 1, 6), value(sheet, at, 6), "open after as it was");
  }

  @Test
  @DisplayName("Done twice it stays the same; without a change it stays as it is")
  void twice() throws IOException {
    byte[] once = DatedWorkbook.of(Changed.built(), Changed.rate(0.9), DAY);
    assertArrayEquals(once, DatedWorkbook.of(Changed.built(), once, DAY));
    byte[] built = Changed.built();
    assertArrayEquals(built, DatedWorkbook.of(built, built, DAY));
  }

  @Test
  @DisplayName("A row that is taken out ends the day before; one that is added begins on the day; one that ended earlier stays")
  void removedAndAdded() throws IOException {
    byte[] without = Changed.changed(Changed.built(), book -> {
      XSSFSheet sheet = book.getSheet(TERMS);
      sheet.removeRow(sheet.getRow(10));
    });
    RawSheet ended = sheet(DatedWorkbook.of(Changed.built(), without, DAY));
    assertEquals(sheet(Changed.built()).rows().size(), ended.rows().size());
    assertEquals(1, count(ended, 6, DAY.minusDays(1)));
    assertEquals(0, count(ended, 5, DAY));
    RawSheet begun = sheet(DatedWorkbook.of(without, Changed.built(), DAY));
    assertEquals(1, count(begun, 5, DAY));
    assertEquals(0, count(begun, 6, DAY.minusDays(1)));
    byte[] past = Changed.changed(Changed.built(), book -> Changed.date(book, TERMS, "G11", LocalDate.of(2023, 1, 1)));
    RawSheet earlier = sheet(DatedWorkbook.of(past, without, DAY));
    assertEquals(1, count(earlier, 6, LocalDate.of(2023, 1, 1)));
    assertEquals(0, count(earlier, 6, DAY.minusDays(1)));
  }

  @Test
  @DisplayName("A row of which only the days change stays one row where the days meet")
  void otherDays() throws IOException {
    byte[] shorter = Changed.changed(Changed.built(), book -> Changed.date(book, TERMS, "G11", DAY.plusMonths(1)));
    RawSheet sheet = sheet(DatedWorkbook.of(Changed.built(), shorter, DAY));
    assertEquals(sheet(shorter).rows(), sheet.rows());
    byte[] shortened = Changed.changed(Changed.built(), book -> Changed.date(book, TERMS, "G11", DAY.minusYears(1)));
    RawSheet ended = sheet(DatedWorkbook.of(Changed.built(), shortened, DAY));
    assertEquals(1, count(ended, 6, DAY.minusDays(1)), "until the day the row is in force as it was");
  }

  private static RawSheet sheet(byte[] workbook) throws IOException {
    return RawWorkbook.read(workbook).stream().filter(sheet -> sheet.name().equals(TERMS)).findFirst().orElseThrow();
  }

  private static Object rate(RawSheet sheet, int row) {
    return value(sheet, row, 11);
  }

  private static Object value(RawSheet sheet, int row, int column) {
    return sheet.rows().get(row).values().get(column);
  }

  private static long count(RawSheet sheet, int column, LocalDate day) {
    return sheet.rows().stream().filter(row -> day.equals(row.values().get(column))).count();
  }
}
