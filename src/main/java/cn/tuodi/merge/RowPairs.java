package cn.tuodi.merge;

import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which row of one version of a sheet is which row of another: by all that it says, then by what it is about. */
final class RowPairs {

  /** Headings of the column that tells rows apart in sheets without conditions. */
  private static final Set<String> NAMES = Set.of("参数", "文号", "条款编号");
  private static final Set<Object> YES_NO = Set.of("是", "否");
  private static final Set<String> DATES = Set.of(Column.FROM, Column.TO);

  private final List<Column> columns;
  private final Map<Row, Row> pairs = new IdentityHashMap<>();
  private final Set<Row> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private RowPairs(List<Column> columns) {
    this.columns = columns;
  }

  /** The row of the later version for each row of the earlier that has one. */
  static Map<Row, Row> of(List<Column> columns, List<Row> earlier, List<Row> later) {
    RowPairs rows = new RowPairs(columns);
    rows.pair(earlier, later, Row::values);
    rows.pair(earlier, later, row -> rows.about(row, true));
    rows.pair(earlier, later, row -> rows.about(row, false));
    rows.alike(earlier, later);
    return rows.pairs;
  }

  private void pair(List<Row> earlier, List<Row> later, Function<Row, List<Object>> key) {
    Map<List<Object>, List<Row>> byKey = new HashMap<>();
    later.stream().filter(row -> !taken.contains(row))
        .forEach(row -> byKey.computeIfAbsent(key.apply(row), same -> new ArrayList<>()).add(row));
    for (Row row : earlier) {
      List<Row> same = pairs.containsKey(row) ? List.of() : byKey.getOrDefault(key.apply(row), List.of());
      if (!same.isEmpty()) {
        take(row, same.remove(0));
      }
    }
  }

  private void take(Row row, Row match) {
    pairs.put(row, match);
    taken.add(match);
  }

  /** What a row is about: its conditions, with or without its days, or its name. */
  List<Object> about(Row row, boolean days) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      boolean tells = column.isCondition() && (days || !DATES.contains(column.heading()));
      key.add(tells || NAMES.contains(column.heading()) ? row.values().get(i) : null);
    }
    return key;
  }

  /** What is left and differs in one cell only is the same row. */
  private void alike(List<Row> earlier, List<Row> later) {
    for (Row row : earlier) {
      if (!pairs.containsKey(row)) {
        later.stream().filter(other -> !taken.contains(other) && differing(row, other) == 1).findFirst()
            .ifPresent(other -> take(row, other));
      }
    }
  }

  private long differing(Row row, Row other) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).role() != Column.Role.NOTE
            && !Objects.equals(row.values().get(i), other.values().get(i)))
        .count();
  }

  /** The conditions of a row in words. */
  static String words(List<Column> columns, Row row) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.values().get(i);
      boolean tells = i == 0 || columns.get(i).isCondition() || NAMES.contains(columns.get(i).heading());
      if (tells && value != null && !value.equals(columns.get(i).empty())) {
        words.append(words.isEmpty() ? "" : " ").append(YES_NO.contains(value) ? columns.get(i).heading() + "：" : "")
            .append(CellWords.of(columns.get(i), value));
      }
    }
    return words.toString();
  }
}
