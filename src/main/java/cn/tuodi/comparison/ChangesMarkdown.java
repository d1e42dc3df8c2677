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
    line(words.text("comparison.policy-compared", changes.before().id(), changes.after().id()));
    line("");
    row("", words.text("comparison.before-2"), words.text("comparison.after-2"));
    row("---", "---", "---");
    row(words.text("comparison.name"), name(changes.before()), name(changes.after()));
    row(words.text("comparison.in-force"), span(changes.before()), span(changes.after()));
    written(List.of(words.text("comparison.check-code"), hash(changes.before()), hash(changes.after())));
    line("");
    line(summary());
    changes.sheets().forEach(this::write);
    writeRules();
    return text.toString();
  }

  private String summary() {
    if (changes.isEmpty()) {
      return words.text("comparison.nothing-differs");
    }
    String rows = words.text("comparison.rows-changed-added-removed-moved-and", changes.count(RowChange.Kind.CHANGED),
        changes.count(RowChange.Kind.ADDED), changes.count(RowChange.Kind.REMOVED), changes.moved(),
        changes.rules().size());
    return rows + (changes.affectsDecisions() ? "" : words.text("comparison.no-effect-on-decisions"));
  }

  private void write(SheetChanges sheet) {
    line("");
    String path = sheet.after() == null ? sheet.before() : sheet.after();
    line(words.text("language.titled", words.sheet(sheet.sheet()), plain(path), sheet.sheet()));
    boolean register = sheet.rows().stream().noneMatch(row -> row.effect() != Effect.CITATION);
    if (register) {
      line("");
      line(words.text("comparison.details-summary-rows-summary", words.effect(Effect.CITATION), sheet.rows().size()));
    }
    List<RowChange> changed = of(sheet, RowChange.Kind.CHANGED);
    writeCells(changed, register ? cell -> true : cell -> cell.effect() != Effect.CITATION);
    writeLone(words.text("comparison.rows-added"), of(sheet, RowChange.Kind.ADDED));
    writeLone(words.text("comparison.rows-removed"), of(sheet, RowChange.Kind.REMOVED));
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
      line(words.text("comparison.details-summary-cells-summary", words.effect(Effect.CITATION), cells));
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
    row(words.text("comparison.case"), words.text("comparison.column-2"), words.text("comparison.before-2"),
        words.text("comparison.after-2"),
        words.text("comparison.provision"), words.text("comparison.cell"), words.text("comparison.effect"));
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
    line(words.text("language.heading", title));
    line("");
    row(words.text("comparison.row"), words.text("comparison.case"), words.text("comparison.content"),
        words.text("comparison.provision"));
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
        .map(cell -> words.text("language.labelled", words.column(cell.column()),
            words.value(cell.column(), cell.after() == null ? cell.before() : cell.after())))
        .collect(Collectors.joining(words.text("language.semicolon")));
  }

  private void writeRules() {
    if (changes.rules().isEmpty()) {
      return;
    }
    line("");
    line(words.text("comparison.rules-2"));
    line("");
    row(words.text("comparison.change"), words.text("comparison.rule"), words.text("comparison.file"),
        words.text("comparison.provision"));
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
