package cn.tuodi.table;

import cn.tuodi.money.Multiple;
import cn.tuodi.table.cell.CellTypes;
import cn.tuodi.table.cell.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.decisiontable.parser.RuleSheetListener;
import org.drools.template.model.DRLOutput;

/**
 * The rules that a sheet of checked cells stands for, one per row. The spreadsheet compiler of the engine is fed with
 * the layout's own code and with literals of checked values; no text of a cell reaches it, and no name of a file but as
 * {@link JavaText}.
 */
public final class RuleTable {

  private static final int UNMERGED = RuleSheetListener.NON_MERGED;

  /**
   * Rules of one package at most: what the compiler of the engine holds of a package while it works grows with each of
   * them, some 160 kB, and a figure that changes has its package compiled anew.
   */
  private static final int MAX_RULES = 128;

  private final TableLayout layout;
  private final Sheet sheet;
  /** Which part of a long table this is; 0 is the first. */
  private final int part;

  /** Where the types are that conditions and actions speak of. */
  private static final String IMPORTS = Stream
      .of("answer", "application", "assistance", "claim", "household", "money", "policy", "premium")
      .map(room -> "cn.tuodi." + room + ".*").collect(Collectors.joining(", "));

  /**
   * The rules of a sheet.
   *
   * @param layout its layout
   * @param sheet its checked cells
   */
  public RuleTable(TableLayout layout, Sheet sheet) {
    this(layout, sheet, 0);
  }

  private RuleTable(TableLayout layout, Sheet sheet, int part) {
    this.layout = layout;
    this.sheet = sheet;
    this.part = part;
  }

  /**
   * The tables that a sheet stands for: one or, where some of its rows look at what is known only once everything is
   * paid, another of these. Each is in parts where it has many rules, which are compiled one after the other.
   *
   * @param layout its layout
   * @param sheet its checked cells
   */
  public static List<RuleTable> of(TableLayout layout, Sheet sheet) {
    Map<Boolean, List<Row>> rows =
        sheet.rows().stream().collect(Collectors.partitioningBy(row -> isOfTheEnd(sheet, row)));
    List<RuleTable> tables = new ArrayList<>();
    rows.forEach((atTheEnd, some) -> {
      if (!some.isEmpty() || !atTheEnd && rows.get(true).isEmpty()) {
        tables.addAll(parts(atTheEnd ? Layouts.WARNINGS_AT_THE_END : layout, sheet, some));
      }
    });
    return tables;
  }

  private static List<RuleTable> parts(TableLayout layout, Sheet sheet, List<Row> rows) {
    List<RuleTable> parts = new ArrayList<>();
    int first = 0;
    do {
      List<Row> some = rows.subList(first, Math.min(first + MAX_RULES, rows.size()));
      parts.add(new RuleTable(layout, new Sheet(sheet.workbook(), sheet.name(), sheet.columns(), some), parts.size()));
      first += MAX_RULES;
    } while (first < rows.size());
    return parts;
  }

  /** Whether a row looks at what is known only once everything is paid. */
  private static boolean isOfTheEnd(Sheet sheet, Row row) {
    return sheet.columns().stream()
        .anyMatch(column -> column.isKnownAtTheEnd() && sheet.value(row, column.heading()) != null);
  }

  /** Whether a row of a sheet looks at what is known only once everything is paid. */
  public static boolean looksAtTheEnd(Sheet sheet) {
    return sheet != null && sheet.rows().stream().anyMatch(row -> isOfTheEnd(sheet, row));
  }

  /** The last part of the name of its package, and of its files. */
  public String topic() {
    return part == 0 ? layout.topic() : layout.topic() + "_" + (part + 1);
  }

  /** Rule source; each rule is named after its sheet and row and carries its provision. */
  public String drl() {
    NativeTable table = table();
    DefaultRuleSheetListener listener = new DefaultRuleSheetListener(false, false);
    listener.startSheet(layout.sheet());
    // Rules are named after the rows of the workbook; what stands above them may reach above its first row.
    int heading = sheet.rows().get(0).number() - 1;
    int first = heading - TableLayout.HEADING_ROW;
    for (List<String> property : table.properties()) {
      row(listener, first++, property);
    }
    row(listener, heading - 5, List.of(table.title()));
    row(listener, heading - 4, table.keywords());
    patterns(listener, heading - 3, table.conditions());
    row(listener, heading - 2, table.snippets());
    row(listener, heading - 1, table.headings());
    for (int i = 0; i < table.rows().size(); i++) {
      row(listener, sheet.rows().get(i).number() - 1, table.rows().get(i));
    }
    listener.finishSheet();
    DRLOutput output = new DRLOutput();
    listener.getRuleSet().renderDRL(output);
    return "package " + table.ruleSet() + ";\n" + output.getDRL();
  }

