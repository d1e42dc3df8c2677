package cn.tuodi.comparison;

import cn.tuodi.table.Column;

/**
 * A cell that says something else, or a cell of a row that only one side has.
 *
 * @param column its column, with the type of its values
 * @param effect what the change does
 * @param before value before; null for 不限 or 无, and where the row was added
 * @param after value after; null for 不限 or 无, and where the row was removed
 * @param cellBefore address before, for example {@code K13}, or null where the row was added
 * @param cellAfter address after, or null where the row was removed
 */
public record CellChange(Column column, Effect effect, Object before, Object after, String cellBefore,
    String cellAfter) {}
