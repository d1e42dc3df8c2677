package cn.tuodi.comparison;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionSources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Editions of the source tree, as they are and with cells changed. */
public final class ChangedEdition {

  private ChangedEdition() {}

  /** The files of an edition of the source tree. */
  public static EditionSources sources(String edition) {
    return EditionSources.read(Path.of("rules"), Path.of("decision-tables"), edition);
  }

  /** An edition of the source tree. */
  public static CheckedEdition checked(String edition) {
    return EditionChecker.check(sources(edition));
  }

  /** guangxi/2022 with a sheet changed. */
  public static CheckedEdition with(String workbook, String sheet, Consumer<XSSFSheet> change) {
    EditionSources sources = sources("guangxi/2022");
    return EditionChecker.check(sources.withWorkbook(workbook,
        saved(sources.workbooks().get(workbook), book -> change.accept(book.getSheet(sheet)))));
  }

  /** A workbook opened, changed and saved. */
  public static byte[] saved(byte[] content, Consumer<XSSFWorkbook> change) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      change.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets a cell, keeping its format. */
  public static void set(XSSFSheet sheet, String address, Object value) {
    CellReference at = new CellReference(address);
    Cell cell =
        sheet.getRow(at.getRow()).getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    // An inline string would keep its text.
    cell.setBlank();
    if (value instanceof LocalDate date) {
      cell.setCellValue(date);
    } else if (value instanceof BigDecimal number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue((String) value);
    }
  }

  /** Puts a row, with what is below it, one down, and a copy of a row in its place. */
  public static void insertCopy(XSSFSheet sheet, int copied, int at) {
    sheet.shiftRows(at - 1, sheet.getLastRowNum(), 1);
    int from = copied >= at ? copied : copied - 1;
    sheet.copyRows(from, from, at - 1, new CellCopyPolicy());
  }

  /** Takes a row out. */
  public static void remove(XSSFSheet sheet, int row) {
    sheet.removeRow(sheet.getRow(row - 1));
    if (row <= sheet.getLastRowNum()) {
      sheet.shiftRows(row, sheet.getLastRowNum(), -1);
    }
  }
}
