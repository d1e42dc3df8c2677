package cn.tuodi.comparison;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A comparison as Markdown, for reviews. */
public final class ChangesMarkdown {

  private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<>|&~]");

  private final StringBuilder text = new StringBuilder();
  private final EditionChanges changes;
  private final Wording words;

  private ChangesMarkdown(EditionChanges changes, Language language) {
    this.changes = changes;
    this.words = new Wording(language);
  }

  /** A comparison in a language. */
  public static String of(EditionChanges changes, Language language) {
    return new ChangesMarkdown(changes, language).written();
  }

  private String written() {
    line("# " + words.of("政策对比：", "Policy compared: ") + changes.before().id() + " → " + changes.after().id());
    line("");
    row("", words.of("原", "before"), words.of("新", "after"));
    row("---", "---", "---");
    row(words.of("名称", "name"), name(changes.before()), name(changes.after()));
    row(words.of("适用日期", "in force"), span(changes.before()), span(changes.after()));
    written(List.of(words.of("版本校验码", "check code"), hash(changes.before()), hash(changes.after())));
    line("");
    line(summary());
    changes.sheets().forEach(this::write);
    writeRules();
    return text.toString();
  }

  private String summary() {
    if (changes.isEmpty()) {
      return words.of("两个版本没有差别。", "Nothing differs.");
    }
    String rows = words.of(
        "改动 " + changes.count(RowChange.Kind.CHANGED) + " 行，新增 " + changes.count(RowChange.Kind.ADDED) + " 行，删除 "
            + changes.count(RowChange.Kind.REMOVED) + " 行，移动而内容不变 " + changes.moved() + " 行，规则 "
            + changes.rules().size() + " 条。",
        changes.count(RowChange.Kind.CHANGED) + " rows changed, " + changes.count(RowChange.Kind.ADDED) + " added, "
            + changes.count(RowChange.Kind.REMOVED) + " removed, " + changes.moved() + " moved and otherwise the same, "
            + changes.rules().size() + " rules differ.");
    return rows + (changes.affectsDecisions() ? "" : words.of("**不影响决定。**", " **No effect on decisions.**"));
  }

  private void write(SheetChanges sheet) {
    line("");
    String path = sheet.after() == null ? sheet.before() : sheet.after();
    line("## " + words.sheet(sheet.sheet())
        + words.of("（" + plain(path) + "）", " (" + sheet.sheet() + ", " + plain(path) + ")"));
    boolean register = sheet.rows().stream().noneMatch(row -> row.effect() != Effect.CITATION);
    if (register) {
      line("");
      line("<details><summary>" + words.effect(Effect.CITATION) + words.of("：", ": ") + sheet.rows().size()
          + words.of(" 行", " rows") + "</summary>");
    }
    List<RowChange> changed = of(sheet, RowChange.Kind.CHANGED);
    writeCells(changed, register ? cell -> true : cell -> cell.effect() != Effect.CITATION);
    writeLone(words.of("新增的行", "Rows added"), of(sheet, RowChange.Kind.ADDED));
    writeLone(words.of("删除的行", "Rows removed"), of(sheet, RowChange.Kind.REMOVED));
    if (!register) {
      writeCitations(changed);
    } else {
      line("");
      line("</details>");
    }
  }

  private void writeCitations(List<RowChange> changed) {
    long cells = changed.stream().flatMap(row -> row.cells().stream())
        .filter(cell -> cell.effect() == Effect.CITATION).count();
    if (cells > 0) {
      line("");
      line("<details><summary>" + words.effect(Effect.CITATION) + words.of("：", ": ") + cells
          + words.of(" 格", " cells") + "</summary>");
      writeCells(changed, cell -> cell.effect() == Effect.CITATION);
      line("");
      line("</details>");
    }
  }

  private void writeCells(List<RowChange> changed, Predicate<CellChange> shown) {
    if (changed.stream().flatMap(row -> row.cells().stream()).noneMatch(shown)) {
      return;
    }
    line("");
    row(words.of("情形", "case"), words.of("栏目", "column"), words.of("原", "before"), words.of("新", "after"),
        words.of("条款", "provision"), words.of("单元格", "cell"), words.of("影响", "effect"));
    row("---", "---", "---", "---", "---", "---", "---");
    changed.forEach(change -> change.cells().stream().filter(shown).forEach(cell -> write(change, cell)));
  }

  private static List<RowChange> of(SheetChanges sheet, RowChange.Kind kind) {
    return sheet.rows().stream().filter(row -> row.kind() == kind).toList();
  }

  private void write(RowChange change, CellChange cell) {
    String where = cell.cellBefore().equals(cell.cellAfter()) ? cell.cellAfter()
        : cell.cellBefore() + " → " + cell.cellAfter();
    written(List.of(plain(words.subject(change.row())), words.column(cell.column()),
        plain(words.value(cell.column(), cell.before())), "**" + plain(words.value(cell.column(), cell.after())) + "**",
        plain(words.provision(change.row())), where, words.effect(cell.effect())));
  }

  private void writeLone(String title, List<RowChange> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line(title + words.of("：", ":"));
    line("");
    row(words.of("行", "row"), words.of("情形", "case"), words.of("内容", "content"), words.of("条款", "provision"));
    row("---", "---", "---", "---");
    for (RowChange change : rows) {
      row(Integer.toString(change.row().row().number()), words.subject(change.row()), content(change),
          words.provision(change.row()));
    }
  }

  private String content(RowChange change) {
    SheetMeaning meaning = new SheetMeaning(change.row().sheet().name(), change.row().sheet().columns());
    List<String> keys =
        meaning.keys().stream().map(i -> change.row().sheet().columns().get(i).heading()).toList();
    return change.cells().stream().filter(cell -> !keys.contains(cell.column().heading()))
        .filter(cell -> !cell.column().heading().equals("条款"))
        .map(cell -> words.column(cell.column()) + words.of("：", ": ")
            + words.value(cell.column(), cell.after() == null ? cell.before() : cell.after()))
        .collect(Collectors.joining(words.of("；", "; ")));
  }

  private void writeRules() {
    if (changes.rules().isEmpty()) {
      return;
    }
    line("");
    line("## " + words.of("规则", "Rules"));
    line("");
    row(words.of("变化", "change"), words.of("规则", "rule"), words.of("文件", "file"), words.of("条款", "provision"));
    row("---", "---", "---", "---");
    changes.rules().forEach(rule -> row(words.kind(rule.kind()), rule.name(), rule.file(),
        rule.provision() == null ? "" : rule.provision()));
  }

  private String name(EditionDescription edition) {
    return words.of(edition.name(), edition.nameEn());
  }

  private static String span(EditionDescription edition) {
    return edition.from() + " – " + (edition.to() == null ? "…" : edition.to());
  }

  private static String hash(EditionDescription edition) {
    return "`" + edition.hashOfAll() + "`";
  }

  /** A row of texts, which are shown as they are. */
  private void row(String... cells) {
    written(Arrays.stream(cells).map(ChangesMarkdown::plain).toList());
  }

  private void written(List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(cell).append(" |"));
    text.append('\n');
  }

  /** A text of which nothing is a sign of Markdown or HTML. */
  private static String plain(String text) {
    return SIGN.matcher(text).replaceAll("\\\\$0").replaceAll("\\R", " ");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
