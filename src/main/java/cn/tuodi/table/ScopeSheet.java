package cn.tuodi.table;

import cn.tuodi.facts.CareType;
import cn.tuodi.facts.CriticalIllnessScope;
import cn.tuodi.facts.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Reads the sheet of what critical-illness insurance covers. */
public final class ScopeSheet {

  private ScopeSheet() {}

  /**
   * The scope a sheet states.
   *
   * @param sheet its cells
   * @param findings where to write what is wrong: a kind of care must be covered or not on every day, by exactly one row
   */
  public static CriticalIllnessScope read(Sheet sheet, Collection<Finding> findings) {
    List<CriticalIllnessScope.Entry> entries = new ArrayList<>();
    for (Row row : sheet.rows()) {
      LocalDate from = (LocalDate) row.values().get(2);
      LocalDate to = (LocalDate) row.values().get(3);
      entries.add(new CriticalIllnessScope.Entry((CareType) row.values().get(1),
          from == null ? Long.MIN_VALUE : from.toEpochDay(), to == null ? Long.MAX_VALUE : to.toEpochDay(),
          (Boolean) row.values().get(4),
          Source.row((String) row.values().get(0), sheet.workbook(), sheet.name(), row.number())));
    }
    for (CareType care : CareType.values()) {
      if (care == care.countedAs()) {
        check(care, entries, sheet, findings);
      }
    }
    return new CriticalIllnessScope(entries);
  }

  private static void check(CareType care, List<CriticalIllnessScope.Entry> entries, Sheet sheet,
      Collection<Finding> findings) {
    List<CriticalIllnessScope.Entry> rows = entries.stream().filter(entry -> entry.care() == care).toList();
    TreeSet<Long> edges = new TreeSet<>(List.of(Long.MIN_VALUE));
    for (CriticalIllnessScope.Entry entry : rows) {
      edges.add(entry.from());
      if (entry.to() != Long.MAX_VALUE) {
        edges.add(entry.to() + 1);
      }
    }
    for (long day : edges) {
      long matching = rows.stream().filter(entry -> entry.from() <= day && day <= entry.to()).count();
      if (matching != 1) {
        String when = day == Long.MIN_VALUE ? "最早的日期" : LocalDate.ofEpochDay(day).toString();
        findings.add(new Finding(sheet.workbook(), sheet.name(), null,
            "“" + care.label() + "”自" + when + "起有 " + matching + " 行适用，应恰有一行",
            care + ": " + matching + " rows apply from " + when + ", exactly one is needed"));
      }
    }
  }
}
