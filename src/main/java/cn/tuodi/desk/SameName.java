package cn.tuodi.desk;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.table.Finding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names of editions that people could not tell apart. */
final class SameName {

  private static final String WORKBOOK = "edition.xlsx";
  private static final String SHEET = "版本";

  private SameName() {}

  /** What is wrong with the names of an edition beside others. */
  static List<Finding> of(EditionDescription edition, Collection<EditionDescription> others) {
    List<Finding> findings = new ArrayList<>();
    for (EditionDescription other : others) {
      if (plain(edition.name()).equals(plain(other.name()))) {
        findings.add(finding("F4", "名称", edition.name(), "name", other));
      }
      if (plain(edition.nameEn()).equals(plain(other.nameEn()))) {
        findings.add(finding("G4", "英文名称", edition.nameEn(), "English name", other));
      }
    }
    return findings;
  }

  private static Finding finding(String cell, String heading, String name, String headingEn,
      EditionDescription other) {
    return new Finding(WORKBOOK, SHEET, cell,
        heading + "“" + name + "”与 " + other.id().year() + " 年度（地区 " + other.id().region() + "）的版本相同，无法区分：请改成只属于这个版本的"
            + heading + "，例如写明年度",
        "the " + headingEn + " \"" + name + "\" is that of the edition of " + other.id().year() + " (region "
            + other.id().region() + "), too: give this edition one of its own, for example with the year");
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}\\p{Cf}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
