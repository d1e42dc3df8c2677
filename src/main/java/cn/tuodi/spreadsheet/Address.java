package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.archive.Limits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell is.
 *
 * @param row its row, from 1
 * @param column its column, from 0
 */
public record Address(int row, int column) implements Comparable<Address> {

  private static final Pattern CELL = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([1-9]\\d{0,6})");
  private static final int LETTERS = 26;

  /** The cell of an address such as {@code L12}; null where that is none. */
  static Address of(String text) {
    Matcher matcher = CELL.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      return null;
    }
    int column = 0;
    for (char letter : matcher.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      column = column * LETTERS + letter - 'A' + 1;
    }
    int row = Integer.parseInt(matcher.group(2));
    return row > Limits.MAX_ROW || column > Limits.MAX_COLUMN ? null : new Address(row, column - 1);
  }

  /** The letters by which spreadsheet programs name a column, A for 0. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }

  @Override
  public int compareTo(Address other) {
    return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return letters(column) + row;
  }
}
