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

  /** The cells in a form that does not depend on the program that saved the workbook; the content hash covers it. */
  public String canonical() {
    StringBuilder text = new StringBuilder(workbook).append('#').append(name).append('\n');
    for (Row row : rows) {
      text.append(row.number());
      for (int i = 0; i < columns.size(); i++) {
        Object value = row.values().get(i);
        if (columns.get(i).role() != Column.Role.NOTE) {
          text.append('|').append(value == null ? columns.get(i).empty() : columns.get(i).type().canonical(value));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }
}
