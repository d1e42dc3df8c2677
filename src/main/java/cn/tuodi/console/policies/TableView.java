package cn.tuodi.console.policies;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.CellText;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Page;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sheet as a spreadsheet shows it.
 *
 * @param workbook file name
 * @param workbookTitle what the workbook holds
 * @param download where the workbook is downloaded
 * @param sheet name of the sheet
 * @param title its name in the language of the page
 * @param columns its columns
 * @param rows its rows of data
 */
public record TableView(String workbook, String workbookTitle, String download, String sheet, String title,
    List<Heading> columns,
    List<Line> rows) {

  private static final String SEPARATOR = "、";

  /**
   * A column.
   *
   * @param letter its letters in the spreadsheet
   * @param text its heading
   * @param gloss its heading in the language of the page, or null where that is the same
   * @param kind what its cells become: condition, result or note
   */
  public record Heading(String letter, String text, String gloss, String kind) {

    /** Language of its cells. */
    public String lang() {
      return Page.isEnglish(text) ? Language.EN.tag() : Language.ZH.tag();
    }
  }

  /**
   * A row.
   *
   * @param number the row as the spreadsheet numbers it
   * @param cells its cells
   */
  public record Line(int number, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param heading its column
   * @param text what it shows
   * @param gloss the same in the language of the page, or null where that is the same
   * @param provision page of the provision it names, or null
   * @param figure whether it is a figure
   * @param empty whether it says that there is nothing, or that it does not matter
   */
  public record Cell(Heading heading, String text, String gloss, String provision, boolean figure, boolean empty) {

    /** What it says in the language of the page, where there is that. */
    public String shown() {
      return gloss == null ? text : gloss;
    }

    /** Language of what it says, or null where it is of none. */
    public String lang() {
      return Page.isEnglish(heading.text()) ? Language.EN.tag() : Page.isChinese(shown()) ? Language.ZH.tag() : null;
    }
  }

  public static TableView of(EditionDescription edition, Sheet sheet, Language language) {
    List<Heading> headings = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      Column column = sheet.columns().get(i);
      headings.add(new Heading(Column.letter(i), column.heading(), gloss(column.heading(), language), kind(column)));
    }
    List<Line> rows = sheet.rows().stream().map(row -> line(edition, sheet, row, headings, language)).toList();
    return new TableView(sheet.workbook(),
        WorkbookNames.of(sheet.workbook(), language), Addresses.workbook(edition.id().toString(), sheet.workbook()),
        sheet.name(),
        Glossary.of(sheet.name(), language), headings, rows);
  }

  /** One row of the sheet, or null where it has none of this number. */
  public Line row(int number) {
    return rows.stream().filter(row -> row.number() == number).findFirst().orElse(null);
  }

  private static Line line(EditionDescription edition, Sheet sheet, Row row, List<Heading> headings,
      Language language) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      String text = CellText.of(sheet, row, i);
      boolean provision = edition.provisions().containsKey(text);
      cells.add(new Cell(headings.get(i), text, gloss(text, language),
          provision ? Addresses.provision(edition.id().toString(), text) : null, CellText.isFigure(sheet, row, i),
          row.values().get(i) == null));
    }
    return new Line(row.number(), cells);
  }

  private static String kind(Column column) {
    return switch (column.role()) {
      case CONDITION -> "condition";
      case ACTION, FLAG -> "result";
      case NOTE -> "note";
    };
  }

  /** The words of a cell in the language of the page, several of them one by one; null where any of them has no other. */
  private static String gloss(String text, Language language) {
    List<String> words = Arrays.asList(text.split(SEPARATOR));
    if (!words.stream().allMatch(EnglishWords::knows)) {
      return null;
    }
    String gloss = words.stream().map(word -> Glossary.of(word, language))
        .collect(Collectors.joining(language.of(SEPARATOR, ", ")));
    return gloss.equals(text) ? null : gloss;
  }
}
