package cn.tuodi.edition.proof;

import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Sheet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds classes of which it is not said which is the more favourable. */
final class EqualRanks {

  private static final String CLASS = "对象类别";
  private static final String RANK = "优先次序";

  private EqualRanks() {}

  /**
   * Finds rows of equal order of favour that one person can meet by different identities: the class would depend on
   * which is stated first. Rows that give no class are never chosen.
   */
  static void find(Coverage classes, Collection<Finding> findings) {
    Set<List<Integer>> told = new HashSet<>();
    for (Period period : classes.periods()) {
      List<Coverage.Line> lines = classes.inForce(period).stream()
          .filter(line -> line.sheet().value(line.row(), CLASS) != PersonClass.NONE).toList();
      for (int i = 0; i < lines.size(); i++) {
        for (Coverage.Line earlier : lines.subList(0, i)) {
          Coverage.Line later = lines.get(i);
          if (earlier.sheet().value(earlier.row(), RANK).equals(later.sheet().value(later.row(), RANK))
              && told.size() < Coverage.MOST && told.add(List.of(earlier.row().number(), later.row().number()))) {
            findEqualRank(classes, earlier, later, period, findings);
          }
        }
      }
    }
  }

  private static void findEqualRank(Coverage classes, Coverage.Line earlier, Coverage.Line later, Period period,
      Collection<Finding> findings) {
    for (int i : earlier.met().stream().toArray()) {
      for (int j : later.met().stream().toArray()) {
        Situation one = classes.situation(i);
        Situation other = classes.situation(j);
        if (!one.equals(other) && one.value("severe").equals(other.value("severe"))) {
          Sheet sheet = later.sheet();
          Object rank = sheet.value(later.row(), RANK);
          String cells = sheet.cell(earlier.row(), RANK) + "、" + sheet.cell(later.row(), RANK);
          findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(later.row(), RANK),
              Message.of("edition.row-and-row-have-the-same", earlier.row().number(), later.row().number(), rank,
                  period.first(), Message.given(one.zh(sheet), one.en(sheet)),
                  Message.given(other.zh(sheet), other.en(sheet)), Message.given(cells, cells.replace("、", ", ")))));
          return;
        }
      }
    }
  }
}
