package cn.tuodi.account.json;

/**
 * A bill is to be taken back.
 *
 * @param reason why
 * @param dryRun whether only to tell what would change
 */
public record ReversalOrder(String reason, boolean dryRun) {}
