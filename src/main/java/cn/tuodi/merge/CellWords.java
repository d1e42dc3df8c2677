package cn.tuodi.merge;

import cn.tuodi.money.Amount;
import cn.tuodi.money.Rate;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What cells say, as people read it. */
final class CellWords {

  private CellWords() {}

  /** A cell, as its column means it. */
  static String of(Column column, Object value) {
    if (value == null) {
      return "（空）";
    }
    Object meant = value instanceof BigDecimal ? RawWorkbook.meant(column, value) : value;
    if (meant instanceof Rate || meant instanceof Amount) {
      return meant.toString();
    }
    return value instanceof BigDecimal number
        ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString() : value.toString();
  }

  /** A row: every cell that says something. */
  static String of(List<Column> columns, Row row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.values().get(i);
      if (value != null && !value.equals(columns.get(i).empty())) {
        words.add(columns.get(i).heading() + " " + of(columns.get(i), value));
      }
    }
    return String.join("，", words);
  }
}
