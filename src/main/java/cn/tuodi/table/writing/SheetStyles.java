package cn.tuodi.table.writing;

import cn.tuodi.table.Column;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How cells look: titles, headings, and data by what they hold. */
final class SheetStyles {

  private static final String FONT = "Microsoft YaHei";
  private static final int BLUE = 0x1F5C8B;
  private static final int LIGHT = 0xEAF2F8;
  private static final int GREY = 0x666666;
  private static final int LINE = 0xBFBFBF;
  private static final int WHITE = 0xFFFFFF;
  private static final String WHOLE_PERCENT = "0%";
  private static final String PERCENT = "0.##%";
  private static final String YUAN = "#,##0.00\"元\"";
  private static final String DATE = "yyyy-mm-dd";
  private static final String GENERAL = "General";
  private static final int DECIMALS_OF_A_PERCENT = 2;

  private final XSSFWorkbook workbook;
  private final Map<String, CellStyle> made = new HashMap<>();

  SheetStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont usual = workbook.getFontAt(0);
    usual.setFontName(FONT);
    usual.setFontHeightInPoints((short) 10);
  }

  CellStyle title() {
    return made.computeIfAbsent("title", key -> plain(font(14, BLUE, true)));
  }

  CellStyle hint() {
    return made.computeIfAbsent("hint", key -> plain(font(9, GREY, false)));
  }

  CellStyle heading() {
    return made.computeIfAbsent("heading", key -> {
      XSSFCellStyle style = bordered(font(10, WHITE, true), true);
      fill(style, BLUE);
      style.setVerticalAlignment(VerticalAlignment.CENTER);
      style.setAlignment(HorizontalAlignment.CENTER);
      return style;
    });
  }

  /** The first column of a table, which says what a row is about. */
  CellStyle name() {
    return made.computeIfAbsent("name", key -> {
      XSSFCellStyle style = bordered(workbook.getFontAt(0), true);
      fill(style, LIGHT);
      return style;
    });
  }

  /** A text that explains something. */
  CellStyle text() {
    return made.computeIfAbsent("text", key -> bordered(workbook.getFontAt(0), true));
  }

  /**
   * A cell of data.
   *
   * @param column what it holds
   * @param value what it says
   * @param shown the format in which it was shown, which tells what a number is where the column does not
   */
  CellStyle data(Column column, Object value, String shown) {
    String format = format(column.type(), value, shown);
    return made.computeIfAbsent("data " + (value instanceof String) + format, key -> {
      XSSFCellStyle style = bordered(workbook.getFontAt(0), true);
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
      if (!(value instanceof String)) {
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setIndention((short) 1);
      }
      return style;
    });
  }

  private static String format(CellType type, Object value, String shown) {
    if (value instanceof LocalDate) {
      return DATE;
    }
    if (!(value instanceof BigDecimal number)) {
      return GENERAL;
    }
    if (type == CellTypes.RATE || shown.contains("%")) {
      return number.stripTrailingZeros().scale() <= DECIMALS_OF_A_PERCENT ? WHOLE_PERCENT : PERCENT;
    }
    return type == CellTypes.PLAIN_YUAN || type == CellTypes.YUAN || type == CellTypes.FEN || shown.contains("元") ? YUAN
        : GENERAL;
  }

  private XSSFFont font(int points, int colour, boolean bold) {
    XSSFFont font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setColor(colour(colour));
    font.setBold(bold);
    return font;
  }

  private CellStyle plain(XSSFFont font) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  private XSSFCellStyle bordered(XSSFFont font, boolean wrapped) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(wrapped);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    XSSFColor line = colour(LINE);
    style.setTopBorderColor(line);
    style.setBottomBorderColor(line);
    style.setLeftBorderColor(line);
    style.setRightBorderColor(line);
    return style;
  }

  private static void fill(XSSFCellStyle style, int colour) {
    style.setFillForegroundColor(colour(colour));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private static XSSFColor colour(int rgb) {
    return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
  }
}
