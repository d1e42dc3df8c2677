package cn.tuodi.table;

import cn.tuodi.spreadsheet.SheetContent;
import cn.tuodi.spreadsheet.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    for (SheetContent sheet : LooseWorkbook.open(content).sheets()) {
      text.write(sheet);
    }
    return text.text.toString();
  }

  private void write(SheetContent sheet) {
    text.append("== ").append(sheet.name()).append(sheet.isVisible() ? "" : "（隐藏的表）").append(" ==\n");
    HeadingRow headings = HeadingRow.of(sheet);
    List<Column> columns = headings == null ? List.of() : headings.columns();
    // Of an unknown sheet all rows are taken as they stand.
    int heading = headings == null ? Integer.MAX_VALUE : headings.number();
    int written = 0;
    for (SheetRow row : sheet.rows().values()) {
      if (row.number() <= heading) {
        writePlain(row);
      } else if (row.number() <= sheet.lastRow()) {
        // However many rows are blank, they are one gap.
        text.append(row.number() > Math.max(written, heading) + 1 ? "（空行）\n" : "");
        writeRow(sheet, row, heading, columns);
        written = row.number();
      }
    }
    sheet.merged().forEach(merged -> text.append("合并单元格: ").append(merged).append('\n'));
    text.append('\n');
  }

  private void writePlain(SheetRow row) {
    for (int column : row.cells().keySet()) {
      String shown = LooseWorkbook.shown(row, column);
      if (!shown.isEmpty()) {
        text.append(Column.letter(column)).append(row.number()).append(": ").append(shown).append('\n');
      }
    }
  }

  private void writeRow(SheetContent sheet, SheetRow row, int heading, List<Column> columns) {
    if (LooseWorkbook.isBlank(row)) {
      text.append("（空行）\n");
      return;
    }
    text.append(title(row, columns)).append(row.isHidden() ? "（隐藏的行）" : "").append('\n');
    Set<Integer> shownColumns = new TreeSet<>(row.cells().keySet());
    IntStream.range(0, columns.size()).forEach(shownColumns::add);
    for (int i : shownColumns) {
      String shown = LooseWorkbook.shown(row, i);
      Column column = i < columns.size() ? columns.get(i) : null;
      boolean said = column == null || column.role() == Column.Role.NOTE ? !shown.isEmpty()
          : !shown.equals(column.empty());
      if (said) {
        text.append("  ").append(name(sheet.row(heading), i)).append(": ")
            .append(shown.isEmpty() ? BLANK : shown).append('\n');
      }
    }
  }

  /** What a row is about: its first cell and its conditions. */
  private static String title(SheetRow row, List<Column> columns) {
    StringJoiner title = new StringJoiner(" ");
    String first = LooseWorkbook.shown(row, 0);
    title.add(first.isEmpty() ? BLANK : first);
    for (int i = 1; i < columns.size(); i++) {
      String shown = LooseWorkbook.shown(row, i);
      if (columns.get(i) != null && columns.get(i).isCondition() && !shown.isEmpty()
          && !shown.equals(columns.get(i).empty())) {
        title.add(shown);
      }
    }
    return title.toString();
  }

  private static String name(SheetRow headings, int column) {
    String heading = LooseWorkbook.shown(headings, column);
    return heading.isEmpty() ? Column.letter(column) : heading;
  }
}
