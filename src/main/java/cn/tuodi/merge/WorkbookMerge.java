package cn.tuodi.merge;

import cn.tuodi.table.AddedColumns;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A workbook with one's own changes on top of what another has changed meanwhile.
 *
 * @param content the workbook
 * @param carried how many cells and rows of one's own were put on top
 * @param conflicts what both sides changed, each in another way
 */
public record WorkbookMerge(byte[] content, int carried, List<Conflict> conflicts) {

  /**
   * Puts the changes of two sides together, row by row and cell by cell.
   *
   * @param before the workbook that both sides started from, or null where there was or is known none
   * @param mine one's own
   * @param theirs the other, or null where there is none any more
   * @param keepsMine whether one's own side holds where both changed the same
   */
  public static WorkbookMerge of(byte[] before, byte[] mine, byte[] theirs, Predicate<Conflict> keepsMine) {
    if (theirs == null || Arrays.equals(before, theirs) || Arrays.equals(mine, theirs)) {
      return new WorkbookMerge(mine, 0, List.of());
    }
    if (Arrays.equals(before, mine)) {
      return new WorkbookMerge(theirs, 0, List.of());
    }
    if (before != null) {
      try {
        return merged(sheets(before), sheets(mine), theirs, keepsMine);
      } catch (IOException e) {
        // One side cannot be read cell by cell: a person chooses between whole workbooks.
      }
    }
    Conflict whole = new Conflict(null, null, null, null, null, "", "");
    return new WorkbookMerge(keepsMine.test(whole) ? mine : theirs, 0, List.of(whole));
  }

  private static WorkbookMerge merged(Map<String, RawSheet> before, Map<String, RawSheet> mine, byte[] theirs,
      Predicate<Conflict> keepsMine) throws IOException {
    Map<String, List<WrittenRow>> changed = new LinkedHashMap<>();
    List<Conflict> conflicts = new ArrayList<>();
    int carried = 0;
    byte[] ground = withColumnsOf(mine, theirs);
    for (RawSheet sheet : sheets(ground).values()) {
      RawSheet own = SameColumns.of(mine.get(sheet.name()), sheet.columns());
      RawSheet was = before.getOrDefault(sheet.name(), new RawSheet(sheet.name(), sheet.columns(), List.of()));
      SheetMerge merge = new SheetMerge(SameColumns.of(was, sheet.columns()), own, sheet, keepsMine);
      conflicts.addAll(merge.conflicts());
      carried += merge.carried();
      if (!merge.isTheirs()) {
        changed.put(sheet.name(), merge.rows());
      }
    }
    return new WorkbookMerge(changed.isEmpty() ? theirs : RawWorkbook.with(ground, changed), carried, conflicts);
  }

  /** The other side with the columns in which one's own says something. */
  private static byte[] withColumnsOf(Map<String, RawSheet> mine, byte[] theirs) throws IOException {
    Map<String, RawSheet> others = sheets(theirs);
    if (!others.keySet().equals(mine.keySet())) {
      throw new IOException("a sheet stands on one side only");
    }
    Map<String, List<Column>> added = new LinkedHashMap<>();
    for (RawSheet sheet : others.values()) {
      List<Column> lacking = SameColumns.lacking(mine.get(sheet.name()), sheet.columns());
      if (!lacking.isEmpty()) {
        added.put(sheet.name(), lacking);
      }
    }
    return AddedColumns.to(theirs, added);
  }

  private static Map<String, RawSheet> sheets(byte[] content) throws IOException {
    return RawWorkbook.read(content).stream().collect(Collectors.toMap(RawSheet::name, sheet -> sheet));
  }
}
