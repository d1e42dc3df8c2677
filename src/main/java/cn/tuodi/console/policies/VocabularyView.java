package cn.tuodi.console.policies;

import cn.tuodi.console.Glossary;
import cn.tuodi.language.Helps;
import cn.tuodi.language.Language;
import cn.tuodi.language.OtherWords;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.writing.ColumnHelp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What sheets can say.
 *
 * @param sheets the sheets of an edition and of its areas
 */
record VocabularyView(List<SheetWords> sheets) {

  /** As many choices as a cell of the table shows; more can be unfolded. */
  private static final int FEW = 6;

  /**
   * A sheet.
   *
   * @param name its name
   * @param gloss what it is called in the language of the page, or null where that is its name
   * @param ofAreas whether it is of standards of areas
   * @param words its columns
   * @param parameters the parameters that it may state
   */
  record SheetWords(String name, String gloss, boolean ofAreas, List<Word> words, List<ParameterWord> parameters) {}

  /**
   * A parameter.
   *
   * @param name its name
   * @param gloss what it is called in the language of the page, or null where that is its name
   * @param help what it does
   */
  record ParameterWord(String name, String gloss, String help) {}

  /**
   * A column.
   *
   * @param heading its heading
   * @param gloss what it is called in the language of the page, or null where that is its heading
   * @param help what it does, or null
   * @param others other words for it, or null
   * @param role what it is
   * @param roleText the same in words
   * @param cells what its cells hold
   * @param choices what may be chosen, where that is too much to be told at once
   * @param without what holds without it
   */
  record Word(String heading, String gloss, String help, String others, String role, String roleText, String cells,
      List<String> choices, String without) {}

  static VocabularyView of(Language language) {
    List<SheetWords> sheets = new ArrayList<>();
    Layouts.ALL.forEach(layout -> sheets.add(sheet(layout.sheet(), layout.columns(), false, language)));
    Layouts.DATA.forEach(layout -> sheets.add(sheet(layout.sheet(), layout.columns(), false, language)));
    LocalLayouts.ALL.stream().filter(layout -> sheets.stream().noneMatch(one -> one.name().equals(layout.sheet())))
        .forEach(layout -> sheets.add(sheet(layout.sheet(), layout.columns(), true, language)));
    return new VocabularyView(sheets);
  }

  private static SheetWords sheet(String name, List<Column> columns, boolean ofAreas, Language language) {
    return new SheetWords(name, gloss(name, language), ofAreas,
        columns.stream().map(column -> word(name, column, language)).toList(),
        name.equals(Layouts.PARAMETERS.sheet()) ? parameters(language) : List.of());
  }

  private static List<ParameterWord> parameters(Language language) {
    return Arrays.stream(Parameter.values()).map(parameter -> new ParameterWord(parameter.label(),
        gloss(parameter.label(), language), ColumnHelp.of(parameter).in(language))).toList();
  }

  private static Word word(String sheet, Column column, Language language) {
    List<String> choices = List.copyOf(column.type().choices());
    boolean many = choices.size() > FEW;
    String others = String.join("、", OtherWords.forHeading(column.heading()));
    return new Word(column.heading(), gloss(column.heading(), language),
        Helps.of(sheet, column.heading()).map(help -> help.in(language)).orElse(null), others.isEmpty() ? null : others,
        role(column),
        language.text(switch (column.role()) {
          case CONDITION -> "console.word-is-a-condition";
          case ACTION, FLAG -> "console.word-is-a-result";
          case NOTE -> "console.word-is-a-note";
        }),
        many ? language.text("console.one-of-choices", choices.size()) : column.type().wanted().in(language),
        many ? choices : List.of(), without(column, language));
  }

  private static String role(Column column) {
    return switch (column.role()) {
      case CONDITION -> "condition";
      case ACTION, FLAG -> "result";
      case NOTE -> "note";
    };
  }

  private static String without(Column column, Language language) {
    return column.role() == Column.Role.NOTE ? language.text("console.word-without-note")
        : column.isRequired() ? language.text("console.word-is-needed") : column.empty();
  }

  private static String gloss(String zh, Language language) {
    String gloss = Glossary.of(zh, language);
    return gloss.equals(zh) ? null : gloss;
  }
}
