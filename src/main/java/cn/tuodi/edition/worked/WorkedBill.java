package cn.tuodi.edition.worked;

import cn.tuodi.claim.Claim;
import cn.tuodi.table.Row;

/**
 * A bill of a worked case.
 *
 * @param row the row that states it, with what is expected
 * @param claim what is stated of it
 */
public record WorkedBill(Row row, Claim claim) {}
