package cn.tuodi.table.writing;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.language.OtherWords;
import cn.tuodi.policy.Parameter;
import cn.tuodi.spreadsheet.SafeCopy;
import cn.tuodi.table.Column;
import cn.tuodi.table.DataLayout;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet of a new workbook that lists every column and parameter which its sheets may have. Nobody reads it but people. */
public final class VocabularySheet {

  /** Its name. */
  public static final String NAME = "词汇";

  private static final int CHARACTER = 256;
  private static final int[] WIDTHS = {16, 22, 22, 70, 70};
  private static final int HEADING_ROW = 2;
  private static final List<String> HEADINGS =
      List.of("table.words-sheet", "table.words-heading", "table.words-others", "table.words-help",
          "table.words-help-en");

  private VocabularySheet() {}

  /**
   * Adds the sheet to a workbook.
   *
   * @param sheets the columns of its sheets, by the names of these
   */
  static void add(XSSFWorkbook workbook, SheetStyles styles, Map<String, List<Column>> sheets) {
    XSSFSheet sheet = workbook.createSheet(NAME);
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
    }
    XSSFCell title = sheet.createRow(0).createCell(0);
    title.setCellValue(NAME);
    title.setCellStyle(styles.title());
    XSSFCell hint = sheet.createRow(1).createCell(0);
    hint.setCellValue(Language.ZH.text("table.words-hint"));
    hint.setCellStyle(styles.hint());
    XSSFRow headings = sheet.createRow(HEADING_ROW);
    for (int i = 0; i < HEADINGS.size(); i++) {
      XSSFCell cell = headings.createCell(i);
      cell.setCellValue(Language.ZH.text(HEADINGS.get(i)));
      cell.setCellStyle(styles.heading());
    }
    sheets.forEach((name, columns) -> {
      columns.forEach(column -> row(sheet, styles, name, column.heading(), ColumnHelp.of(name, column)));
      if (name.equals(Layouts.PARAMETERS.sheet())) {
        for (Parameter parameter : Parameter.values()) {
          row(sheet, styles, name, parameter.label(), ColumnHelp.of(parameter));
        }
      }
    });
    sheet.createFreezePane(2, HEADING_ROW + 1);
    sheet.setRepeatingRows(new CellRangeAddress(HEADING_ROW, HEADING_ROW, -1, -1));
    SheetWriter.print(sheet, 1);
  }

  /**
   * A workbook with the sheet; as it is where it has one, and where it has no sheets of policies.
   *
   * @throws IOException if it cannot be read cell by cell
   */
  public static byte[] with(byte[] content) throws IOException {
    Map<String, List<Column>> words = words(RawWorkbook.read(content));
    byte[] safe = SafeCopy.of(content).orElseThrow(() -> new IOException("no readable workbook"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(safe))) {
      if (words.isEmpty() || workbook.getSheet(NAME) != null) {
        return content;
      }
      add(workbook, new SheetStyles(workbook), words);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return StableFile.of(out.toByteArray());
    }
  }

  /** All columns that sheets may have, be they of an edition or of its areas. */
  static Map<String, List<Column>> words(Collection<RawSheet> sheets) {
    Map<String, List<Column>> words = new LinkedHashMap<>();
    sheets.forEach(sheet -> words.put(sheet.name(), Layouts.columns(sheet.name())
        .or(() -> LocalLayouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet.name()))
            .map(DataLayout::columns).findFirst())
        .orElse(sheet.columns())));
    return words;
  }

  private static void row(XSSFSheet sheet, SheetStyles styles, String name, String word, Message help) {
    XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
    List<String> texts = List.of(name, word, String.join("、", OtherWords.forHeading(word)), help.in(Language.ZH),
        help.in(Language.EN));
    for (int i = 0; i < texts.size(); i++) {
      XSSFCell cell = row.createCell(i);
      cell.setCellValue(texts.get(i));
      cell.setCellStyle(i < 2 ? styles.name() : styles.text());
    }
  }
}
