package cn.tuodi.table.writing;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.table.Column;

/** What staff are told of a column: what it does, what its cells hold, and what holds without it. */
public final class ColumnHelp {

  private ColumnHelp() {}

  /** The help of a column. */
  public static Message of(Column column) {
    return both(column, ColumnHelp::text);
  }

  private interface Words {
    String in(Column column, Language language);
  }

  private static Message both(Column column, Words words) {
    return Message.given(words.in(column, Language.ZH), words.in(column, Language.EN));
  }

  private static String text(Column column, Language language) {
    if (column.role() == Column.Role.NOTE) {
      return language.text("table.help-of-a-note");
    }
    return language.text(column.isCondition() ? "table.help-of-a-condition" : "table.help-of-a-result",
        column.type().wanted().in(language)) + empty(column, language);
  }

  private static String empty(Column column, Language language) {
    if (column.empty() == null) {
      return "";
    }
    return language.text(column.isCondition() ? "table.help-without-a-condition" : "table.help-without-a-result",
        column.empty());
  }
}
