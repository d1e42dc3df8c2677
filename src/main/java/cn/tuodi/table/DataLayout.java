package cn.tuodi.table;

import java.util.List;

/**
 * What a sheet must look like that is read as data and stands for no rule.
 *
 * @param sheet sheet name
 * @param columns columns from A on
 */
public record DataLayout(String sheet, List<Column> columns) {

  static final int HEADING_ROW = 3;
  static final int FIRST_DATA_ROW = 4;
}
