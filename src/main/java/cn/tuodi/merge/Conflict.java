package cn.tuodi.merge;

/**
 * Something that both sides changed, each in another way.
 *
 * @param sheet name of the sheet, or null where it is about the whole workbook
 * @param cell the cell or row as one's own workbook has it, or as the other has it where one's own no longer has it; null
 *        where it is about the whole workbook
 * @param heading heading of the column, or null where it is about a whole row or workbook
 * @param row what the row is about
 * @param before what it was
 * @param mine what it is in one's own workbook; null where that no longer has it
 * @param theirs what it is in the other; null where that no longer has it
 */
public record Conflict(String sheet, String cell, String heading, String row, String before, String mine,
    String theirs) {

  /** A name that stays the same as long as the workbooks do. */
  public String key() {
    return (sheet == null ? "" : sheet) + "!" + (cell == null ? "" : cell);
  }

  /** Whether it is about a whole row. */
  public boolean isRow() {
    return sheet != null && heading == null;
  }
}
