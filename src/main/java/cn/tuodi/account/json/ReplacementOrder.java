package cn.tuodi.account.json;

import cn.tuodi.claim.Claim;

/**
 * A corrected bill is to stand in place of one.
 *
 * @param claim the bill as it should have been
 * @param version the version that is replaced
 * @param reason why
 * @param dryRun whether only to tell what would change
 * @param accountVersion version of the account for which it is meant, or null where it is meant for any
 */
public record ReplacementOrder(Claim claim, int version, String reason, boolean dryRun, Integer accountVersion) {}
