package cn.tuodi.table;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.CareType;
import cn.tuodi.policy.CriticalIllnessScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the sheet of what critical-illness insurance covers. */
public final class ScopeSheet {

  private ScopeSheet() {}

  /**
   * The scope a sheet states.
   *
   * @param sheet its cells
   */
  public static CriticalIllnessScope read(Sheet sheet) {
    List<CriticalIllnessScope.Entry> entries = new ArrayList<>();
    for (Row row : sheet.rows()) {
      LocalDate from = (LocalDate) row.values().get(2);
      LocalDate to = (LocalDate) row.values().get(3);
      entries.add(new CriticalIllnessScope.Entry((CareType) row.values().get(1),
          from == null ? Long.MIN_VALUE : from.toEpochDay(), to == null ? Long.MAX_VALUE : to.toEpochDay(),
          (Boolean) row.values().get(4),
          Source.row((String) row.values().get(0), sheet.workbook(), sheet.name(), row.number())));
    }
    return new CriticalIllnessScope(entries);
  }
}
