package cn.tuodi.desk.inforce;

import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.List;

/** Editions that would cover the same place on the same day. */
public final class Overlap {

  private static final String WORKBOOK = "edition.xlsx";
  private static final String SHEET = "版本";

  private Overlap() {}

  /** What is wrong with some editions together. */
  static List<Finding> among(List<Edition> editions) {
    List<Finding> findings = new ArrayList<>();
    if (fits(editions)) {
      return findings;
    }
    for (int i = 0; i < editions.size(); i++) {
      findings.addAll(of(editions.get(i), editions.subList(0, i)));
    }
    return findings;
  }

  /** What is wrong with an edition beside others. */
  public static List<Finding> of(Edition edition, List<Edition> others) {
    List<Finding> findings = new ArrayList<>();
    for (Edition other : others) {
      if (!fits(List.of(edition, other))) {
        findings.add(new Finding(WORKBOOK, SHEET, null,
            "与 " + other.description().name() + "（" + span(other) + "）的地区和日期重叠，请调整生效、失效日期",
            "covers the same area on the same days as " + other.description().nameEn() + " (" + span(other)
                + "): change the first or last day"));
      }
    }
    return findings;
  }

  /**
   * Refuses to put an edition back beside others that cover the same place on the same day: nobody can correct what was
   * published, but the other one can be undone before.
   */
  public static void requireNone(Edition edition, List<Edition> others, StoreState state) {
    for (Edition other : others) {
      if (!fits(List.of(edition, other))) {
        Integer published = state.of(other.id()).map(EditionState::inForce).map(EditionState.InForce::publication)
            .orElse(null);
        String name = other.description().name();
        throw new DeskRefusal(Reason.UNDO_ANOTHER_FIRST,
            "退回后，" + edition.description().name() + " 与现行的 " + name + "（" + span(other) + "）会在同一天适用于同一地区。请先"
                + (published == null ? "让 " + name + " 不再适用" : "在发布历史中撤回 " + name + " 的第 " + published + " 次发布")
                + "，再退回此版本",
            "then " + edition.description().nameEn() + " would cover the same area on the same days as "
                + other.description().nameEn() + " (" + span(other) + "), which is in force: first "
                + (published == null ? "end that edition" : "undo its publication " + published + " in the history")
                + ", then go back to this version");
      }
    }
  }

  private static String span(Edition edition) {
    return edition.description().from() + " – "
        + (edition.description().to() == null ? "…" : edition.description().to());
  }

  private static boolean fits(List<Edition> editions) {
    try {
      new Catalogue(editions);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
