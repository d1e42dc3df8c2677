package cn.tuodi.desk.inforce;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names of editions that people could not tell apart. */
public final class SameName {

  private static final String WORKBOOK = "edition.xlsx";
  private static final String SHEET = "版本";

  private SameName() {}

  /** What is wrong with the names of an edition beside others. */
  public static List<Finding> of(EditionDescription edition, Collection<EditionDescription> others) {
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
        Message.of("desk.the-is-that-of-the-edition", Message.given(heading, headingEn), name, other.id().year(),
            other.id().region()));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}\\p{Cf}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
