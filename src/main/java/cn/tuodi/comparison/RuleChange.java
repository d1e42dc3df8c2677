package cn.tuodi.comparison;

/**
 * A written rule that differs.
 *
 * @param kind what happened to it
 * @param name its name, which is a sentence
 * @param file its file below the folder of rules
 * @param provision the provision it applies, or null
 */
public record RuleChange(RowChange.Kind kind, String name, String file, String provision) {}
