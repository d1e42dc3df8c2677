package cn.tuodi.comparison;

import cn.tuodi.policy.Provision;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;

/**
 * A row of one side.
 *
 * @param table path of its workbook, for example {@code guangxi/2022/medical-assistance.xlsx}
 * @param sheet its sheet
 * @param row its cells
 * @param provision the provision it states, as the register of its edition has it, or null
 */
public record ComparedRow(String table, Sheet sheet, Row row, Provision provision) {}
