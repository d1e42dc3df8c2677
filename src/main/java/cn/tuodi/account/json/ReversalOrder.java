package cn.tuodi.account.json;

/**
 * A bill is to be taken back.
 *
 * @param reason why
 * @param dryRun whether only to tell what would change
 * @param accountVersion version of the account for which it is meant, or null where it is meant for any
 */
public record ReversalOrder(String reason, boolean dryRun, Integer accountVersion) {}
