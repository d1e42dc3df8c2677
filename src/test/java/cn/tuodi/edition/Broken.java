package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionSources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Sources of an edition with one thing broken, and what must be found.
 *
 * @param name the sentence that is proved
 * @param sources the sources
 * @param expected places and words of the findings, all there may be
 */
public record Broken(String name, EditionSources sources, List<Expected> expected) {

  /** The sources that everything here is broken in: with every column that the first release knew. */
  public static final EditionSources SOUND = released("guangxi/2022");

  static final String TERMS = "救助待遇";
  static final String DENIALS = "不予救助";
  public static final String ASSISTANCE = "medical-assistance.xlsx";
  static final String ILLNESS = "critical-illness.xlsx";
  static final String SAFEGUARDS = "safeguards.xlsx";
  static final String EDITION = "edition.xlsx";
  static final String PREMIUMS = "premiums.xlsx";
  static final String APPLICATIONS = "applications.xlsx";

  /**
   * A finding to be made.
   *
   * @param file its file
   * @param sheet its sheet, or null
   * @param cell its cell, or null
   * @param words words of its Chinese message
   */
  record Expected(String file, String sheet, String cell, String words) {}

  /** An edition with the workbooks of the first release, hidden rows and all. */
  static EditionSources released(String edition) {
    return EditionSources.read(Path.of("rules"), Path.of("src/test/resources/releases/1.0.0/decision-tables"), edition);
  }

  /** One cell of a sheet set to a value: BigDecimal, LocalDate, Boolean, String, or null for a blank. */
  static Broken cell(String name, String workbook, String sheet, String cell, Object value, String words) {
    return sheet(name, workbook, sheet, broken -> set(broken, cell, value), cell, words);
  }

  /** A sheet changed, with a finding in a cell. */
  static Broken sheet(String name, String workbook, String sheet, Consumer<XSSFSheet> change, String cell,
      String words) {
    return new Broken(name, changed(workbook, content -> change.accept(content.getSheet(sheet))),
        List.of(new Expected(workbook, sheet, cell, words)));
  }

  /** A workbook changed. */
  static Broken workbook(String name, String workbook, Consumer<XSSFWorkbook> change, Expected... expected) {
    return new Broken(name, changed(workbook, change), List.of(expected));
  }

  /** One more workbook. */
  static Broken extraFile(String name, byte[] content, String words) {
    return new Broken(name, with("extra.xlsx", content), List.of(new Expected("extra.xlsx", null, null, words)));
  }

  /** More text at the end of the edition's own rules. */
  static Broken rule(String name, String text, String file, String words) {
    Map<String, String> rules = new TreeMap<>(SOUND.rules());
    rules.merge("guangxi/2022/guangxi-2022.drl", "\n" + text + "\n", String::concat);
    return new Broken(name, new EditionSources(SOUND.name(), rules, SOUND.workbooks()),
        List.of(new Expected(file, null, null, words)));
  }

  /** The same with the finding in another cell. */
  Broken at(String cell) {
    Expected first = expected.get(0);
    return new Broken(name, sources, List.of(new Expected(first.file(), first.sheet(), cell, first.words())));
  }

  /** The same, told twice. */
  Broken twice() {
    return expecting(List.of(expected.get(0), expected.get(0)));
  }

  /** The same with other findings. */
  Broken expecting(List<Expected> findings) {
    return new Broken(name, sources, findings);
  }

  /** The sound sources with a workbook changed. */
  static EditionSources changed(String workbook, Consumer<XSSFWorkbook> change) {
    return with(workbook, saved(SOUND.workbooks().get(workbook), change));
  }

  /** The sound sources with a workbook replaced or added. */
  static EditionSources with(String workbook, byte[] content) {
    Map<String, byte[]> workbooks = new TreeMap<>(SOUND.workbooks());
    workbooks.put(workbook, content);
    return new EditionSources(SOUND.name(), SOUND.rules(), workbooks);
  }

  /** A workbook opened, changed and saved. */
  static byte[] saved(byte[] content, Consumer<XSSFWorkbook> change) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      change.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets a cell, in a format that fits its value. */
  static void set(XSSFSheet sheet, String address, Object value) {
    Cell cell = at(sheet, address);
    CellStyle style = sheet.getWorkbook().createCellStyle();
    cell.setBlank();
    if (value instanceof BigDecimal number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof LocalDate date) {
      style.setDataFormat((short) 14);
      cell.setCellValue(date);
    } else if (value instanceof Boolean flag) {
      cell.setCellValue(flag);
    } else if (value instanceof String text) {
      cell.setCellValue(text);
    }
    cell.setCellStyle(style);
  }

  /** A cell, made where there is none. */
  static Cell at(XSSFSheet sheet, String address) {
    CellReference reference = new CellReference(address);
    Row row = sheet.getRow(reference.getRow());
    return (row == null ? sheet.createRow(reference.getRow()) : row).getCell(reference.getCol(),
        Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  @Override
  public String toString() {
    return name;
  }
}
