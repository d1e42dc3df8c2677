package cn.tuodi.edition.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows whose cells are sound one by one. */
class RowChecksTest {

  private static final int MOST = 300;
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final List<Column> COLUMNS = Layouts.TERMS.columns().stream()
      .filter(column -> List.of(Column.FROM, Column.TO).contains(column.heading())).toList();

  @Test
  @DisplayName("Rows may begin and end on three hundred days; one day more is told, with the number")
  void days() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < MOST / 2; i++) {
      rows.add(row(FIRST.plusDays(i), FIRST.plusDays(MOST / 2 + i)));
    }
    assertEquals(List.of(), findings(rows));
    rows.add(row(FIRST, FIRST.plusDays(1)));
    rows.add(row(null, null));
    assertEquals(List.of(), findings(rows), "days that others have, or none");
    rows.add(row(FIRST.plusDays(MOST), null));
    Finding finding = findings(rows).get(0);
    assertTrue(finding.zh().contains("共有 301 个不同的日期，最多 300 个"), finding.zh());
    assertTrue(finding.en().contains("301 different days"), finding.en());
  }

  @Test
  @DisplayName("A row may end on the day on which it begins, not before")
  void order() {
    assertEquals(List.of(), findings(List.of(row(FIRST, FIRST))));
    assertEquals("失效日期早于生效日期", findings(List.of(row(FIRST, FIRST.minusDays(1)))).get(0).zh());
  }

  private static Row row(LocalDate from, LocalDate to) {
    return new Row(2, COLUMNS.get(0).heading().equals(Column.FROM) ? Arrays.asList(from, to) : Arrays.asList(to, from));
  }

  private static List<Finding> findings(List<Row> rows) {
    List<Finding> findings = new ArrayList<>();
    RowChecks.check(new Sheet("medical-assistance.xlsx", "另一张表", COLUMNS, rows), IdentityDefinitions.NONE, findings);
    return findings;
  }
}
