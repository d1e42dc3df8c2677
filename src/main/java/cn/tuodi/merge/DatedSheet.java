package cn.tuodi.merge;

import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of a sheet that are to be in force from a day on, and until then those that were in force before. */
final class DatedSheet {

  private final List<Column> columns;
  private final LocalDate day;
  private final int from;
  private final int to;
  private final List<WrittenRow> rows = new ArrayList<>();

  private DatedSheet(List<Column> columns, LocalDate day) {
    this.columns = columns;
    this.day = day;
    this.from = column(columns, Column.FROM);
    this.to = column(columns, Column.TO);
  }

  /** Whether rows of such columns can be in force on some days only. */
  static boolean isDated(List<Column> columns) {
    return column(columns, Column.FROM) >= 0 && column(columns, Column.TO) >= 0;
  }

  /** The columns of days that a sheet could have and has not. */
  static List<Column> daysLacking(RawSheet sheet) {
    return Layouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet.name()) && isDated(layout.columns()))
        .flatMap(layout -> layout.columns().stream()).filter(Column::isCondition)
        .filter(column -> column.heading().equals(Column.FROM) || column.heading().equals(Column.TO))
        .filter(column -> column(sheet.columns(), column.heading()) < 0).distinct().toList();
  }

  private static int column(List<Column> columns, String heading) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isCondition() && columns.get(i).heading().equals(heading)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The rows of both versions.
   *
   * @param before the rows in force until the day
   * @param after the sheet with the rows that are in force from the day on
   */
  static List<WrittenRow> of(List<Row> before, RawSheet after, LocalDate day) {
    DatedSheet sheet = new DatedSheet(after.columns(), day);
    Map<Row, Row> pairs = RowPairs.of(after.columns(), before, after.rows());
    Map<Row, Row> earlier = new IdentityHashMap<>();
    pairs.forEach((was, is) -> earlier.put(is, was));
    Map<Row, List<Row>> ended = ended(before, pairs);
    int looks = after.rows().isEmpty() ? 1 : after.rows().get(0).number();
    sheet.end(ended.get(null), looks);
    for (Row row : after.rows()) {
      Row was = earlier.get(row);
      if (was == null) {
        sheet.write(row.number(), sheet.clipped(row, day, null));
      } else {
        sheet.write(was, row);
        sheet.end(ended.get(was), row.number());
      }
    }
    return sheet.rows;
  }

  /** The rows that end, by the row that they stood below and that goes on; null for those at the top. */
  private static Map<Row, List<Row>> ended(List<Row> before, Map<Row, Row> pairs) {
    Map<Row, List<Row>> ended = new IdentityHashMap<>();
    Row above = null;
    for (Row row : before) {
      if (pairs.containsKey(row)) {
        above = row;
      } else {
        ended.computeIfAbsent(above, top -> new ArrayList<>()).add(row);
      }
    }
    return ended;
  }

  private void end(List<Row> ended, int looks) {
    if (ended != null) {
      ended.forEach(row -> write(looks, clipped(row, null, day.minusDays(1))));
    }
  }

  /** Two rows, the one until the day and the other from it on, or one where they say the same. */
  private void write(Row was, Row is) {
    if (isSame(was, is, false)) {
      write(is.number(), is.values());
      return;
    }
    List<Object> until = clipped(was, null, day.minusDays(1));
    List<Object> since = clipped(is, day, null);
    if (until != null && since != null && isSame(was, is, true) && day.equals(date(since, from))) {
      since.set(from, until.get(from));
      until = null;
    }
    write(is.number(), until);
    write(is.number(), since);
  }

  private void write(int looks, List<Object> values) {
    if (values != null) {
      rows.add(new WrittenRow(looks, values));
    }
  }

  /** Whether two rows say the same, but for notes. */
  private boolean isSame(Row one, Row other, boolean butDays) {
    for (int i = 0; i < columns.size(); i++) {
      boolean counts = columns.get(i).role() != Column.Role.NOTE && !(butDays && (i == from || i == to));
      if (counts && !Objects.equals(one.values().get(i), other.values().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A row on the days within bounds; null where it is in force on none of them. */
  private List<Object> clipped(Row row, LocalDate first, LocalDate last) {
    List<Object> values = new ArrayList<>(row.values());
    LocalDate start = date(values, from);
    LocalDate end = date(values, to);
    if (first != null && (start == null || start.isBefore(first))) {
      values.set(from, first);
      start = first;
    }
    if (last != null && (end == null || end.isAfter(last))) {
      values.set(to, last);
      end = last;
    }
    return start != null && end != null && end.isBefore(start) ? null : values;
  }

  private LocalDate date(List<Object> values, int column) {
    return (LocalDate) RawWorkbook.meant(columns.get(column), values.get(column));
  }
}
