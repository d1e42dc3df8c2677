package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a cell as the field of a claim that its column states. Spreadsheets write dates in many ways, all of which are
 * taken that can mean one day only. What they have damaged is refused, with what to do: nothing is guessed.
 */
final class CsvCell {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00(\\.0+)?)?$");
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2|年(\\d{1,2})月)(\\d{1,2})日?");
  private static final Pattern DIGITS_OF_A_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
  private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+([.,]\\d+)?[eE][-+]?\\d{1,3}");
  private static final Pattern SCIENTIFIC_ID = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,3}");
  private static final Pattern FRACTION = Pattern.compile("\\d{15,}\\.0+");
  private static final Pattern FULL_WIDTH = Pattern.compile("[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]");
  private static final Pattern CURRENCY = Pattern.compile("[$¥€£元]|RMB|CNY", Pattern.CASE_INSENSITIVE);
  /** What a formula that fails leaves, and a number under which a column is too narrow. */
  private static final Pattern ERROR =
      Pattern.compile(
          "#(?:REF|VALUE|DIV/0|NULL|NUM|SPILL|CALC|FIELD|BLOCKED|UNKNOWN|CONNECT|BUSY)!|#N/A|#NAME\\?|Err:\\d+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOO_NARROW = Pattern.compile("#{3,}");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,10})?");
  /** What separates the values of one cell. */
  private static final Pattern SEPARATOR = Pattern.compile("[;、]");
  /** As people keep a spreadsheet from taking a number for one: {@code ="450103…"}. */
  private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");
  /** Blanks of all kinds at either end, and what cannot be seen. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\u200B-\u200D\u2060\uFEFF]+|[\\s\\p{Z}\u200B-\u200D\u2060\uFEFF]+$");
  private static final int MAX_SHOWN = 40;

  private final CsvColumn column;
  private final String text;
  private final Language language;

  private CsvCell(CsvColumn column, String text, Language language) {
    this.column = column;
    this.text = text;
    this.language = language;
  }

  /** The text of a cell without what a spreadsheet needs around it. */
  static String text(String cell) {
    String text = AROUND.matcher(cell).replaceAll("");
    Matcher formula = TEXT_FORMULA.matcher(text);
    if (formula.matches()) {
      return AROUND.matcher(formula.group(1)).replaceAll("");
    }
    return text.startsWith("'") ? text.substring(1) : text;
  }

  /**
   * The value as JSON has it. What is merely not of the column's kind stays text, so that reading the claim says what is
   * wrong.
   *
   * @param column the column
   * @param text text of the cell, not empty
   * @param language language of messages
   * @throws PortfolioFault if a spreadsheet has damaged the value, or it cannot be told what it means
   */
  static Object value(CsvColumn column, String text, Language language) {
    CsvCell cell = new CsvCell(column, text, language);
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    cell.requireUndamaged(plain);
    ValueType<?> type = column.field().type();
    return switch (column.kind()) {
      case NAMES -> parts(plain).map(part -> cell.single(type.element(), part)).toList();
      case ENTRIES -> parts(plain).map(part -> cell.entry(type.element().fields(), part)).toList();
      case TEXT, ID -> cell.single(type, text);
      case NUMBER, YES_NO, DATE -> cell.single(type, plain);
    };
  }

  private static Stream<String> parts(String plain) {
    return Arrays.stream(SEPARATOR.split(plain)).map(String::strip);
  }

  /** The value of one field. */
  private Object single(ValueType<?> type, String value) {
    return switch (CsvColumn.Kind.of(type)) {
      case TEXT -> type.choices() == null ? value : code(value, CsvChoice.of(type));
      case ID -> id(value);
      case NUMBER -> type.kind() == ValueType.Kind.RATE ? rate(value) : number(value);
      case YES_NO -> yesNo(value);
      case DATE -> date(value);
      case NAMES, ENTRIES -> value;
    };
  }

  /** The fields of an entry in their order, between colons; what stands behind the last one is taken for a part of it. */
  private Map<String, Object> entry(FieldSet<?> fields, String entry) {
    String[] parts = entry.split(":", fields.fields().size());
    Map<String, Object> values = new LinkedHashMap<>();
    for (ClaimField<?, ?> field : fields.fields()) {
      String part = field.index() < parts.length ? parts[field.index()].strip() : "";
      if (!part.isEmpty()) {
        values.put(field.name(), single(field.type(), part));
      } else if (field.required()) {
        throw lacking(fields, field);
      }
    }
    return values;
  }

  private PortfolioFault lacking(FieldSet<?> fields, ClaimField<?, ?> field) {
    CsvEntry entry = new CsvEntry(fields);
    return fault(Message.of("simulation.lacks-write-such-as", Message.given(field.label().zh(), field.label().en()),
        Message.given(entry.form(Language.ZH), entry.form(Language.EN)),
        Message.given(entry.example(Language.ZH), entry.example(Language.EN))));
  }

  private void requireUndamaged(String plain) {
    if (ERROR.matcher(plain).matches()) {
      throw fault(Message.of("simulation.is-the-error-of-a-formula"));
    }
    if (plain.startsWith("=")) {
      throw fault(Message.of("simulation.is-a-formula"));
    }
    if (TOO_NARROW.matcher(plain).matches()) {
      throw fault(Message.of("simulation.is-what-a-column-shows-that"));
    }
  }

  private String code(String name, List<CsvChoice> choices) {
    return CsvChoice.named(name, choices).orElseThrow(() -> fault(
        Message.of("simulation.should-be-one-of-these-codes", CsvChoice.written(choices, language)))).code();
  }

  private String id(String text) {
    if (SCIENTIFIC_ID.matcher(text).matches() || FRACTION.matcher(text).matches()) {
      throw fault(Message.of("simulation.is-in-scientific-notation-or-a"));
    }
    if (column.field() == PersonFields.PERSON_ID && CitizenNumber.isRounded(text)) {
      throw fault(Message.of("simulation.ends-in-000-and-is-no"));
    }
    if (FULL_WIDTH.matcher(text).find()) {
      throw fault(Message.of("simulation.has-full-width-letters-or-digits"));
    }
    return text;
  }

  private BigDecimal number(String plain) {
    if (NUMBER.matcher(plain).matches()) {
      BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
      return number.scale() < 0 ? number.setScale(0) : number;
    }
    if (CURRENCY.matcher(plain).find()) {
      throw fault(Message.of("simulation.has-a-currency-or-a-unit"));
    }
    if (SCIENTIFIC.matcher(plain).matches()) {
      throw fault(Message.of("simulation.is-in-scientific-notation-set-the"));
    }
    if (plain.indexOf(',') >= 0) {
      String written = GROUPED.matcher(plain).matches() ? plain.replace(",", "") : "";
      throw fault(written.isEmpty() ? Message.of("simulation.has-a-comma-a-thousands-separator")
          : Message.of("simulation.has-a-comma-a-thousands-separator-set", written));
    }
    if (plain.endsWith("%")) {
      throw fault(Message.of("simulation.is-a-percentage-this-column-holds"));
    }
    if (column.required()) {
      throw fault(Message.of("simulation.is-no-number-this-column-is"));
    }
    throw fault(Message.of("simulation.is-no-number-write-one-such"));
  }

  /** A share, as people write it: 0.60 or 60%. */
  private BigDecimal rate(String plain) {
    String figure = plain.endsWith("%") ? plain.substring(0, plain.length() - 1).strip() : plain;
    boolean isPercentage = figure.length() < plain.length() && NUMBER.matcher(figure).matches();
    return isPercentage ? number(figure).movePointLeft(2) : number(plain);
  }

  private Boolean yesNo(String plain) {
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "true", "是" -> Boolean.TRUE;
      case "false", "否" -> Boolean.FALSE;
      default -> throw fault(Message.of("simulation.should-be-true-or-false-or"));
    };
  }

  private String date(String plain) {
    String day = MIDNIGHT.matcher(plain).replaceFirst("");
    Matcher parts = DATE.matcher(day);
    Matcher digits = DIGITS_OF_A_DATE.matcher(day);
    if (parts.matches() && day.endsWith("日") == (parts.group(4) != null)) {
      return iso(parts.group(1), parts.group(3) == null ? parts.group(4) : parts.group(3), parts.group(5));
    } else if (digits.matches()) {
      return iso(digits.group(1), digits.group(2), digits.group(3));
    }
    if (SERIAL.matcher(day).matches()) {
      throw fault(Message.of("simulation.is-the-serial-number-of-a"));
    }
    if (day.indexOf(':') >= 0) {
      throw fault(Message.of("simulation.has-a-time-of-day-write"));
    }
    throw fault(Message.of("simulation.does-not-say-which-day-write"));
  }

  private static String iso(String year, String month, String day) {
    return year + "-" + twoDigits(month) + "-" + twoDigits(day);
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private PortfolioFault fault(Message message) {
    return new PortfolioFault(column.heading(),
        language.text("simulation.said-of-a-cell", quoted(text, language), message));
  }

  /** What a cell says, as messages show it. */
  static String quoted(String text, Language language) {
    String shown = text.codePointCount(0, text.length()) <= MAX_SHOWN ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    return language.text("language.quoted", shown);
  }
}
