package cn.tuodi.merge;

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
import java.util.Objects;
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
   * @throws IOException if one of them cannot be read cell by cell, or the rows in force state what the other has no
   *         column for
   */
  public static byte[] of(byte[] before, byte[] after, LocalDate day) throws IOException {
    Map<String, RawSheet> earlier = before == null ? Map.of()
        : RawWorkbook.read(before).stream().collect(Collectors.toMap(RawSheet::name, sheet -> sheet));
    Map<String, List<WrittenRow>> changed = new LinkedHashMap<>();
    for (RawSheet sheet : RawWorkbook.read(after)) {
      if (DatedSheet.isDated(sheet.columns())) {
        List<WrittenRow> rows = DatedSheet.of(rows(earlier.get(sheet.name()), sheet), sheet, day);
        if (!rows.stream().map(WrittenRow::values).toList().equals(sheet.rows().stream().map(row -> row.values())
            .toList())) {
          changed.put(sheet.name(), rows);
        }
      }
    }
    return changed.isEmpty() ? after : RawWorkbook.with(after, changed);
  }

  /** The rows of the one version under the headings of the other. */
  private static List<Row> rows(RawSheet before, RawSheet after) throws IOException {
    if (before == null || before.columns().equals(after.columns())) {
      return before == null ? List.of() : before.rows();
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : before.rows()) {
      for (int i = 0; i < before.columns().size(); i++) {
        Column column = before.columns().get(i);
        if (!after.columns().contains(column) && column.role() != Column.Role.NOTE
            && !Objects.equals(row.values().get(i), column.empty())) {
          throw new IOException("there is no column " + column.heading());
        }
      }
      List<Object> values = new ArrayList<>();
      for (Column column : after.columns()) {
        int place = before.columns().indexOf(column);
        values.add(place < 0 ? column.empty() : row.values().get(place));
      }
      rows.add(new Row(row.number(), values));
    }
    return rows;
  }
}
