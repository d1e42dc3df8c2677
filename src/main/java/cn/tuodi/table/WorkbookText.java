package cn.tuodi.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook as plain text, for {@code git diff}: a line per row that says what the row is about, and below it a line per
 * cell, without row numbers, so that a row that moves is no change. Works whatever is in the cells. Cells that say 不限 or
 * 无 where that is the word for nothing are left out.
 */
public final class WorkbookText {

  private static final String BLANK = "（空）";

  private final StringBuilder text = new StringBuilder();

  private WorkbookText() {}

  /**
   * The text of a workbook.
   *
   * @param content the file
   * @throws IOException if it is not a readable workbook, or larger than one may be
   */
  public static String of(byte[] content) throws IOException {
    WorkbookText text = new WorkbookText();
    try (XSSFWorkbook workbook = LooseWorkbook.open(content)) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        text.write(workbook.getSheetAt(i), workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE);
      }
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
    return text.text.toString();
  }

  private void write(XSSFSheet sheet, boolean hidden) {
    text.append("== ").append(sheet.getSheetName()).append(hidden ? "（隐藏的表）" : "").append(" ==\n");
    List<Column> columns = columns(sheet.getSheetName());
    int heading = headingRow(sheet.getSheetName());
    int last = LooseWorkbook.lastRow(sheet);
    for (int row = 0; row <= last; row++) {
      if (row < heading) {
        writePlain(sheet.getRow(row));
      } else {
        writeRow(sheet, row, heading, columns);
      }
    }
    sheet.getMergedRegions().forEach(merged -> text.append("合并单元格: ").append(merged.formatAsString()).append('\n'));
    text.append('\n');
  }

  private void writePlain(XSSFRow row) {
    for (int i = 0; row != null && i < row.getLastCellNum(); i++) {
      String shown = LooseWorkbook.shown(row, i);
      if (!shown.isEmpty()) {
        text.append(Column.letter(i)).append(row.getRowNum() + 1).append(": ").append(shown).append('\n');
      }
    }
  }

  private void writeRow(XSSFSheet sheet, int number, int heading, List<Column> columns) {
    XSSFRow row = sheet.getRow(number);
    if (LooseWorkbook.isBlank(row)) {
      text.append("（空行）\n");
      return;
    }
    text.append(title(row, columns)).append(row.getZeroHeight() ? "（隐藏的行）" : "").append('\n');
    int width = Math.max(columns.size(), row.getLastCellNum());
    for (int i = 0; i < width; i++) {
      String shown = LooseWorkbook.shown(row, i);
      Column column = i < columns.size() ? columns.get(i) : null;
      boolean said = column == null || column.role() == Column.Role.NOTE ? !shown.isEmpty()
          : !shown.equals(column.empty());
      if (said) {
        text.append("  ").append(name(sheet.getRow(heading - 1), i)).append(": ")
            .append(shown.isEmpty() ? BLANK : shown).append('\n');
      }
    }
  }

  /** What a row is about: its first cell and its conditions. */
  private static String title(XSSFRow row, List<Column> columns) {
    StringJoiner title = new StringJoiner(" ");
    String first = LooseWorkbook.shown(row, 0);
    title.add(first.isEmpty() ? BLANK : first);
    for (int i = 1; i < columns.size(); i++) {
      String shown = LooseWorkbook.shown(row, i);
      if (columns.get(i).isCondition() && !shown.isEmpty() && !shown.equals(columns.get(i).empty())) {
        title.add(shown);
      }
    }
    return title.toString();
  }

  private static String name(XSSFRow headings, int column) {
    String heading = LooseWorkbook.shown(headings, column);
    return heading.isEmpty() ? Column.letter(column) : heading;
  }

  private static List<Column> columns(String sheet) {
    return Stream.concat(Layouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet)).map(TableLayout::columns),
        Layouts.DATA.stream().filter(layout -> layout.sheet().equals(sheet)).map(DataLayout::columns)).findFirst()
        .orElseGet(ArrayList::new);
  }

  /** How many rows stand above the data, headings included; of an unknown sheet all are taken as they stand. */
  private static int headingRow(String sheet) {
    if (Layouts.ALL.stream().anyMatch(layout -> layout.sheet().equals(sheet))) {
      return TableLayout.HEADING_ROW;
    }
    return Layouts.DATA.stream().anyMatch(layout -> layout.sheet().equals(sheet)) ? DataLayout.HEADING_ROW
        : Integer.MAX_VALUE;
  }
}
