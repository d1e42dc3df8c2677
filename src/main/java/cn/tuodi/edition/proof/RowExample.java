package cn.tuodi.edition.proof;

import cn.tuodi.claim.Claim;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;

/**
 * A claim that a row applies to, made to try the row out.
 *
 * @param sheet the sheet of the row
 * @param row the row
 * @param claim the claim
 */
public record RowExample(Sheet sheet, Row row, Claim claim) {}
