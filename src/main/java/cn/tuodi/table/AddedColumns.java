package cn.tuodi.table;

import cn.tuodi.spreadsheet.SafeCopy;
import cn.tuodi.spreadsheet.Workbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Headings put beside those that a workbook has; below them stands what holds without such a column. */
public final class AddedColumns {

  private AddedColumns() {}

  /**
   * A workbook with more columns, which says the same; all else stays as it is.
   *
   * @param content the file
   * @param columns the columns that sheets of it lack, by name of the sheet
   * @throws IOException if it is not a readable workbook
   */
  public static byte[] to(byte[] content, Map<String, List<Column>> columns) throws IOException {
    if (columns.isEmpty()) {
      return content;
    }
    byte[] safe = SafeCopy.of(content).orElseThrow(() -> new IOException("no readable workbook"));
    Workbook read = LooseWorkbook.open(content);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(safe));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      columns.forEach((name, added) -> add(workbook.getSheet(name), HeadingRow.of(read.sheet(name)), added));
      workbook.write(out);
      return out.toByteArray();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  private static void add(XSSFSheet sheet, HeadingRow headings, List<Column> added) {
    int last = headings.columns().size() - 1;
    for (int number = headings.number() - 1; number <= sheet.getLastRowNum(); number++) {
      XSSFRow row = sheet.getRow(number);
      for (int i = 0; row != null && i < added.size(); i++) {
        Column column = added.get(i);
        XSSFCell like = row.getCell(last);
        XSSFCell cell = row.createCell(last + 1 + i);
        cell.setCellValue(number < headings.number() ? column.heading() : column.empty());
        if (like != null) {
          cell.setCellStyle(like.getCellStyle());
        }
        sheet.setColumnWidth(last + 1 + i, sheet.getColumnWidth(last));
      }
    }
  }
}