  /** The table that the rules are made from. */
  private NativeTable table() {
    List<String> keywords = new ArrayList<>(List.of("CONDITION"));
    List<String> snippets = new ArrayList<>(List.of("$param"));
    List<String> headings = new ArrayList<>(List.of("fixed"));
    for (Column column : conditions()) {
      add(column, keywords, snippets, headings);
    }
    keywords.add("METADATA");
    snippets.add("provision( $param )");
    headings.add("provision");
    for (Column column : layout.columns()) {
      if (column.role() == Column.Role.ACTION || column.role() == Column.Role.FLAG) {
        add(column, keywords, snippets, headings);
      }
    }
    return new NativeTable("tuodi.table." + topic(), IMPORTS, layout.sheet(), keywords, layout.pattern(),
        conditions().size() + 1, snippets, headings, sheet.rows().stream().map(this::cells).toList());
  }

  /** The same as a table of its own, whose rules bear the names that they have here: a column names them. */
  public NativeTable named() {
    NativeTable table = table();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(with(table.rows().get(i), layout.sheet() + "_" + sheet.rows().get(i).number()));
    }
    return new NativeTable(table.ruleSet(), table.imports(), table.name(), with(table.keywords(), "NAME"),
        table.pattern(), table.conditions(), with(table.snippets(), ""), with(table.headings(), "name"), rows);
  }

  private static List<String> with(List<String> cells, String last) {
    List<String> more = new ArrayList<>(cells);
    more.add(last);
    return more;
  }

  private List<Column> conditions() {
    return layout.columns().stream().filter(column -> column.role() == Column.Role.CONDITION).toList();
  }

  private static void add(Column column, List<String> keywords, List<String> snippets, List<String> headings) {
    keywords.add(column.keyword());
    snippets.add(column.code());
    headings.add(column.heading());
  }

  private List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(layout.fixed() != null ? layout.fixed() : hasCondition(row) ? "" : "day > 0");
    List<String> consequence = new ArrayList<>();
    for (int i = 0; i < layout.columns().size(); i++) {
      Column column = layout.columns().get(i);
      Object value = sheet.value(row, column.heading());
      switch (column.role()) {
        case CONDITION -> cells.add(value == null ? "" : column.type().compared(value));
        case ACTION -> consequence.add(value == null ? "null" : argument(column, value, row));
        case FLAG -> consequence.add(Boolean.TRUE.equals(value) ? "true" : "");
        case NOTE -> {
        }
      }
    }
    cells.add(CellTypes.PROVISION_ID.literal(row.values().get(0)));
    cells.addAll(consequence);
    return cells;
  }

  /** Whether a row states a condition: one without any still needs one for the table compiler, which holds of every day. */
  private boolean hasCondition(Row row) {
    for (int i = 0; i < layout.columns().size(); i++) {
      Column column = layout.columns().get(i);
      if (column.role() == Column.Role.CONDITION && sheet.value(row, column.heading()) != null) {
        return true;
      }
    }
    return false;
  }

  private String argument(Column column, Object value, Row row) {
    String literal = column.type().literal(value);
    if (value instanceof Multiple) {
      return "$step.yuan( " + literal + ", " + JavaText.literal(column.heading()) + ", source )";
    }
    if (column.type() != CellTypes.PROVISION_ID) {
      return literal;
    }
    String source = "Source.row( " + literal + ", " + JavaText.literal(sheet.workbook()) + ", "
        + JavaText.literal(sheet.name()) + ", " + row.number() + " )";
    return column == layout.columns().get(0) ? comparing(row, source) : source;
  }

  /** The row as answers cite it, noting how amounts of its conditions came out that are multiples. */
  private String comparing(Row row, String source) {
    String noting = source;
    for (Column column : conditions()) {
      if (sheet.value(row, column.heading()) instanceof Multiple multiple) {
        noting = "$step.comparing( " + CellTypes.YUAN.literal(multiple) + ", " + JavaText.literal(column.heading())
            + ", " + noting + " )";
      }
    }
    return noting;
  }

  private void patterns(DefaultRuleSheetListener listener, int row, int count) {
    listener.newRow(row, count);
    for (int i = 0; i < count; i++) {
      listener.newCell(row, i, layout.pattern(), 0);
    }
  }

  private static void row(DefaultRuleSheetListener listener, int row, List<String> cells) {
    listener.newRow(row, cells.size());
    for (int i = 0; i < cells.size(); i++) {
      listener.newCell(row, i, cells.get(i), UNMERGED);
    }
  }
}
