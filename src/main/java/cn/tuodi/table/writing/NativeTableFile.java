package cn.tuodi.table.writing;

import cn.tuodi.table.NativeTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A decision table as a file that the spreadsheet compiler of the engine reads by itself. */
public final class NativeTableFile {

  private static final int FIRST_ROW_OF_TABLE = 4;
  private static final int CHARACTERS = 24;

  private NativeTableFile() {}

  /** The file; the same table becomes the same bytes. */
  public static byte[] of(NativeTable table) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet(table.name());
      int properties = 0;
      for (List<String> property : table.properties()) {
        write(sheet, properties++, property);
      }
      int row = FIRST_ROW_OF_TABLE;
      write(sheet, row++, List.of(table.title()));
      write(sheet, row++, table.keywords());
      write(sheet, row, Collections.nCopies(table.conditions(), table.pattern()));
      if (table.conditions() > 1) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, table.conditions() - 1));
      }
      write(sheet, ++row, table.snippets());
      write(sheet, ++row, table.headings());
      for (List<String> cells : table.rows()) {
        write(sheet, ++row, cells);
      }
      sheet.setDefaultColumnWidth(CHARACTERS);
      workbook.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
      workbook.write(out);
      return StableFile.of(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(XSSFSheet sheet, int number, List<String> cells) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.createCell(i).setCellValue(cells.get(i));
      }
    }
  }
}
