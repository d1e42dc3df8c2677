package cn.tuodi.desk.preview;

import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.comparison.RowChange;

/**
 * A claim that a changed row applies to, decided before and after the change.
 *
 * @param row the row that changes
 * @param claim the claim
 * @param before what is decided by the policy in force
 * @param after what would be decided
 */
public record WorkedExample(RowChange row, Claim claim, Decision before, Decision after) {}
