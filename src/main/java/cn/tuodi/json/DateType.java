package cn.tuodi.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** Calendar date, ISO 8601, 1900 to 2100. */
final class DateType extends WireType<LocalDate> {

  @Override
  public LocalDate read(JsonIn in) throws IOException {
    if (in.token() != JsonToken.VALUE_STRING) {
      return in.mistyped("日期，例如 2022-05-18", "a date such as 2022-05-18");
    }
    String text = in.parser().getText();
    LocalDate date = parse(text);
    if (date == null) {
      in.violation("没有这个日期，应形如 2022-05-18", "no such date: write it as 2022-05-18");
    } else if (date.getYear() < 1900 || date.getYear() > 2100) {
      in.violation("日期应在 1900 年与 2100 年之间", "the date is not between 1900 and 2100");
      return null;
    }
    return date;
  }

  /** A day as ISO 8601 writes it, or null; the library's own parser takes many times as long. */
  private LocalDate parse(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    boolean exists =
        year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    return exists ? LocalDate.of(year, month, day) : null;
  }

  private int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "format", "date");
  }
}
