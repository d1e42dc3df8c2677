package cn.tuodi.comparison;

import java.util.List;

/**
 * What differs in a sheet.
 *
 * @param sheet its name
 * @param before path of its workbook before, or null where there was no such sheet
 * @param after path of its workbook after, or null where there is no such sheet any more
 * @param rows rows added, removed and changed, in the order in which they now stand
 * @param unchanged how many rows say the same
 * @param moved how many of those stand in another row
 */
public record SheetChanges(String sheet, String before, String after, List<RowChange> rows, int unchanged,
    int moved) {

  /** Whether the sheet says the same on both sides. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** How many rows something happened to. */
  public long count(RowChange.Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).count();
  }
}
