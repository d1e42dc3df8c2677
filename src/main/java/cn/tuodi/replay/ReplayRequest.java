package cn.tuodi.replay;

import cn.tuodi.claim.Claim;

/**
 * A claim to be decided again.
 *
 * @param claim the claim
 * @param earlier what was decided earlier
 */
public record ReplayRequest(Claim claim, EarlierDecision earlier) {}
