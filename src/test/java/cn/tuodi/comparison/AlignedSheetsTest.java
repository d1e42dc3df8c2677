package cn.tuodi.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.language.Language;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Versions are compared by their headings, whichever columns each of them has. */
class AlignedSheetsTest {

  private static final String TERMS = "救助待遇";
  private static final CheckedEdition PLAIN = EditionChecker.check(new SmallEdition().sources());

  @Test
  @DisplayName("A column in which nothing is said and columns in another order are no change, either way")
  void sameInOtherColumns() {
    CheckedEdition wide = terms("50", "不限");
    assertTrue(EditionComparison.of(PLAIN, wide).isEmpty(), () -> told(PLAIN, wide));
    assertTrue(EditionComparison.of(wide, PLAIN).isEmpty(), () -> told(wide, PLAIN));
    assertTrue(ServiceDays.of(PLAIN, wide).isEmpty());
  }

  @Test
  @DisplayName("A figure that changes with the columns is the one change, at the cells where it stands in each")
  void changedInOtherColumns() {
    CheckedEdition wide = terms("60", "不限");
    List<RowChange> rows = EditionComparison.of(PLAIN, wide).sheets().get(0).rows();
    assertEquals(1, rows.size(), () -> told(PLAIN, wide));
    CellChange cell = rows.get(0).cells().get(0);
    assertEquals(1, rows.get(0).cells().size());
    assertEquals("救助比例", cell.column().heading());
    assertEquals("D4", cell.cellBefore());
    assertEquals("E4", cell.cellAfter());
    assertEquals(1, ServiceDays.of(PLAIN, wide).periods().size());
  }

  @Test
  @DisplayName("What a column says that only one version has is a change, and is gone without it")
  void saidInOneOnly() {
    CheckedEdition capped = terms("50", "1000");
    CellChange put = EditionComparison.of(PLAIN, capped).sheets().get(0).rows().get(0).cells().get(0);
    assertEquals("年度限额", put.column().heading());
    assertEquals("G4", put.cellAfter());
    CellChange left = EditionComparison.of(capped, PLAIN).sheets().get(0).rows().get(0).cells().get(0);
    assertEquals("年度限额", left.column().heading());
    assertEquals("G4", left.cellBefore());
  }

  /** The small policy with further columns in its terms, and in another order. */
  private static CheckedEdition terms(String percent, String cap) {
    Object rate = SmallEdition.rate("0." + percent);
    Object limit = cap.equals("不限") ? "无" : SmallEdition.rate(cap);
    SmallEdition edition = new SmallEdition().sheet(TERMS, "对象类别", "险种", "结果", "救助比例", "累计口径", "年度限额")
        .row(TERMS, "一类", "不限", "救助", rate, "全部合并", limit)
        .row(TERMS, "二类", "不限", "救助", SmallEdition.rate("0.5"), "全部合并", "无")
        .row(TERMS, "无类别", "不限", "非救助对象", "无", "无", "无");
    return EditionChecker.check(edition.sources());
  }

  private static String told(CheckedEdition before, CheckedEdition after) {
    return ChangesMarkdown.of(EditionComparison.of(before, after), Language.ZH);
  }
}
