package cn.tuodi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** Comma-separated values that spreadsheets read: in UTF-8 with a byte-order mark, and nothing in them is a formula. */
public final class CsvText {

  private static final String MARK = "\uFEFF";
  private static final String BEGINS_FORMULA = "=+-@＝＋－＠\t\r\n";
  private static final Pattern NUMBER = Pattern.compile("-[0-9][0-9,]*(\\.[0-9]+)?%?");

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

  /** A value that a spreadsheet would take for a formula is made text; a number below zero is none. */
  private static Object safe(Object value) {
    boolean formula = value instanceof String text && !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
    return formula ? "'" + value : value;
  }
}
