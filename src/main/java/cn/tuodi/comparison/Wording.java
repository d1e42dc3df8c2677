package cn.tuodi.comparison;

import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values, rows and provisions as people read them. */
final class Wording {

  private final Language language;

  Wording(Language language) {
    this.language = language;
  }

  String of(String zh, String en) {
    return language.of(zh, en);
  }

  String text(String key, Object... arguments) {
    return language.text(key, arguments);
  }

  String sheet(String sheet) {
    return of(sheet, EnglishWords.of(sheet));
  }

  String column(Column column) {
    return of(column.heading(), EnglishWords.of(column.heading()));
  }

  String kind(RowChange.Kind kind) {
    return of(kind.label(), kind.labelEn());
  }

  String effect(Effect effect) {
    return of(effect.label(), effect.labelEn());
  }

  /** The value of a cell, for example {@code 80%}, {@code 3,000 元} or {@code 2022-03-01}. */
  String value(Column column, Object value) {
    if (value == null) {
      return column.empty() == null || column.empty().isEmpty()
          ? column.isCondition() && Column.ANY.equals(column.empty()) ? text("comparison.any") : text("comparison.none")
          : column.isCondition() && Column.ANY.equals(column.empty()) ? text("comparison.any-2", column.empty())
              : text("comparison.none-2", column.empty());
    }
    if (value instanceof Money money) {
      return amount(money);
    }
    if (value instanceof Rate rate) {
      return column.heading().contains("百分点") ? text("comparison.points", points(rate)) : rate.toString();
    }
    if (value instanceof BigDecimal number) {
      return text("comparison.times", number.toPlainString());
    }
    if (value instanceof LocalDate || value instanceof Integer || value instanceof String) {
      return value.toString();
    }
    return language == Language.ZH ? column.type().shown(value) : EnglishWords.ofValue(value);
  }

  private static String points(Rate rate) {
    return rate.toString().replace("%", "");
  }

  private String amount(Money money) {
    String text = String.format(Locale.ROOT, "%,d", money.inFen() / 100);
    long rest = money.inFen() % 100;
    String yuan = rest == 0 ? text : text + String.format(Locale.ROOT, ".%02d", rest);
    return text("comparison.yuan", yuan);
  }

  /** What a row is about: its conditions, or what else tells it from other rows. */
  String subject(ComparedRow compared) {
    List<Column> columns = compared.sheet().columns();
    List<String> parts = new ArrayList<>();
    for (int i : new SheetMeaning(compared.sheet().name(), columns).keys()) {
      Object value = compared.row().values().get(i);
      if (value != null) {
        parts.add(part(columns.get(i), value));
      }
    }
    if (!parts.isEmpty()) {
      return String.join(text("language.clause-comma"), parts);
    }
    return columns.get(0).heading().equals("地区") ? text("comparison.the-edition") : text("comparison.all-cases");
  }

  private String part(Column column, Object value) {
    if (column.heading().equals(Column.FROM)) {
      return text("comparison.from", value);
    }
    if (column.heading().equals(Column.TO)) {
      return text("comparison.until", value);
    }
    boolean speaksForItself = value instanceof Enum<?> || value instanceof String;
    return speaksForItself ? value(column, value) : text("language.labelled", column(column), value(column, value));
  }

  /** A provision with its document and article. */
  String provision(ComparedRow row) {
    Provision provision = row.provision();
    return provision == null ? ""
        : text("language.with-place", provision.id(), provision.instrument(), provision.article());
  }

  /** One sentence on a change of a cell. */
  String sentence(RowChange row, CellChange cell) {
    String provision = provision(row.row());
    String under = provision.isEmpty() ? "" : text("comparison.under", provision);
    return text("comparison.from-to", sheet(row.row().sheet().name()), subject(row.row()), column(cell.column()),
        value(cell.column(), cell.before()), value(cell.column(), cell.after()), under);
  }
}
