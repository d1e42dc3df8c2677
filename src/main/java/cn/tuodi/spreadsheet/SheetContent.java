package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.archive.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A sheet of a workbook: its cells that hold something, and how it shows them. */
public final class SheetContent {

  private final String name;
  private final boolean visible;
  private final NavigableMap<Integer, SheetRow> rows = new TreeMap<>();
  private final List<Range> merged = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private HiddenColumns columns = new HiddenColumns();
  private int unlisted;

  SheetContent(String name, boolean visible) {
    this.name = name;
    this.visible = visible;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Whether its tab is shown. */
  public boolean isVisible() {
    return visible;
  }

  /** The row of a number, from 1; null where none of its cells holds anything. */
  public SheetRow row(int number) {
    return rows.get(number);
  }

  /** The cell of a row from 1 and a column from 0; null where it holds nothing. */
  public Cell cell(int row, int column) {
    return rows.containsKey(row) ? rows.get(row).cell(column) : null;
  }

  /** The rows that hold anything, by their numbers. */
  public NavigableMap<Integer, SheetRow> rows() {
    return Collections.unmodifiableNavigableMap(rows);
  }

  /** The last row that holds more than blanks; 0 where there is none. */
  public int lastRow() {
    return rows.descendingMap().values().stream().filter(row -> !row.isBlank()).findFirst().map(SheetRow::number)
        .orElse(0);
  }

  /** Cells that are shown as one; of very many, the first. */
  public List<Range> merged() {
    return Collections.unmodifiableList(merged);
  }

  /** Whether a column, from 0, cannot be seen: hidden, or of hardly any width. */
  public boolean isColumnHidden(int column) {
    return columns.isHidden(column);
  }

  /** What else people do not see, or see otherwise; of very much, the first. */
  public List<Remark> remarks() {
    return Collections.unmodifiableList(remarks);
  }

  /** How much more there is of remarks and of merged cells than is listed. */
  public int unlisted() {
    return unlisted;
  }

  void add(SheetRow row) {
    rows.put(row.number(), row);
  }

  void hide(HiddenColumns hidden) {
    columns = hidden;
  }

  void merge(Range range) {
    if (merged.size() < Limits.MAX_NOTED) {
      merged.add(range);
    } else {
      unlisted++;
    }
  }

  void remark(Address at, Message message) {
    if (remarks.size() < Limits.MAX_NOTED) {
      remarks.add(new Remark(at, message));
    } else {
      unlisted++;
    }
  }
}
