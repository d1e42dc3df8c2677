package cn.tuodi.console.desk;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Option;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.start.BlankSheet;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import java.time.LocalDate;
import java.util.List;

/**
 * What somebody can begin with who has workbooks of what is not there yet.
 *
 * @param editions editions that leave something to pooling areas
 * @param regions regions there are
 * @param nextYear the year that most likely comes next
 * @param workbooks the workbooks that an edition needs
 * @param sheets sheets that a blank start may have besides those that every edition needs
 */
record NewPolicyView(List<EditionLine> editions, List<String> regions, int nextYear, List<Option> workbooks,
    List<Option> sheets) {

  /**
   * An edition.
   *
   * @param name its name as addresses have it
   * @param title its title
   * @param area code of its area, which its pooling areas lie in
   * @param template where the blank workbook of local standards is
   */
  record EditionLine(String name, String title, String area, String template) {}

  static NewPolicyView of(List<EditionDescription> editions, Language language) {
    return new NewPolicyView(editions.stream().map(edition -> line(edition, language)).toList(),
        editions.stream().map(edition -> edition.id().region()).distinct().toList(), LocalDate.now().getYear() + 1,
        WorkbookNames.OF_EDITION.stream()
            .map(file -> new Option(file, WorkbookNames.of(file, language), false)).toList(),
        BlankSheet.offered().stream()
            .map(sheet -> new Option(sheet.name(), Glossary.of(sheet.name(), language), false)).toList());
  }

  private static EditionLine line(EditionDescription edition, Language language) {
    return new EditionLine(edition.id().toString(), language.of(edition.name(), edition.nameEn()), edition.areaCode(),
        Addresses.workbook(edition.id().toString(), WorkbookNames.ofArea(edition.areaCode())));
  }
}
