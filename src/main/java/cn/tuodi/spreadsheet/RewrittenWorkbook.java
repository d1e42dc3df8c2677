package cn.tuodi.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BinaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook with other texts in its cells: titles, explanations, ids. All else stays as it is. */
public final class RewrittenWorkbook {

  private RewrittenWorkbook() {}

  /**
   * Rewrites the texts of all cells.
   *
   * @param content the file
   * @param rewriting what becomes of a text, by the name of its sheet and the text
   * @throws IOException if it is not a readable workbook
   */
  public static byte[] of(byte[] content, BinaryOperator<String> rewriting) throws IOException {
    byte[] safe = SafeCopy.of(content).orElseThrow(() -> new IOException("no readable workbook"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(safe))) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            rewrite(sheet.getSheetName(), cell, rewriting);
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  private static void rewrite(String sheet, Cell cell, BinaryOperator<String> rewriting) {
    if (cell.getCellType() == CellType.STRING) {
      String text = cell.getStringCellValue();
      String rewritten = rewriting.apply(sheet, text);
      if (!rewritten.equals(text)) {
        // An inline string would keep its text.
        cell.setBlank();
        cell.setCellValue(rewritten);
      }
    }
  }
}
