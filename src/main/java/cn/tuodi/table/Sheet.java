package cn.tuodi.table;

import java.util.List;

/**
 * The checked cells of a sheet.
 *
 * @param workbook file name of the workbook
 * @param name sheet name
 * @param columns its columns
 * @param rows its rows of data
 */
public record Sheet(String workbook, String name, List<Column> columns, List<Row> rows) {

  /** The position of the column with a heading, or -1. */
  public int column(String heading) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).heading().equals(heading)) {
        return i;
      }
    }
    return -1;
  }

  /** The value that a row has in the column with a heading; null for 不限 or 无, or where there is no such column. */
  public Object value(Row row, String heading) {
    int column = column(heading);
    return column < 0 ? null : row.values().get(column);
  }

  /** The address of the cell that a row has in the column with a heading, or else of its first cell. */
  public String cell(Row row, String heading) {
    return Column.letter(Math.max(0, column(heading))) + row.number();
  }

  private List<String> headings() {
    return columns.stream().map(Column::heading).toList();
  }

  /** The cells in a form that does not depend on the program that saved the workbook; the content hash covers it. */
  public String canonical() {
    boolean named = !headings().equals(HeadingRow.original(name));
    StringBuilder text = new StringBuilder(workbook).append('#').append(name).append('\n');
    for (Row row : rows) {
      text.append(row.number());
      for (int i = 0; i < columns.size(); i++) {
        Object value = row.values().get(i);
        if (columns.get(i).role() != Column.Role.NOTE) {
          text.append('|').append(named ? columns.get(i).heading() + '=' : "")
              .append(value == null ? columns.get(i).empty() : columns.get(i).type().canonical(value));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }
}
