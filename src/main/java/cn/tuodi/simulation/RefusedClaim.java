package cn.tuodi.simulation;

import cn.tuodi.answer.Refusal;

/**
 * A claim that a policy does not decide.
 *
 * @param number line of the portfolio, or number in the sample
 * @param claimId id of the claim
 * @param refusal why
 */
public record RefusedClaim(long number, String claimId, Refusal refusal) {}
