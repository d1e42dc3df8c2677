package cn.tuodi.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens workbooks whatever is in their cells, and says what a cell shows. */
final class LooseWorkbook {

  private LooseWorkbook() {}

  /**
   * Opens a workbook.
   *
   * @throws IOException if the file is not a readable workbook, or larger than one may be
   */
  static XSSFWorkbook open(byte[] content) throws IOException {
    try {
      if (WorkbookFile.refusal(content) != null) {
        throw new IOException("too large");
      }
      return new XSSFWorkbook(new ByteArrayInputStream(content));
    } catch (RuntimeException e) {
      // Whatever the file makes the library throw, it is the file that is at fault.
      throw new IOException(e);
    }
  }

  /** What a cell shows, on one line; empty where it is blank. Does not depend on the program that saved the file. */
  static String shown(XSSFRow row, int column) {
    Cell cell = row == null ? null : row.getCell(column);
    if (cell == null) {
      return "";
    }
    return switch (cell.getCellType()) {
      case NUMERIC -> number(cell);
      case STRING -> oneLine(cell.getStringCellValue());
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case FORMULA -> "=" + oneLine(cell.getCellFormula());
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      case BLANK, _NONE -> "";
    };
  }

  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      LocalDateTime time = cell.getLocalDateTimeCellValue();
      return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toString();
    }
    BigDecimal value = BigDecimal.valueOf(cell.getNumericCellValue());
    return cell.getCellStyle().getDataFormatString().contains("%") ? plain(value.movePointRight(2)) + "%"
        : plain(value);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String oneLine(String text) {
    return text.strip().replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace("\t", "\\t");
  }

  /** The last row that holds anything, from 0; -1 where there is none. */
  static int lastRow(XSSFSheet sheet) {
    int last = sheet.getLastRowNum();
    while (last >= 0 && isBlank(sheet.getRow(last))) {
      last--;
    }
    return last;
  }

  /** Whether a row holds nothing. */
  static boolean isBlank(XSSFRow row) {
    for (int i = 0; row != null && i < row.getLastCellNum(); i++) {
      if (row.getCell(i) != null && row.getCell(i).getCellType() != CellType.BLANK && !shown(row, i).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
