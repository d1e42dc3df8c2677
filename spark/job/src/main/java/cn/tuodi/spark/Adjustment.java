package cn.tuodi.spark;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How much more each would bear of all bills of a person under the other policy.
 *
 * @param personId id of the person, or left out
 * @param claimId id of the claim where the person has no id, or left out
 * @param claims how many bills both policies decide
 * @param difference how much more each bears
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Adjustment(String personId, String claimId, long claims, Bearers difference) {}
