package cn.tuodi.edition.proof;

import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds rows that no situation of any day of the edition meets: what they state is never used, be it that their dates lie
 * outside of the edition, that the class does not have the identity, or that their conditions exclude each other.
 */
final class UnmetRows {

  private UnmetRows() {}

  /** Finds them, unless gaps or overlaps of the sheet were found, which may be the same mistake. */
  static Coverage find(Coverage coverage, Collection<Finding> findings) {
    Set<Row> met = new HashSet<>();
    coverage.periods().forEach(period -> coverage.inForce(period).forEach(line -> met.add(line.row())));
    Set<String> found = new HashSet<>();
    findings.forEach(finding -> found.add(finding.sheet()));
    coverage.lines().stream().filter(line -> !met.contains(line.row()) && !found.contains(line.sheet().name()))
        .limit(Coverage.MOST).forEach(line -> findings.add(new Finding(line.sheet().workbook(), line.sheet().name(),
            Column.letter(0) + line.row().number(),
            "第 " + line.row().number() + " 行不会适用于任何人：条件互相矛盾，或日期不在本版适用期内，请改正，或删除这一行",
            "row " + line.row().number() + " applies to nobody: its conditions exclude each other, or its dates lie "
                + "outside of the edition; correct them, or delete the row")));
    return coverage;
  }
}
