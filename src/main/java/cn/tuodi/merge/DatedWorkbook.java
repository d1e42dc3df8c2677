package cn.tuodi.merge;

import cn.tuodi.table.AddedColumns;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import cn.tuodi.table.Row;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A workbook whose changes hold from a day on: until then its rows say what another version says. */
public final class DatedWorkbook {

  private DatedWorkbook() {}

  /**
   * Divides the rows that differ into those of the one version until the day before, and those of the other from the day
   * on. Sheets whose rows have no days stay as the other version has them.
   *
   * @param before the workbook in force until the day, or null where there is none
   * @param after the workbook that is to be in force from the day on, without formulas or errors in it
   * @param day the day
   * @throws IOException if one of them cannot be read cell by cell
   */
  public static byte[] of(byte[] before, byte[] after, LocalDate day) throws IOException {
    Map<String, RawSheet> earlier = before == null ? Map.of()
        : RawWorkbook.read(before).stream().collect(Collectors.toMap(RawSheet::name, sheet -> sheet));
    Map<String, List<WrittenRow>> changed = new LinkedHashMap<>();
    byte[] ground = withColumnsOf(earlier, after);
    for (RawSheet sheet : RawWorkbook.read(ground)) {
      if (DatedSheet.isDated(sheet.columns())) {
        RawSheet was = earlier.get(sheet.name());
        List<WrittenRow> rows =
            DatedSheet.of(was == null ? List.of() : SameColumns.of(was, sheet.columns()).rows(), sheet, day);
        if (!rows.stream().map(WrittenRow::values).toList().equals(sheet.rows().stream().map(row -> row.values())
            .toList())) {
          changed.put(sheet.name(), rows);
        }
      }
    }
    return changed.isEmpty() ? after : RawWorkbook.with(ground, changed);
  }

  /** The later version with the columns of days where it changes, and those in which rows in force say something. */
  private static byte[] withColumnsOf(Map<String, RawSheet> earlier, byte[] after) throws IOException {
    Map<String, List<Column>> added = new LinkedHashMap<>();
    for (RawSheet sheet : RawWorkbook.read(after)) {
      RawSheet was = earlier.get(sheet.name());
      List<Column> days = isChanged(was, sheet) ? DatedSheet.daysLacking(sheet) : List.of();
      if (!days.isEmpty() || DatedSheet.isDated(sheet.columns())) {
        List<Column> lacking = new ArrayList<>(days);
        if (was != null) {
          SameColumns.lacking(was, sheet.columns()).stream().filter(column -> !days.contains(column))
              .forEach(lacking::add);
        }
        if (!lacking.isEmpty()) {
          added.put(sheet.name(), lacking);
        }
      }
    }
    return AddedColumns.to(after, added);
  }

  private static boolean isChanged(RawSheet before, RawSheet after) {
    return before == null || !before.columns().equals(after.columns())
        || !before.rows().stream().map(Row::values).toList().equals(after.rows().stream().map(Row::values).toList());
  }
}
