package cn.tuodi.table.writing;

import cn.tuodi.language.Helps;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.ParameterSheet;

/** What staff are told of a column or a parameter: what it does, what its cells hold, and what holds without it. */
public final class ColumnHelp {

  private ColumnHelp() {}

  /**
   * The help of a column.
   *
   * @param sheet name of its sheet
   * @param column the column
   */
  public static Message of(String sheet, Column column) {
    return Message.given(text(sheet, column, Language.ZH), text(sheet, column, Language.EN));
  }

  /** The help of a parameter. */
  public static Message of(Parameter parameter) {
    return Message.given(text(parameter, Language.ZH), text(parameter, Language.EN));
  }

  private static String text(Parameter parameter, Language language) {
    return purpose(Layouts.PARAMETERS.sheet(), parameter.label(), language)
        + language.text(
            parameter.isRequired() ? "table.help-of-a-needed-parameter" : "table.help-of-a-further-parameter",
            ParameterSheet.type(parameter.kind()).wanted().in(language));
  }

  private static String text(String sheet, Column column, Language language) {
    if (column.role() == Column.Role.NOTE) {
      return language.text("table.help-of-a-note");
    }
    return purpose(sheet, column.heading(), language)
        + language.text(column.isCondition() ? "table.help-of-a-condition" : "table.help-of-a-result",
            column.type().wanted().in(language))
        + empty(column, language);
  }

  private static String purpose(String sheet, String word, Language language) {
    return Helps.of(sheet, word).map(help -> language.text("table.help-of-purpose", help.in(language))).orElse("");
  }

  private static String empty(Column column, Language language) {
    if (column.empty() == null) {
      return "";
    }
    return language.text(column.isCondition() ? "table.help-without-a-condition" : "table.help-without-a-result",
        column.empty());
  }
}
