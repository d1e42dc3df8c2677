package cn.tuodi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;

/** Comma-separated values that spreadsheets read: in UTF-8 with a byte-order mark, and nothing in them is a formula. */
public final class CsvText {

  private static final String MARK = "\uFEFF";

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

  /** A value that a spreadsheet would take for a formula is made text. */
  private static Object safe(Object value) {
    boolean formula = value instanceof String text && !text.isEmpty() && "=+@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }
}
