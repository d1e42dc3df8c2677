package cn.tuodi.table;

import cn.tuodi.spreadsheet.Cell;
import cn.tuodi.spreadsheet.SafeCopy;
import cn.tuodi.spreadsheet.SheetContent;
import cn.tuodi.spreadsheet.SheetRow;
import cn.tuodi.spreadsheet.Text;
import cn.tuodi.spreadsheet.Workbook;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
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
    return read(content, true);
  }

  /**
   * The same, with nothing where a cell holds a formula or an error.
   *
   * @throws IOException if it is not a readable workbook
   */
  public static List<RawSheet> outline(byte[] content) throws IOException {
    return read(content, false);
  }

  /**
   * The title of each sheet that layouts know and the lines that explain it, by its name; without the rows that the first
   * workbooks hid.
   *
   * @throws IOException if it is not a readable workbook
   */
  public static Map<String, List<String>> lines(byte[] content) throws IOException {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (SheetContent sheet : LooseWorkbook.open(content).sheets()) {
      Optional<Known> known = Known.of(sheet);
      if (known.isPresent()) {
        boolean hidden = known.get().headingRow() == TableLayout.HEADING_ROW && CodeRows.of(sheet.name()) != null;
        lines.put(sheet.name(), lines(sheet, hidden ? TableLayout.FIRST_CODE_ROW : known.get().headingRow()));
      }
    }
    return lines;
  }

  private static List<String> lines(SheetContent sheet, int end) {
    List<String> lines = new ArrayList<>();
    for (int row = 1; row < end; row++) {
      Cell cell = sheet.cell(row, 0);
      lines.add(cell != null && cell.kind() == Cell.Kind.TEXT ? Text.stripped((String) cell.value()) : "");
    }
    return lines;
  }

  /**
   * What keeps a file from being read as a workbook; empty where nothing does.
   *
   * @param file its name
   */
  public static Optional<Finding> refusal(String file, byte[] content) {
    try {
      Workbook.open(content);
      return Optional.empty();
    } catch (UnreadableWorkbook e) {
      return Optional.of(Finding.ofFile(file, e.message()));
    }
  }

  private static List<RawSheet> read(byte[] content, boolean strictly) throws IOException {
    List<RawSheet> sheets = new ArrayList<>();
    for (SheetContent sheet : LooseWorkbook.open(content).sheets()) {
      Optional<Known> known = Known.of(sheet);
      if (known.isPresent()) {
        sheets.add(new RawSheet(sheet.name(), known.get().columns(), rows(sheet, known.get(), strictly)));
      }
    }
    return sheets;
  }

  /** What is known of a sheet by its name and headings. */
  private record Known(List<Column> columns, int headingRow) {

    static Optional<Known> of(SheetContent sheet) {
      HeadingRow headings = HeadingRow.of(sheet);
      return headings == null || !headings.fits(named(sheet.name())) ? Optional.empty()
          : Optional.of(new Known(headings.columns(), headings.number()));
    }

    private static List<Column> named(String sheet) {
      Stream<List<Column>> rules =
          Layouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet)).map(TableLayout::columns);
      Stream<List<Column>> data = Stream.concat(Layouts.DATA.stream(), LocalLayouts.ALL.stream())
          .filter(layout -> layout.sheet().equals(sheet)).map(DataLayout::columns);
      return Stream.concat(rules, data).findFirst().orElseThrow();
    }
  }

  private static List<Row> rows(SheetContent sheet, Known known, boolean strictly) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (SheetRow row : sheet.rows().tailMap(known.headingRow(), false).values()) {
      if (!LooseWorkbook.isBlank(row)) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < known.columns().size(); i++) {
          values.add(value(row.cell(i), strictly));
        }
        rows.add(new Row(row.number(), values));
      }
    }
    return rows;
  }

  private static Object value(Cell cell, boolean strictly) throws IOException {
    if (cell == null || cell.isBlank()) {
      return null;
    }
    return switch (cell.kind()) {
      case NUMBER -> plain((BigDecimal) cell.value());
      case TRUTH -> cell.value();
      case DATE -> date((LocalDateTime) cell.value());
      case TEXT -> Text.stripped((String) cell.value());
      case FORMULA, ERROR, ODD -> {
        if (strictly) {
          throw new IOException("a formula or an error in a cell");
        }
        yield null;
      }
    };
  }

  /** The same number whoever wrote it: 2023 and 2023.0 are one. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
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
    byte[] safe = SafeCopy.of(content).orElseThrow(() -> new IOException("no readable workbook"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(safe))) {
      Workbook read = LooseWorkbook.open(content);
      for (Map.Entry<String, List<WrittenRow>> changed : rows.entrySet()) {
        XSSFSheet sheet = workbook.getSheet(changed.getKey());
        write(workbook, sheet, Known.of(read.sheet(changed.getKey())).orElseThrow(), changed.getValue());
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
        XSSFCell cell = row.createCell(column);
        fill(workbook, cell, rows.get(i).values().get(column), styles.get(like).get(column));
      }
    }
  }

  private static void fill(XSSFWorkbook workbook, XSSFCell cell, Object value, CellStyle style) {
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

  private static void asDate(XSSFWorkbook workbook, XSSFCell cell) {
    if (!DateUtil.isCellDateFormatted(cell)) {
      CellStyle dated = workbook.createCellStyle();
      dated.cloneStyleFrom(cell.getCellStyle());
      dated.setDataFormat(workbook.createDataFormat().getFormat(DATE));
      cell.setCellStyle(dated);
    }
  }
}
