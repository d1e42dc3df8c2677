package cn.tuodi.wire;

import java.nio.charset.StandardCharsets;

/** Comma-separated values that spreadsheets read: in UTF-8 with a byte-order mark, and nothing in them is a formula. */
public final class CsvText {

  private static final String MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder(MARK);

  /** Adds a line; null is an empty value. */
  public void line(Object... values) {
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append(quoted(values[i] == null ? "" : values[i].toString()));
    }
    text.append("\r\n");
  }

  /** All lines. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A value in quotes where it needs them; one that a spreadsheet would take for a formula is made text. */
  private static String quoted(String value) {
    boolean formula = !value.isEmpty() && "=+@\t\r".indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
