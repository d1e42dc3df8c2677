package cn.tuodi.json;

import cn.tuodi.language.Message;
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
      return in.mistyped(Message.of("json.a-date-such-as-2022-05"));
    }
    String text = in.parser().getText();
    LocalDate date = parse(text);
    if (date == null) {
      in.violation(Message.of("json.no-such-date-write-it-as"));
    } else if (date.getYear() < 1900 || date.getYear() > 2100) {
      in.violation(Message.of("json.the-date-is-not-between-1900"));
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
