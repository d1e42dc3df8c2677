package cn.tuodi.comparison;

import cn.tuodi.edition.source.EditionDescription;
import java.util.List;
import java.util.stream.Stream;

/**
 * What differs between two editions, or two versions of one.
 *
 * @param before what is known of the one
 * @param after what is known of the other
 * @param sheets every sheet that differs, in the order in which a claim meets them
 * @param rules written rules that differ
 * @param moved how many rows say the same in another place
 */
public record EditionChanges(EditionDescription before, EditionDescription after, List<SheetChanges> sheets,
    List<RuleChange> rules, int moved) {

  /** Whether nothing differs, notes included. */
  public boolean isEmpty() {
    return sheets.isEmpty() && rules.isEmpty();
  }

  /** Whether decisions may differ. */
  public boolean affectsDecisions() {
    return !rules.isEmpty() || rows().anyMatch(row -> row.effect() == Effect.DECISIONS);
  }

  /** How many rows of all sheets something happened to. */
  public long count(RowChange.Kind kind) {
    return rows().filter(row -> row.kind() == kind).count();
  }

  /** How many cells of changed rows have an effect. */
  public long cells(Effect effect) {
    return rows().filter(row -> row.kind() == RowChange.Kind.CHANGED).flatMap(row -> row.cells().stream())
        .filter(cell -> cell.effect() == effect).count();
  }

  private Stream<RowChange> rows() {
    return sheets.stream().flatMap(sheet -> sheet.rows().stream());
  }
}
