package cn.tuodi.desk.inforce;

import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.language.Message;
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
            Message.of("desk.covers-the-same-area-on-the-same",
                other.description().title(), span(other))));
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
        throw new DeskRefusal(Reason.UNDO_ANOTHER_FIRST,
            published == null
                ? Message.of("desk.then-would-cover-the-same-area",
                    edition.description().title(),
                    other.description().title(), span(other))
                : Message.of("desk.then-would-cover-the-same-area-on",
                    edition.description().title(),
                    other.description().title(), span(other), published));
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
