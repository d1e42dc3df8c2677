package cn.tuodi.desk.preview;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.comparison.Effect;
import cn.tuodi.comparison.RowChange;
import cn.tuodi.comparison.SheetChanges;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.proof.RowExample;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims that changed rows apply to, decided by both versions. */
final class WorkedExamples {

  private static final int MAX_OF_SHEET = 5;
  private static final int MAX_EXAMPLES = 15;

  private final EditionChanges changes;
  private final Map<String, Claim> before;
  private final Map<String, Claim> after;

  WorkedExamples(EditionChanges changes, CheckedEdition before, CheckedEdition after) {
    this.changes = changes;
    this.before = claims(before);
    this.after = claims(after);
  }

  private static Map<String, Claim> claims(CheckedEdition edition) {
    Map<String, Claim> claims = new HashMap<>();
    for (RowExample example : edition.examples()) {
      claims.putIfAbsent(key(example.sheet(), example.row()), example.claim());
    }
    return claims;
  }

  private static String key(Sheet sheet, Row row) {
    return sheet.workbook() + "#" + sheet.name() + "#" + row.number();
  }

  /** Examples on which the two editions pay otherwise, at most some of each sheet. */
  List<WorkedExample> decided(Edition one, Edition other) {
    List<WorkedExample> examples = new ArrayList<>();
    for (SheetChanges sheet : changes.sheets()) {
      int ofSheet = 0;
      for (RowChange row : sheet.rows()) {
        Optional<WorkedExample> example = ofSheet < MAX_OF_SHEET && examples.size() < MAX_EXAMPLES
            && row.effect() == Effect.DECISIONS ? decided(row, one, other) : Optional.empty();
        if (example.isPresent()) {
          examples.add(example.get());
          ofSheet++;
        }
      }
    }
    return examples;
  }

  private Optional<WorkedExample> decided(RowChange row, Edition one, Edition other) {
    Claim claim = row.after() == null ? before.get(key(row.before().sheet(), row.before().row()))
        : after.get(key(row.after().sheet(), row.after().row()));
    if (claim != null && AssistanceDecider.decideUnder(one.in(claim.region()), claim) instanceof Decision was
        && AssistanceDecider.decideUnder(other.in(claim.region()), claim) instanceof Decision is
        && !(was.totals().equals(is.totals()) && was.status() == is.status())) {
      return Optional.of(new WorkedExample(row, claim, was, is));
    }
    return Optional.empty();
  }
}
