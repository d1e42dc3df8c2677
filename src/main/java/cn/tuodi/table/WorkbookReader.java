package cn.tuodi.table;

import cn.tuodi.language.Message;
import cn.tuodi.language.Nearest;
import cn.tuodi.language.OtherWords;
import cn.tuodi.spreadsheet.Address;
import cn.tuodi.spreadsheet.Cell;
import cn.tuodi.spreadsheet.Range;
import cn.tuodi.spreadsheet.Remark;
import cn.tuodi.spreadsheet.SheetContent;
import cn.tuodi.spreadsheet.SheetRow;
import cn.tuodi.spreadsheet.Text;
import cn.tuodi.spreadsheet.Workbook;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.table.cell.CellTypes;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads workbooks into checked cells. Everything that is not exactly as its layout says becomes a {@link Finding}. */
public final class WorkbookReader {

  private static final int MAX_ROWS = 2000;
  /** A column that has no heading, which may hold nothing. */
  private static final Column UNKNOWN = new Column("?", Column.Role.NOTE, CellTypes.PLAIN_TEXT, "", "");
  private static final Column UNTITLED = new Column("", Column.Role.NOTE, CellTypes.PLAIN_TEXT, "", "");
  /** Sheets that only people read. */
  private static final Set<String> FOR_PEOPLE = Set.of("说明", "词汇");

  private final String file;
  private final FindingList findings;

  /**
   * A reader of one workbook.
   *
   * @param file file name, for findings and citations
   * @param findings where to write what is wrong
   */
  public WorkbookReader(String file, Collection<Finding> findings) {
    this.file = file;
    this.findings = new FindingList(file, findings);
  }

  /**
   * The sheets of a workbook that layouts know.
   *
   * @param content the file
   * @param tables layouts of sheets that stand for rules
   * @param data layouts of sheets that are data
   */
  public List<Sheet> read(byte[] content, List<TableLayout> tables, List<DataLayout> data) {
    List<Sheet> sheets = new ArrayList<>();
    try {
      for (SheetContent sheet : Workbook.open(content).sheets()) {
        if (!sheet.isVisible()) {
          find(sheet, null, Message.of("table.the-sheet-is-hidden-show-or"));
        }
        sheets.addAll(readSheet(sheet, tables, data));
      }
    } catch (UnreadableWorkbook e) {
      findings.add(Finding.ofFile(file, e.message()));
    }
    findings.finish();
    return sheets;
  }

  private List<Sheet> readSheet(SheetContent sheet, List<TableLayout> tables, List<DataLayout> data) {
    String name = sheet.name();
    if (name.equals(AnnotatedWorkbook.SHEET)) {
      return List.of();
    }
    for (Remark remark : sheet.remarks()) {
      find(sheet, remark.at(), remark.message());
    }
    findings.more(sheet.unlisted());
    for (TableLayout layout : tables) {
      if (layout.sheet().equals(name)) {
        HeadingRow headings = HeadingRow.of(sheet, layout.columns(), TableLayout.HEADING_ROW);
        if (headings.number() == TableLayout.HEADING_ROW) {
          checkCode(sheet, layout);
        }
        return List.of(readOpen(sheet, layout.columns(), headings, false));
      }
    }
    for (DataLayout layout : data) {
      if (layout.sheet().equals(name)) {
        return List.of(layout.mayBeEmpty()
            ? readOpen(sheet, layout.columns(), HeadingRow.of(sheet, layout.columns(), DataLayout.HEADING_ROW), true)
            : readRows(sheet, layout.columns(), DataLayout.HEADING_ROW, false));
      }
    }
    if (!FOR_PEOPLE.contains(name)) {
      String meant = Text.squeezed(name);
      boolean known = Stream.concat(tables.stream().map(TableLayout::sheet), data.stream().map(DataLayout::sheet))
          .anyMatch(meant::equals);
      find(sheet, null, known ? Message.of("table.the-name-of-the-sheet-has-blanks", meant) : misplaced(meant));
    }
    return List.of();
  }

  /** What is told of a sheet that is read elsewhere, or nowhere. */
  private static Message misplaced(String name) {
    return LocalLayouts.ALL.stream().anyMatch(layout -> layout.sheet().equals(name))
        ? Message.of("table.the-sheet-belongs-to-areas")
        : Layouts.columns(name).isPresent() ? Message.of("table.the-sheet-belongs-to-the-edition")
            : Message.of("table.the-workbook-should-not-have-this");
  }

