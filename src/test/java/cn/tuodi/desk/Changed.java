package cn.tuodi.desk;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as staff change them. */
public final class Changed {

  /** The edition that is changed. */
  public static final EditionId EDITION = new EditionId("guangxi", 2022);

  /** The workbook that is changed. */
  public static final TableName TABLE = new TableName(EDITION, "medical-assistance.xlsx");

  /** The rate of the example claim; 0.95 as built. */
  public static final String RATE = "L5";

  /** When every one of them was saved, as it seems. */
  private static final LocalDateTime SAVED = LocalDateTime.of(2026, 1, 1, 0, 0);

  private static final String TERMS = "救助待遇";
  private static final String CASES = CaseLayout.CASES.sheet();
  private static final Map<String, byte[]> BUILT = EditionArchive.sources(EDITION).workbooks();
  /** The workbooks whose rate was changed before, by the workbook and the rate; tests change few and often. */
  private static final Map<List<Object>, byte[]> BY_RATE = new ConcurrentHashMap<>();
  private static final int FIRST_CASE = 3;

  private Changed() {}

  /** The workbook as the application has it. */
  public static byte[] built() {
    return built(TABLE.workbook());
  }

  /** A workbook of the edition as the application has it. */
  public static byte[] built(String workbook) {
    return BUILT.get(workbook).clone();
  }

  /** The workbook with the rate of the example claim changed; one above 1 is a finding. */
  public static byte[] rate(double rate) {
    return rate(built(), rate);
  }

  /** A workbook with the rate of the example claim changed. */
  public static byte[] rate(byte[] workbook, double rate) {
    return BY_RATE.computeIfAbsent(List.of(ByteBuffer.wrap(workbook.clone()), rate),
        key -> changed(workbook, book -> cell(book, TERMS, RATE).setCellValue(rate))).clone();
  }

  /** A cell. */
  public static XSSFCell cell(XSSFWorkbook book, String sheet, String address) {
    CellReference at = new CellReference(address);
    return book.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  /** Sets a cell to a text; one that holds its text itself must be emptied before. */
  public static void text(XSSFWorkbook book, String sheet, String address, String text) {
    XSSFCell cell = cell(book, sheet, address);
    cell.setBlank();
    cell.setCellValue(text);
  }

  /** Sets a cell to a date, in a format of dates. */
  public static void date(XSSFWorkbook book, String sheet, String address, LocalDate day) {
    XSSFCell cell = cell(book, sheet, address);
    CellStyle style = book.createCellStyle();
    style.setDataFormat((short) 14);
    cell.setBlank();
    cell.setCellValue(day);
    cell.setCellStyle(style);
  }

  /** The workbook of an edition without its worked cases, as for another year or other days. */
  public static void dropCases(XSSFWorkbook book) {
    XSSFSheet cases = book.getSheet(CASES);
    for (int row = cases.getLastRowNum(); row >= FIRST_CASE; row--) {
      cases.removeRow(cases.getRow(row));
    }
  }

  /** The workbook of an edition whose worked cases expect a class and nothing else, whatever its figures are. */
  public static void expectClasses(XSSFWorkbook book) {
    XSSFSheet cases = book.getSheet(CASES);
    Set<String> open = CaseLayout.EXPECTED.stream().filter(column -> column != CaseLayout.PERSON_CLASS)
        .map(Column::heading).collect(Collectors.toSet());
    for (Cell heading : cases.getRow(FIRST_CASE - 1)) {
      for (int row = FIRST_CASE; open.contains(heading.getStringCellValue()) && row <= cases.getLastRowNum(); row++) {
        XSSFCell cell = cases.getRow(row).getCell(heading.getColumnIndex());
        cell.setBlank();
        cell.setCellValue(Column.ANY);
      }
    }
  }

  /**
   * A workbook opened, changed and saved. The same change makes the same bytes, whenever it is made: what tests have
   * checked before is not checked again.
   */
  public static byte[] changed(byte[] workbook, Consumer<XSSFWorkbook> change) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      change.accept(book);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return timeless(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] timeless(byte[] workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(SAVED);
        zip.putNextEntry(same);
        in.transferTo(zip);
      }
    }
    return out.toByteArray();
  }
}
