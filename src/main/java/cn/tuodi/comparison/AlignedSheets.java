package cn.tuodi.comparison;

import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * Two versions of a sheet under the same headings. Each may leave out columns that the other has, or have them in another
 * order; what is left out says nothing there.
 *
 * @param before the one, or null where there is none
 * @param after the other, or null where there is none
 * @param columns the columns of both, as the other has them
 */
record AlignedSheets(Sheet before, Sheet after, List<Column> columns) {

  static AlignedSheets of(Sheet before, Sheet after) {
    List<Column> columns = new ArrayList<>(after == null ? List.of() : after.columns());
    int place = 0;
    for (Column column : before == null ? List.<Column>of() : before.columns()) {
      int there = index(columns, column);
      if (there < 0) {
        columns.add(place, column);
      }
      place = (there < 0 ? place : there) + 1;
    }
    return new AlignedSheets(aligned(before, columns), aligned(after, columns), List.copyOf(columns));
  }

  private static int index(List<Column> columns, Column wanted) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).heading().equals(wanted.heading())) {
        return i;
      }
    }
    return -1;
  }

  private static Sheet aligned(Sheet sheet, List<Column> columns) {
    if (sheet == null || sheet.columns().equals(columns)) {
      return sheet;
    }
    return new Sheet(sheet.workbook(), sheet.name(), columns,
        sheet.rows().stream().map(row -> new Row(row.number(), values(sheet, row, columns))).toList());
  }

  private static List<Object> values(Sheet sheet, Row row, List<Column> columns) {
    List<Object> values = new ArrayList<>(columns.size());
    columns.forEach(column -> values.add(sheet.value(row, column.heading())));
    return values;
  }
}
