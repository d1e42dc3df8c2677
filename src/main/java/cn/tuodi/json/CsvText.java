package cn.tuodi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * Comma-separated values that spreadsheets read: in UTF-8 with a byte-order mark. Nothing in them is a formula, and no text
 * becomes a number that has lost digits: such texts begin with an apostrophe, which portfolios that are read take off.
 */
public final class CsvText {

  private static final String MARK = "\uFEFF";
  private static final String BEGINS_FORMULA = "=+-@＝＋－＠\t\r\n";
  private static final Pattern NUMBER = Pattern.compile("-[0-9][0-9,]*(\\.[0-9]+)?%?");

  /** Spreadsheets keep fifteen digits and show eleven, drop zeros in front, and know powers of ten. */
  private static final Pattern LOSES_DIGITS = Pattern.compile("-?[0-9]{12,}|0[0-9]+|[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]+");

  private final StringBuilder text = new StringBuilder(MARK);

  /** Adds a line; null is an empty value. */
  public void line(Object... values) {
    text.append(CSVFormat.RFC4180.format(Arrays.stream(values).map(CsvText::safe).toArray()))
        .append(CSVFormat.RFC4180.getRecordSeparator());
  }

  /** All lines. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A value that a spreadsheet would take for something else is made text; a number below zero is no formula. */
  private static Object safe(Object value) {
    return value instanceof String text && !text.isEmpty() && (isFormula(text) || LOSES_DIGITS.matcher(text).matches())
        ? "'" + value : value;
  }

  private static boolean isFormula(String text) {
    return BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
  }
}
