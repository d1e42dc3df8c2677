package cn.tuodi.table;

import java.util.List;

/**
 * What a sheet must look like that is read as data and stands for no rule.
 *
 * @param sheet sheet name
 * @param columns columns from A on
 * @param mayBeEmpty whether it may have no rows
 */
public record DataLayout(String sheet, List<Column> columns, boolean mayBeEmpty) {

  static final int HEADING_ROW = 3;
  static final int FIRST_DATA_ROW = 4;

  /** A sheet that has rows. */
  DataLayout(String sheet, List<Column> columns) {
    this(sheet, columns, false);
  }
}
