package cn.tuodi.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The rows of a workbook as they stand, sound or not: a cell holds a {@link BigDecimal}, a {@link LocalDate}, a
 * {@link LocalDateTime}, a {@link Boolean}, a text, or null where it is blank.
 */
public final class RawWorkbook {

  private static final String DATE = "yyyy-mm-dd";

  private RawWorkbook() {}

  /**
   * A sheet that a layout knows.
   *
   * @param name its name
   * @param columns its columns
   * @param rows its rows of data; blank ones are left out
   */
  public record RawSheet(String name, List<Column> columns, List<Row> rows) {}

  /**
   * A row to be written.
   *
   * @param like the row of the workbook whose looks it takes over, as the spreadsheet numbers it
   * @param values one value per column
   */
  public record WrittenRow(int like, List<Object> values) {}

  /**
   * The sheets of a workbook that layouts know, in their order.
   *
   * @throws IOException if it is not a readable workbook, or a cell holds a formula or an error
   */
  public static List<RawSheet> read(byte[] content) throws IOException {
    return read(content, cell -> {
      throw new IllegalStateException("a formula or an error in " + cell.getAddress());
    });
  }

  /**
   * The same, with nothing where a cell holds a formula or an error.
   *
   * @throws IOException if it is not a readable workbook
   */
  public static List<RawSheet> outline(byte[] content) throws IOException {
    return read(content, cell -> {});
  }

  private static List<RawSheet> read(byte[] content, Consumer<Cell> unreadable) throws IOException {
    try (XSSFWorkbook workbook = LooseWorkbook.open(content)) {
      List<RawSheet> sheets = new ArrayList<>();
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        XSSFSheet sheet = workbook.getSheetAt(i);
        Optional<Known> known = Known.of(sheet);
        if (known.isPresent()) {
          sheets.add(new RawSheet(sheet.getSheetName(), known.get().columns(), rows(sheet, known.get(), unreadable)));
        }
      }
      return sheets;
    } catch (RuntimeException e) {
      // Whatever the file makes the library throw, it is the file that is at fault.
      throw new IOException(e);
    }
  }

  /** What is known of a sheet by its name and headings. */
  private record Known(List<Column> columns, int headingRow) {

    static Optional<Known> of(XSSFSheet sheet) {
      List<Known> named = new ArrayList<>();
      Layouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet.getSheetName()))
          .forEach(layout -> named.add(new Known(layout.columns(), TableLayout.HEADING_ROW)));
      Layouts.DATA.stream().filter(layout -> layout.sheet().equals(sheet.getSheetName()))
          .forEach(layout -> named.add(new Known(layout.columns(), DataLayout.HEADING_ROW)));
      LocalLayouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet.getSheetName()))
          .forEach(layout -> named.add(new Known(layout.columns(), DataLayout.HEADING_ROW)));
      return named.stream().filter(known -> known.heads(sheet)).findFirst();
    }

    private boolean heads(XSSFSheet sheet) {
      XSSFRow headings = sheet.getRow(headingRow - 1);
      for (int i = 0; i < columns.size(); i++) {
        if (!LooseWorkbook.shown(headings, i).equals(columns.get(i).heading())) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Row> rows(XSSFSheet sheet, Known known, Consumer<Cell> unreadable) {
    List<Row> rows = new ArrayList<>();
    int last = LooseWorkbook.lastRow(sheet);
    for (int number = known.headingRow(); number <= last; number++) {
      XSSFRow row = sheet.getRow(number);
      if (!LooseWorkbook.isBlank(row)) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < known.columns().size(); i++) {
          values.add(value(row.getCell(i), unreadable));
        }
        rows.add(new Row(number + 1, values));
      }
    }
    return rows;
  }

  private static Object value(Cell cell, Consumer<Cell> unreadable) {
    if (cell == null) {
      return null;
    }
    return switch (cell.getCellType()) {
      case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell.getLocalDateTimeCellValue())
          : BigDecimal.valueOf(cell.getNumericCellValue());
      case STRING -> cell.getStringCellValue().isBlank() ? null : cell.getStringCellValue().strip();
      case BOOLEAN -> cell.getBooleanCellValue();
      case BLANK, _NONE -> null;
      case FORMULA, ERROR -> {
        unreadable.accept(cell);
        yield null;
      }
    };
  }

  private static Object date(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate() : time;
  }

  /** What a cell means in its column, such as an amount; null where it means nothing there. */
  public static Object meant(Column column, Object value) {
    return value == null ? null : column.type().parse(value);
  }

  /**
   * A workbook with other rows in some of its sheets; all else stays as it is.
   *
   * @param content the file
   * @param rows the rows of data of the sheets that change, by name
   * @throws IOException if it is not a readable workbook
   */
  public static byte[] with(byte[] content, Map<String, List<WrittenRow>> rows) throws IOException {
    try (XSSFWorkbook workbook = LooseWorkbook.open(content)) {
      for (Map.Entry<String, List<WrittenRow>> changed : rows.entrySet()) {
        XSSFSheet sheet = workbook.getSheet(changed.getKey());
        write(workbook, sheet, Known.of(sheet).orElseThrow(), changed.getValue());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  private static void write(XSSFWorkbook workbook, XSSFSheet sheet, Known known, List<WrittenRow> rows) {
    List<List<CellStyle>> styles = new ArrayList<>();
    int last = sheet.getLastRowNum();
    for (int number = 0; number <= last; number++) {
      List<CellStyle> ofRow = new ArrayList<>();
      XSSFRow row = sheet.getRow(number);
      for (int i = 0; i < known.columns().size(); i++) {
        ofRow.add(row == null || row.getCell(i) == null ? null : row.getCell(i).getCellStyle());
      }
      styles.add(ofRow);
      if (row != null && number >= known.headingRow()) {
        sheet.removeRow(row);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      XSSFRow row = sheet.createRow(known.headingRow() + i);
      int like = Math.min(rows.get(i).like(), styles.size()) - 1;
      for (int column = 0; column < known.columns().size(); column++) {
        Cell cell = row.createCell(column);
        fill(workbook, cell, rows.get(i).values().get(column), styles.get(like).get(column));
      }
    }
  }

  private static void fill(XSSFWorkbook workbook, Cell cell, Object value, CellStyle style) {
    if (style != null) {
      cell.setCellStyle(style);
    }
    if (value instanceof BigDecimal number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean yes) {
      cell.setCellValue(yes);
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      asDate(workbook, cell);
    } else if (value instanceof LocalDateTime time) {
      cell.setCellValue(time);
      asDate(workbook, cell);
    } else if (value instanceof String text) {
      cell.setCellValue(text);
    }
  }

  private static void asDate(XSSFWorkbook workbook, Cell cell) {
    if (!DateUtil.isCellDateFormatted(cell)) {
      CellStyle dated = workbook.createCellStyle();
      dated.cloneStyleFrom(cell.getCellStyle());
      dated.setDataFormat(workbook.createDataFormat().getFormat(DATE));
      cell.setCellStyle(dated);
    }
  }
}
