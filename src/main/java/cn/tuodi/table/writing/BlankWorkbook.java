package cn.tuodi.table.writing;

import cn.tuodi.language.Language;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook.RawSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that somebody begins: sheets with their headings, and few rows or none. */
public final class BlankWorkbook {

  private static final int WIDTH = 110 * 256;
  private static final Offered ALL = new Offered(new LinkedHashSet<>(), new LinkedHashSet<>());

  private BlankWorkbook() {}

  /**
   * Writes a workbook.
   *
   * @param title what it is of
   * @param sheets its sheets, all columns of which are written
   * @param words all columns that each of them may have
   */
  public static byte[] of(String title, List<RawSheet> sheets, Map<String, List<Column>> words) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      SheetStyles styles = new SheetStyles(workbook);
      XSSFSheet introduction = workbook.createSheet(IntroductionSheet.NAME);
      introduction.setColumnWidth(0, WIDTH);
      line(introduction, 0, title, styles);
      for (Language language : Language.values()) {
        line(introduction, introduction.getLastRowNum() + 1, language.text("table.how-to-edit"), styles);
      }
      for (RawSheet sheet : sheets) {
        SheetWriter.write(workbook, styles, List.of(sheet.name(), Language.ZH.text("table.how-to-begin")), sheet,
            IntStream.range(0, sheet.columns().size()).boxed().toList(), null, Map.of(), ALL);
      }
      VocabularySheet.add(workbook, styles, words);
      workbook.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return StableFile.of(out.toByteArray());
    }
  }

  private static void line(XSSFSheet sheet, int at, String text, SheetStyles styles) {
    sheet.createRow(at).createCell(0).setCellValue(text);
    sheet.getRow(at).getCell(0).setCellStyle(at == 0 ? styles.title() : styles.text());
  }
}
