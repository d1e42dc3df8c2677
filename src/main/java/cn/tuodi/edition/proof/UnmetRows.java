package cn.tuodi.edition.proof;

import cn.tuodi.language.Message;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds rows that are in force on a day of the edition and that no situation of any day meets, be it that the class does
 * not have the identity, or that their conditions exclude each other otherwise: what they state is never used.
 */
final class UnmetRows {

  private UnmetRows() {}

  /** Finds them, unless gaps or overlaps of the sheet were found, which may be the same mistake. */
  static Coverage find(Coverage coverage, Collection<Finding> findings, Collection<Finding> unmet) {
    Set<Row> met = new HashSet<>();
    coverage.periods().forEach(period -> coverage.inForce(period).forEach(line -> met.add(line.row())));
    Set<String> found = new HashSet<>();
    findings.forEach(finding -> found.add(finding.sheet()));
    coverage.lines().stream().filter(line -> isInForce(line, coverage) && !met.contains(line.row()))
        .filter(line -> !found.contains(line.sheet().name())).limit(Coverage.MOST)
        .forEach(line -> unmet.add(new Finding(line.sheet().workbook(), line.sheet().name(),
            Column.letter(0) + line.row().number(),
            Message.of("edition.row-applies-to-nobody-its-conditions", line.row().number()))));
    return coverage;
  }

  /** Rows of other years, as a copied year has them, say by their dates that they are past. */
  private static boolean isInForce(Coverage.Line line, Coverage coverage) {
    return coverage.periods().stream().anyMatch(period -> line.days().contains(period.first()));
  }
}
