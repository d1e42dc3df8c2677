package cn.tuodi.merge;

import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Versions of a sheet that have not the same columns: what is left out in one says nothing there. */
final class SameColumns {

  private SameColumns() {}

  /** The rows of a sheet under other headings; what has none of them is left out. */
  static RawSheet of(RawSheet sheet, List<Column> columns) {
    return sheet.columns().equals(columns) ? sheet
        : new RawSheet(sheet.name(), columns,
            sheet.rows().stream().map(row -> new Row(row.number(), values(sheet, row, columns))).toList());
  }

  private static List<Object> values(RawSheet sheet, Row row, List<Column> columns) {
    List<Object> values = new ArrayList<>();
    for (Column column : columns) {
      int place = sheet.columns().indexOf(column);
      values.add(place >= 0 ? row.values().get(place) : column.role() == Column.Role.NOTE ? null : column.empty());
    }
    return values;
  }

  /** The columns that are not among others and in which some row says something. */
  static List<Column> lacking(RawSheet sheet, List<Column> others) {
    return IntStream.range(0, sheet.columns().size()).filter(i -> !others.contains(sheet.columns().get(i))
        && sheet.rows().stream().map(row -> row.values().get(i))
            .anyMatch(value -> value != null && !Objects.equals(value, sheet.columns().get(i).empty())))
        .mapToObj(sheet.columns()::get).toList();
  }
}