  private void checkCode(SheetContent sheet, TableLayout layout) {
    List<List<String>> code = layout.codeRows();
    for (int i = 0; i < code.size(); i++) {
      int row = TableLayout.FIRST_CODE_ROW + i;
      for (int column : columns(sheet.row(row), code.get(i).size())) {
        String wanted = column < code.get(i).size() ? code.get(i).get(column) : "";
        if (!wanted.equals(text(sheet.cell(row, column)))) {
          find(sheet, new Address(row, column), Message.of("table.a-hidden-row-of-the-system"));
          return;
        }
      }
    }
  }

  /** The columns that a row should have, and those in which it holds something. */
  private static Collection<Integer> columns(SheetRow row, int wanted) {
    Collection<Integer> columns = new TreeSet<>(row == null ? List.of() : row.cells().keySet());
    for (int i = 0; i < wanted; i++) {
      columns.add(i);
    }
    return columns;
  }

  /** Rows below headings that may stand in any order, and of which those that no row needs may be left out. */
  private Sheet readOpen(SheetContent sheet, List<Column> layout, HeadingRow headings, boolean mayBeEmpty) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < headings.columns().size(); i++) {
      Column column = headings.columns().get(i);
      Address at = new Address(headings.number(), i);
      String heading = HeadingRow.heading(sheet, headings.number(), i);
      if (column == null && !heading.isEmpty()) {
        find(sheet, at, unknown(heading, layout, headings));
      } else if (column != null && columns.contains(column)) {
        find(sheet, at, Message.of("table.the-heading-stands-twice", column.heading()));
      } else if (i == 0 && column != layout.get(0)) {
        find(sheet, at, Message.of("table.the-first-column-is", layout.get(0).heading()));
      } else if (sheet.isColumnHidden(i)) {
        find(sheet, at, Message.of("table.a-hidden-column-or-one-of"));
      }
      columns.add(column == null ? heading.isEmpty() ? UNTITLED : UNKNOWN : column);
    }
    layout.stream().filter(column -> column.isRequired() && !columns.contains(column)).forEach(column -> find(sheet,
        new Address(headings.number(), 0), Message.of("table.the-column-is-missing", column.heading())));
    return readData(sheet, columns, headings.number(), mayBeEmpty);
  }

  /** What is told of a heading that no column has: the one that it is like, or where all are listed. */
  private static Message unknown(String heading, List<Column> layout, HeadingRow headings) {
    return layout.stream().filter(column -> !headings.columns().contains(column))
        .filter(column -> words(column).anyMatch(word -> Nearest.isNear(heading, word)))
        .min(Comparator.comparingInt(column -> words(column).mapToInt(word -> Nearest.apart(heading, word)).min()
            .orElse(Integer.MAX_VALUE)))
        .map(nearest -> Message.of("table.there-is-no-such-heading", heading, nearest.heading()))
        .orElseGet(() -> Message.of("table.there-is-no-heading-like-it", heading));
  }

  /** A heading and the other words for it. */
  private static Stream<String> words(Column column) {
    return Stream.concat(Stream.of(column.heading()), OtherWords.forHeading(column.heading()).stream());
  }

  private Sheet readRows(SheetContent sheet, List<Column> columns, int headingRow, boolean mayBeEmpty) {
    checkHeadings(sheet, columns, headingRow);
    return readData(sheet, columns, headingRow, mayBeEmpty);
  }

  private Sheet readData(SheetContent sheet, List<Column> columns, int headingRow, boolean mayBeEmpty) {
    checkMerges(sheet, headingRow);
    List<Row> rows = new ArrayList<>();
    int last = sheet.lastRow();
    if (last - headingRow > MAX_ROWS) {
      find(sheet, new Address(last, 0), Message.of("table.more-than-2000-rows-remove-what"));
      return new Sheet(file, sheet.name(), columns, rows);
    }
    for (int number = headingRow + 1; number <= last; number++) {
      SheetRow row = sheet.row(number);
      if (row == null || row.isBlank()) {
        find(sheet, new Address(number, 0), Message.of("table.a-blank-row-inside-the-table"));
        continue;
      }
      if (row.isHidden()) {
        find(sheet, new Address(number, 0), Message.of("table.a-hidden-row-or-one-of"));
      }
      rows.add(readRow(sheet, row, columns));
    }
    if (rows.isEmpty() && !mayBeEmpty) {
      find(sheet, new Address(headingRow + 1, 0), Message.of("table.the-table-has-no-rows"));
    }
    return new Sheet(file, sheet.name(), columns, rows);
  }

  private void checkHeadings(SheetContent sheet, List<Column> columns, int row) {
    for (int i : columns(sheet.row(row), columns.size())) {
      String wanted = i < columns.size() ? columns.get(i).heading() : "";
      String heading = Text.squeezed(text(sheet.cell(row, i)));
      boolean meant = wanted.equals(heading) || i < columns.size() && !heading.isEmpty()
          && HeadingRow.meant(columns, heading) == columns.get(i);
      if (!meant) {
        find(sheet, new Address(row, i), wanted.isEmpty() ? Message.of("table.there-is-no-such-column", heading)
            : Message.of("table.the-heading-should-be-columns-cannot", wanted));
      } else if (i < columns.size() && sheet.isColumnHidden(i)) {
        find(sheet, new Address(row, i), Message.of("table.a-hidden-column-or-one-of"));
      }
    }
  }

  private void checkMerges(SheetContent sheet, int headingRow) {
    for (Range merged : sheet.merged()) {
      if (merged.last().row() >= headingRow) {
        find(sheet, merged.first(), Message.of("table.merged-cells-inside-the-table-unmerge"));
      }
    }
  }

  private Row readRow(SheetContent sheet, SheetRow row, List<Column> columns) {
    List<Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(readCell(sheet, new Address(row.number(), i), row.cell(i), columns.get(i)));
    }
    for (Map.Entry<Integer, Cell> beside : row.cells().tailMap(columns.size()).entrySet()) {
      if (!beside.getValue().isBlank()) {
        find(sheet, new Address(row.number(), beside.getKey()), Message.of("table.content-beside-the-table-remove-it"));
      }
    }
    return new Row(row.number(), values);
  }

  private Object readCell(SheetContent sheet, Address at, Cell cell, Column column) {
    if (cell != null && cell.kind() == Cell.Kind.FORMULA) {
      find(sheet, at, Message.of("table.formulas-are-not-allowed-paste-the"));
      return null;
    }
    if (column == UNTITLED && cell != null && !cell.isBlank()) {
      find(sheet, at, Message.of("table.a-column-without-heading"));
    }
    if (column.role() == Column.Role.NOTE) {
      return null;
    }
    if (cell == null || cell.isBlank()) {
      find(sheet, at, column.empty() == null ? Message.of("table.the-cell-is-empty-fill-it")
          : Message.of("table.the-cell-is-empty-fill-it-in", column.empty()));
      return null;
    }
    Object raw = raw(sheet, at, cell);
    if (raw == null || raw.equals(column.empty())) {
      return null;
    }
    Object value = column.type().parse(raw);
    if (value == null) {
      findings.add(WrongCell.of(file, sheet.name(), at.toString(), raw, column.type(), column.empty()));
    }
    return value;
  }

  /** What a cell holds: BigDecimal, LocalDate, Boolean or String; null where it is none of these, which is told. */
  private Object raw(SheetContent sheet, Address at, Cell cell) {
    if (cell.kind() == Cell.Kind.ERROR) {
      find(sheet, at, Message.of("table.the-cell-is-in-error-fill"));
      return null;
    }
    if (cell.kind() == Cell.Kind.ODD) {
      find(sheet, at, Message.of("table.what-is-stored-in-the-cell", WrongCell.quoted(cell.value())));
      return null;
    }
    if (cell.format() != null) {
      String held = WrongCell.quoted(cell.kind() == Cell.Kind.DATE ? ((LocalDateTime) cell.value()).toLocalDate()
          : cell.value());
      find(sheet, at, Message.of("table.the-number-format-of-the-cell", cell.format(), held));
      return null;
    }
    if (cell.kind() == Cell.Kind.DATE) {
      return date(sheet, at, (LocalDateTime) cell.value());
    }
    return cell.kind() == Cell.Kind.TEXT ? Text.stripped((String) cell.value()) : cell.value();
  }

  private Object date(SheetContent sheet, Address at, LocalDateTime time) {
    if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return time.toLocalDate();
    }
    find(sheet, at, WrongCell.withTime(time));
    return null;
  }

  /** The text of a cell; of a number, formula or the like a text that no layout has. */
  private static String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    return cell.kind() == Cell.Kind.TEXT && cell.format() == null ? (String) cell.value() : "#" + cell.kind();
  }

  private void find(SheetContent sheet, Address at, String zh, String en) {
    find(sheet, at, Message.given(zh, en));
  }

  private void find(SheetContent sheet, Address at, Message message) {
    findings.add(new Finding(file, sheet.name(), at == null ? null : at.toString(), message));
  }
}
