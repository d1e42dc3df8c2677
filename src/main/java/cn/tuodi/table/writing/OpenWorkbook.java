package cn.tuodi.table.writing;

import cn.tuodi.spreadsheet.SafeCopy;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook written anew as open sheets. Rows of the first workbooks that the program hid are gone, of columns that may be
 * left out those stay that some row uses, headings have notes, and pages fit paper. What the rows say stays the same.
 */
public final class OpenWorkbook {

  private static final String CHECKED = "【检查 / check】";
  private static final Set<String> DAYS = Set.of(Column.FROM, Column.TO);
  /** Sheets of which any column may be left out that is not needed. */
  private static final Set<String> OPEN = Stream.of(Layouts.ALL.stream().map(layout -> layout.sheet()),
      LocalLayouts.ALL.stream().map(layout -> layout.sheet()), Stream.of(CaseLayout.CASES.sheet()))
      .flatMap(names -> names).collect(Collectors.toSet());

  private OpenWorkbook() {}

  /**
   * Writes a workbook anew; the same workbook becomes the same bytes, and stays as it is when it is written again.
   *
   * @param content the file, whose sheets are sound
   * @param offered what lists offer
   * @throws IOException if it cannot be read cell by cell
   */
  public static byte[] of(byte[] content, Offered offered) throws IOException {
    byte[] safe = SafeCopy.of(content).orElseThrow(() -> new IOException("no readable workbook"));
    Map<String, RawSheet> known = new LinkedHashMap<>();
    RawWorkbook.read(content).forEach(sheet -> known.put(sheet.name(), sheet));
    Map<String, List<String>> lines = RawWorkbook.lines(content);
    try (XSSFWorkbook old = new XSSFWorkbook(new ByteArrayInputStream(safe));
        XSSFWorkbook workbook = new XSSFWorkbook()) {
      SheetStyles styles = new SheetStyles(workbook);
      for (int i = 0; i < old.getNumberOfSheets(); i++) {
        XSSFSheet sheet = old.getSheetAt(i);
        RawSheet rows = known.get(sheet.getSheetName());
        if (rows != null) {
          SheetWriter.write(workbook, styles, lines.get(rows.name()), rows, kept(rows), sheet, remarks(sheet),
              offered);
        } else if (sheet.getSheetName().equals(IntroductionSheet.NAME)) {
          IntroductionSheet.copy(sheet, workbook, styles, known.keySet(), remarks(sheet));
        } else if (sheet.getSheetName().equals(VocabularySheet.NAME)) {
          VocabularySheet.add(workbook, styles, VocabularySheet.words(known.values()));
        }
      }
      workbook.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return StableFile.of(out.toByteArray());
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /**
   * The columns that the rows need; of a sheet without rows, and of one whose columns are fixed, all. Where no row states
   * a result, those that the first workbooks had stay: the sheet would not tell what it is for.
   */
  private static List<Integer> kept(RawSheet sheet) {
    boolean fixed = sheet.rows().isEmpty() || !OPEN.contains(sheet.name());
    boolean empty = IntStream.range(1, sheet.columns().size()).noneMatch(i -> isResult(sheet, i) && isNeeded(sheet, i));
    return IntStream.range(0, sheet.columns().size()).filter(i -> fixed || isNeeded(sheet, i)
        || empty && isResult(sheet, i) && !sheet.columns().get(i).later()).boxed().toList();
  }

  private static boolean isResult(RawSheet sheet, int index) {
    Column column = sheet.columns().get(index);
    return column.role() == Column.Role.ACTION || column.role() == Column.Role.FLAG;
  }

  private static boolean isNeeded(RawSheet sheet, int index) {
    Column column = sheet.columns().get(index);
    return column.isRequired() || DAYS.contains(column.heading()) || sheet.rows().stream().map(Row::values)
        .map(values -> values.get(index)).anyMatch(value -> value != null && !Objects.equals(value, column.empty()));
  }

  /** What people have noted at cells; what a check has found, and prompts on headings, is written anew. */
  private static Map<CellAddress, String> remarks(XSSFSheet sheet) {
    Map<CellAddress, String> remarks = new HashMap<>();
    new ArrayList<>(sheet.getCellComments().entrySet()).forEach(comment -> {
      String text = comment.getValue().getString().getString();
      int found = text.indexOf(CHECKED);
      String own = (found < 0 ? text : text.substring(0, found)).strip();
      if (!own.isEmpty()) {
        remarks.put(comment.getKey(), own);
      }
    });
    return remarks;
  }
}
