package cn.tuodi.table;

import cn.tuodi.spreadsheet.Cell;
import cn.tuodi.spreadsheet.SheetRow;
import cn.tuodi.spreadsheet.Workbook;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Opens workbooks whatever is in their cells, and says what a cell shows. */
final class LooseWorkbook {

  private LooseWorkbook() {}

  /**
   * Opens a workbook.
   *
   * @throws IOException if the file is not a readable workbook, or larger than one may be
   */
  static Workbook open(byte[] content) throws IOException {
    try {
      return Workbook.open(content);
    } catch (UnreadableWorkbook e) {
      throw new IOException(e);
    }
  }

  /** What a cell shows, on one line; empty where it is blank. Does not depend on the program that saved the file. */
  static String shown(SheetRow row, int column) {
    Cell cell = row == null ? null : row.cell(column);
    if (cell == null) {
      return "";
    }
    return switch (cell.kind()) {
      case NUMBER -> number((BigDecimal) cell.value(), cell.isPercent());
      case DATE -> date((LocalDateTime) cell.value());
      case TEXT -> oneLine((String) cell.value());
      case TRUTH -> Boolean.TRUE.equals(cell.value()) ? "TRUE" : "FALSE";
      case FORMULA -> "=" + oneLine((String) cell.value());
      case ERROR, ODD -> oneLine((String) cell.value());
    };
  }

  private static String date(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toString();
  }

  private static String number(BigDecimal value, boolean percent) {
    return percent ? plain(value.movePointRight(2)) + "%" : plain(value);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String oneLine(String text) {
    return text.strip().replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace("\t", "\\t");
  }

  /** The last column that holds anything, from 0; -1 where there is none. */
  static int lastColumn(SheetRow row) {
    return row == null || row.cells().isEmpty() ? -1 : row.cells().lastKey();
  }

  /** Whether a row holds nothing. */
  static boolean isBlank(SheetRow row) {
    return row == null || row.cells().keySet().stream().allMatch(column -> shown(row, column).isEmpty());
  }
}
