package cn.tuodi.table;

import java.util.List;

/**
 * A row of checked cells.
 *
 * @param number the row as the spreadsheet numbers it
 * @param values one value per column; null for 不限 or 无
 */
public record Row(int number, List<Object> values) {}
