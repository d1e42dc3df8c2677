package cn.tuodi.table;

import java.util.List;

/**
 * A decision table as the spreadsheet compiler of the engine reads it.
 *
 * @param ruleSet the package of its rules
 * @param imports where the types are that conditions and actions speak of
 * @param name its name
 * @param keywords what its columns are
 * @param pattern the fact that conditions look at
 * @param conditions how many columns are conditions, from the first on
 * @param snippets what becomes of a cell, {@code $param} standing for it
 * @param headings what people call the columns
 * @param rows literals of checked cells, a list a rule
 */
public record NativeTable(String ruleSet, String imports, String name, List<String> keywords, String pattern,
    int conditions, List<String> snippets, List<String> headings, List<List<String>> rows) {

  /** The keyword of what is stated beside the name of a table, and its value. */
  public List<List<String>> properties() {
    return List.of(List.of("RuleSet", ruleSet), List.of("Import", imports), List.of("EscapeQuotes", "false"));
  }

  /** The cell that begins the table. */
  public String title() {
    return "RuleTable " + name;
  }
}
