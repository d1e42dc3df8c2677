package cn.tuodi.assistance;

/**
 * A rule that fired.
 *
 * @param rule its name; a table row is named after its sheet and row
 * @param provision the provision it applies, or null for a procedure that all editions share
 */
public record TraceEntry(String rule, String provision) {}
