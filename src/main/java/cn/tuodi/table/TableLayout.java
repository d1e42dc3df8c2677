package cn.tuodi.table;

import java.util.List;

/**
 * What a sheet must look like: its columns and the rule source that a row stands for. The first column always names the
 * provision.
 *
 * @param sheet sheet name, also the first part of the names of its rules
 * @param topic package of its rules
 * @param pattern the step that its conditions look at, for example {@code $step : SettledStep}
 * @param fixed a condition that every row has, or null
 * @param columns columns from A on
 */
public record TableLayout(String sheet, String topic, String pattern, String fixed, List<Column> columns) {

  /** Rows of a sheet, as the spreadsheet numbers them. */
  static final int TITLE_ROW = 1;
  static final int HINT_ROW = 2;
  static final int FIRST_CODE_ROW = 3;
  static final int HEADING_ROW = 9;
  static final int FIRST_DATA_ROW = 10;

  /** What stands in the hidden code rows, row by row and column by column; nothing where no workbook had any. */
  public List<List<String>> codeRows() {
    List<List<String>> rows = CodeRows.of(sheet);
    return rows == null ? List.of() : rows;
  }
}
