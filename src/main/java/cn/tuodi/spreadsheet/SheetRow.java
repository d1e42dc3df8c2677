package cn.tuodi.spreadsheet;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A row of a sheet. */
public final class SheetRow {

  private final int number;
  private final boolean hidden;
  private final NavigableMap<Integer, Cell> cells = new TreeMap<>();

  SheetRow(int number, boolean hidden) {
    this.number = number;
    this.hidden = hidden;
  }

  /** Its number, from 1. */
  public int number() {
    return number;
  }

  /** Whether it cannot be seen: hidden, or of hardly any height. */
  public boolean isHidden() {
    return hidden;
  }

  /** The cell in a column, from 0; null where it holds nothing. */
  public Cell cell(int column) {
    return cells.get(column);
  }

  /** The cells that hold something, by their columns from 0. */
  public NavigableMap<Integer, Cell> cells() {
    return Collections.unmodifiableNavigableMap(cells);
  }

  /** Whether it holds nothing. */
  public boolean isBlank() {
    return cells.values().stream().allMatch(Cell::isBlank);
  }

  boolean put(int column, Cell cell) {
    return cells.put(column, cell) == null;
  }
}
