package cn.tuodi.comparison;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Compares two editions, or two versions of one, sheet by sheet and rule by rule. */
public final class EditionComparison {

  private static final List<String> ORDER = Stream.concat(
      Stream.of(Layouts.EDITION.sheet(), Layouts.PARAMETERS.sheet(), Layouts.CRITICAL_ILLNESS_SCOPE.sheet()),
      Stream.concat(Layouts.ALL.stream().map(layout -> layout.sheet()),
          Stream.of(Layouts.INSTRUMENTS.sheet(), Layouts.PROVISIONS.sheet())))
      .toList();

  private final ComparedEdition before;
  private final ComparedEdition after;
  private int moved;

  private EditionComparison(CheckedEdition before, CheckedEdition after) {
    this.before = new ComparedEdition(before);
    this.after = new ComparedEdition(after);
  }

  /**
   * What differs.
   *
   * @param before the version in force, the earlier year, or the one region
   * @param after the draft, the later year, or the other region
   */
  public static EditionChanges of(CheckedEdition before, CheckedEdition after) {
    return new EditionComparison(before, after).changes();
  }

  private EditionChanges changes() {
    Set<String> names = new LinkedHashSet<>(ORDER);
    names.addAll(before.sheets().keySet());
    names.addAll(after.sheets().keySet());
    List<SheetChanges> sheets = new ArrayList<>();
    for (String name : names) {
      SheetChanges changes = compare(name, before.sheets().get(name), after.sheets().get(name));
      moved += changes.moved();
      if (!changes.isEmpty()) {
        sheets.add(changes);
      }
    }
    return new EditionChanges(before.description(), after.description(), sheets,
        RuleComparison.of(before.rules(), after.rules()), moved);
  }

  private SheetChanges compare(String name, Sheet was, Sheet is) {
    List<RowChange> changes = new ArrayList<>();
    AlignedSheets aligned = AlignedSheets.of(was, is);
    Sheet old = aligned.before();
    Sheet now = aligned.after();
    List<Row> oldRows = old == null ? List.of() : old.rows();
    List<Row> nowRows = now == null ? List.of() : now.rows();
    Sheet either = now == null ? old : now;
    SheetMeaning meaning =
        new SheetMeaning(either == null ? name : either.name(), aligned.columns());
    Map<Row, Row> pairs = RowMatching.of(meaning, oldRows, nowRows);
    int same = 0;
    int elsewhere = 0;
    for (Row row : oldRows) {
      Row match = pairs.get(row);
      List<CellChange> cells = match == null ? List.of() : changed(meaning, aligned, row, match, was, is);
      if (match == null) {
        changes.add(lone(RowChange.Kind.REMOVED, meaning, before.row(old, row), was));
      } else if (cells.isEmpty()) {
        same++;
        elsewhere += row.number() == match.number() ? 0 : 1;
      } else {
        changes.add(new RowChange(RowChange.Kind.CHANGED, gravest(cells), before.row(old, row), after.row(now, match),
            cells));
      }
    }
    nowRows.stream().filter(row -> !pairs.containsValue(row))
        .forEach(row -> changes.add(lone(RowChange.Kind.ADDED, meaning, after.row(now, row), is)));
    changes.sort(Comparator.comparingInt(change -> change.row().row().number()));
    return new SheetChanges(name, path(before, old), path(after, now), changes, same, elsewhere);
  }

  private static String path(ComparedEdition edition, Sheet sheet) {
    return sheet == null ? null : edition.description().path(sheet.workbook());
  }

  /**
   * The cells that say something else.
   *
   * @param was the sheet as the one version has it, where its cells stand
   * @param is the sheet as the other has it
   */
  private static List<CellChange> changed(SheetMeaning meaning, AlignedSheets sheets, Row row, Row match, Sheet was,
      Sheet is) {
    List<CellChange> cells = new ArrayList<>();
    for (int i = 0; i < sheets.columns().size(); i++) {
      Object old = row.values().get(i);
      Object now = match.values().get(i);
      if (!Objects.equals(old, now)) {
        String heading = sheets.columns().get(i).heading();
        cells.add(new CellChange(ComparedEdition.column(sheets.after(), match, i), meaning.effect(i), old, now,
            was.cell(row, heading), is.cell(match, heading)));
      }
    }
    return cells;
  }

  private static RowChange lone(RowChange.Kind kind, SheetMeaning meaning, ComparedRow lone, Sheet placed) {
    boolean added = kind == RowChange.Kind.ADDED;
    List<CellChange> cells = new ArrayList<>();
    for (int i = 0; i < lone.sheet().columns().size(); i++) {
      Object value = lone.row().values().get(i);
      if (value != null) {
        String address = placed.cell(lone.row(), lone.sheet().columns().get(i).heading());
        cells.add(new CellChange(ComparedEdition.column(lone.sheet(), lone.row(), i), meaning.effect(i),
            added ? null : value, added ? value : null, added ? null : address, added ? address : null));
      }
    }
    return new RowChange(kind, gravest(cells), added ? null : lone, added ? lone : null, cells);
  }

  private static Effect gravest(List<CellChange> cells) {
    return cells.stream().map(CellChange::effect).min(Comparator.naturalOrder()).orElse(Effect.NONE);
  }
}
