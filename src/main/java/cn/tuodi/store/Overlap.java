package cn.tuodi.store;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.List;

/** Editions that would cover the same place on the same day. */
final class Overlap {

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
  static List<Finding> of(Edition edition, List<Edition> others) {
    List<Finding> findings = new ArrayList<>();
    for (Edition other : others) {
      if (!fits(List.of(edition, other))) {
        findings.add(new Finding(WORKBOOK, SHEET, null,
            "与版本 " + other.id() + "（" + span(other) + "）的地区和日期重叠，请调整生效、失效日期",
            "covers the same area on the same days as edition " + other.id() + " (" + span(other)
                + "): change the first or last day"));
      }
    }
    return findings;
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
