package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Language;
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

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,10})?");
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
  private static final int LONGEST_SHOWN = 40;

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
   * @throws LineParser.Fault if a spreadsheet has damaged the value, or it cannot be told what it means
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

  private LineParser.Fault lacking(FieldSet<?> fields, ClaimField<?, ?> field) {
    CsvEntry entry = new CsvEntry(fields);
    return fault("没有" + field.label().zh() + "：请写成 " + entry.form(Language.ZH) + "，例如 " + entry.example(Language.ZH),
        "lacks \"" + field.label().en() + "\": write " + entry.form(Language.EN) + ", such as "
            + entry.example(Language.EN));
  }

  private void requireUndamaged(String plain) {
    if (ERROR.matcher(plain).matches()) {
      throw fault("是表格软件的公式错误：请改正公式，或直接填写内容",
          "is the error of a formula: mend the formula, or write the value itself");
    }
    if (TOO_NARROW.matcher(plain).matches()) {
      throw fault("是列宽不够时显示的符号，原内容已丢失：请加宽该列后重新保存",
          "is what a column shows that is too narrow, the value itself is lost: widen the column and save it again");
    }
  }

  private String code(String name, List<CsvChoice> choices) {
    return CsvChoice.named(name, choices).orElseThrow(() -> fault(
        "应为下列之一（代码或中文名称）：" + CsvChoice.written(choices, language),
        "should be one of these codes, or its Chinese name: " + CsvChoice.written(choices, language))).code();
  }

  private String id(String text) {
    if (SCIENTIFIC_ID.matcher(text).matches() || FRACTION.matcher(text).matches()) {
      throw fault("是科学记数法或小数，原编号已丢失：请把该列设为“文本”格式，再从原始数据重新填写",
          "is in scientific notation or a fraction, the id itself is lost: set the column to text and fill it in again from "
              + "the original data");
    }
    if (column.field() == PersonFields.PERSON_ID && CitizenNumber.isRounded(text)) {
      throw fault("末三位是 000，不是有效的身份号码，应是表格软件只保留了 15 位：请把该列设为“文本”格式，再从原始数据重新填写",
          "ends in 000 and is no citizen number, as where a spreadsheet keeps 15 digits only: set the column to text "
              + "and fill it in again from the original data");
    }
    if (FULL_WIDTH.matcher(text).find()) {
      throw fault("含全角字母或数字：请改为半角", "has full-width letters or digits: write plain ones");
    }
    return text;
  }

  private BigDecimal number(String plain) {
    if (NUMBER.matcher(plain).matches()) {
      BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
      return number.scale() < 0 ? number.setScale(0) : number;
    }
    if (CURRENCY.matcher(plain).find()) {
      throw fault("含货币符号或单位：请把该列设为“常规”格式，只留数字",
          "has a currency or a unit: set the column's format to General, numbers only");
    }
    if (SCIENTIFIC.matcher(plain).matches()) {
      throw fault("是科学记数法：请把该列设为小数两位的“数值”格式后重新保存",
          "is in scientific notation: set the column's format to Number with two decimals and save it again");
    }
    if (plain.indexOf(',') >= 0) {
      String written = GROUPED.matcher(plain).matches() ? plain.replace(",", "") : "";
      throw fault("含逗号（千位分隔符）：请把该列设为“常规”格式后重新保存" + (written.isEmpty() ? "" : "，写作 " + written),
          "has a comma (a thousands separator): set the column's format to General and save it again"
              + (written.isEmpty() ? "" : ", as " + written));
    }
    if (plain.endsWith("%")) {
      throw fault("是百分数：这一列应为不带百分号的数", "is a percentage: this column holds plain numbers");
    }
    if (column.required()) {
      throw fault("不是数字：这一列必填，请写成 1500.00 这样的数，没有这笔金额时写 0",
          "is no number: this column is needed, write a number such as 1500.00, or 0 where there is no such amount");
    }
    throw fault("不是数字：请写成 1500.00 这样的数，没有这一项时留空", "is no number: write one such as 1500.00, or leave it empty");
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
      default -> throw fault("应为“是”或“否”，也可写 TRUE 或 FALSE", "should be TRUE or FALSE, 是 or 否");
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
      throw fault("是表格软件的日期序号：请把该列设为日期格式后重新保存，例如 2022-05-18",
          "is the serial number of a date: set the column to a date format such as 2022-05-18 and save it again");
    }
    if (day.indexOf(':') >= 0) {
      throw fault("含有时刻：只写日期，例如 2022-05-18", "has a time of day: write the date alone, such as 2022-05-18");
    }
    throw fault("看不出是哪一天：请按年、月、日写，年份四位，例如 2022-05-18",
        "does not say which day: write year, month and day, the year in four digits, such as 2022-05-18");
  }

  private static String iso(String year, String month, String day) {
    return year + "-" + twoDigits(month) + "-" + twoDigits(day);
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private LineParser.Fault fault(String zh, String en) {
    return new LineParser.Fault(column.heading(), quoted(text, language) + language.of(zh, " " + en));
  }

  /** What a cell says, as messages show it. */
  static String quoted(String text, Language language) {
    String shown = text.codePointCount(0, text.length()) <= LONGEST_SHOWN ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    return language.of("“" + shown + "”", "\"" + shown + "\"");
  }
}
