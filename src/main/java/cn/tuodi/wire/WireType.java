package cn.tuodi.wire;

import cn.tuodi.facts.Money;
import cn.tuodi.facts.Rate;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A type of the wire contract: how it is read, and the JSON schema that says the same.
 *
 * @param <T> what it is read into
 */
abstract class WireType<T> {

  private static final int MOST_DIGITS = 40;
  private static final int PLAIN_YUAN = 9;
  private static final int LONGEST_PLAIN = PLAIN_YUAN + 3;
  private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("999999999.99");

  /** Reads the value at hand; null after a violation. */
  abstract T read(JsonIn in) throws IOException;

  /** JSON schema of the type. */
  abstract Map<String, Object> schema();

  /** True or false. */
  static final WireType<Boolean> BOOLEAN = new WireType<>() {
    @Override
    Boolean read(JsonIn in) throws IOException {
      return switch (in.token()) {
        case VALUE_TRUE -> Boolean.TRUE;
        case VALUE_FALSE -> Boolean.FALSE;
        default -> in.mistyped("true 或 false", "true or false");
      };
    }

    @Override
    Map<String, Object> schema() {
      return Map.of("type", "boolean");
    }
  };

  /** Amount of yuan, not negative, at most two decimals. */
  static final WireType<Money> AMOUNT = new WireType<>() {
    @Override
    Money read(JsonIn in) throws IOException {
      long fen = plainFen(in);
      if (fen >= 0) {
        return Money.fen(fen);
      }
      BigDecimal number = number(in, "金额（数字）", "an amount (a number)");
      if (number == null) {
        return null;
      }
      if (number.signum() < 0) {
        in.violation("金额不能为负", "the amount is negative");
      } else if (number.compareTo(LARGEST_AMOUNT) > 0) {
        in.violation("金额不能超过 999999999.99", "the amount is more than 999999999.99");
      } else if (number.scale() > 2 && number.stripTrailingZeros().scale() > 2) {
        in.violation("金额最多两位小数", "the amount has more than two decimals");
      } else {
        return Money.exactly(number);
      }
      return null;
    }

    /** The fen of an amount as it is mostly written: up to nine digits, perhaps two decimals; -1 of any other. */
    private long plainFen(JsonIn in) throws IOException {
      if (in.token() != JsonToken.VALUE_NUMBER_INT && in.token() != JsonToken.VALUE_NUMBER_FLOAT) {
        return -1;
      }
      char[] text = in.parser().getTextCharacters();
      int from = in.parser().getTextOffset();
      int end = from + in.parser().getTextLength();
      long digits = 0;
      int point = end;
      for (int i = from; i < end; i++) {
        if (text[i] == '.' && point == end) {
          point = i;
        } else if (text[i] >= '0' && text[i] <= '9' && i - from < LONGEST_PLAIN) {
          digits = digits * 10 + text[i] - '0';
        } else {
          return -1;
        }
      }
      int yuanDigits = point - from;
      return yuanDigits > PLAIN_YUAN ? -1 : switch (end - point) {
        case 0 -> digits * 100;
        case 2 -> digits * 10;
        case 3 -> digits;
        default -> -1;
      };
    }

    @Override
    Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "number");
      schema.put("minimum", 0);
      schema.put("maximum", LARGEST_AMOUNT);
      schema.put("multipleOf", new BigDecimal("0.01"));
      return schema;
    }
  };

  /** Share between 0 and 1, at most four decimals. */
  static final WireType<Rate> RATE = new WireType<>() {
    @Override
    Rate read(JsonIn in) throws IOException {
      BigDecimal number = number(in, "比例（0 至 1 的数字）", "a rate (a number from 0 to 1)");
      if (number == null) {
        return null;
      }
      if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
        in.violation("比例应在 0 与 1 之间", "the rate is not between 0 and 1");
        return null;
      }
      if (number.stripTrailingZeros().scale() > 4) {
        in.violation("比例最多四位小数", "the rate has more than four decimals");
        return null;
      }
      return Rate.of(number);
    }

    @Override
    Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "number");
      schema.put("minimum", 0);
      schema.put("maximum", 1);
      schema.put("multipleOf", new BigDecimal("0.0001"));
      return schema;
    }
  };

  /** Calendar date, ISO 8601, 1900 to 2100. */
  static final WireType<LocalDate> DATE = new WireType<>() {
    @Override
    LocalDate read(JsonIn in) throws IOException {
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
    Map<String, Object> schema() {
      return Map.of("type", "string", "format", "date", "pattern", "^(19\\d\\d|20\\d\\d|2100)-\\d\\d-\\d\\d$");
    }
  };

  /** Whole number in a range. */
  static WireType<Integer> integer(int from, int to) {
    return new WireType<>() {
      @Override
      Integer read(JsonIn in) throws IOException {
        if (in.token() != JsonToken.VALUE_NUMBER_INT) {
          return in.mistyped("整数", "a whole number");
        }
        BigDecimal number = decimal(in);
        if (number == null) {
          return null;
        }
        if (number.compareTo(BigDecimal.valueOf(from)) < 0 || number.compareTo(BigDecimal.valueOf(to)) > 0) {
          in.violation("应在 " + from + " 与 " + to + " 之间", "should be between " + from + " and " + to);
          return null;
        }
        return number.intValueExact();
      }

      @Override
      Map<String, Object> schema() {
        return Map.of("type", "integer", "minimum", from, "maximum", to);
      }
    };
  }

  /** Text, not blank, of limited length. */
  static WireType<String> text(int longest) {
    return new WireType<>() {
      @Override
      String read(JsonIn in) throws IOException {
        if (in.token() != JsonToken.VALUE_STRING) {
          return in.mistyped("文字", "text");
        }
        String text = in.parser().getText();
        if (text.isBlank()) {
          in.violation("不能为空", "is blank");
        } else if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
          in.violation("最多 " + longest + " 个字符", "is longer than " + longest + " characters");
        } else if (hasControl(text)) {
          in.violation("不能含控制字符", "has control characters");
        } else {
          return text;
        }
        return null;
      }

      private boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
          if (Character.isISOControl(text.charAt(i))) {
            return true;
          }
        }
        return false;
      }

      @Override
      Map<String, Object> schema() {
        return Map.of("type", "string", "minLength", 1, "maxLength", longest);
      }
    };
  }

  /** Code of an area, six digits. */
  static final WireType<String> AREA_CODE = new WireType<>() {
    @Override
    String read(JsonIn in) throws IOException {
      if (in.token() == JsonToken.VALUE_STRING) {
        String text = in.parser().getText();
        if (isCode(text)) {
          return text;
        }
      }
      return in.mistyped("六位行政区划代码，例如 \"450100\"", "an area code of six digits such as \"450100\"");
    }

    private boolean isCode(String text) {
      boolean code = text.length() == 6 && text.charAt(0) != '0';
      for (int i = 0; code && i < text.length(); i++) {
        code = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      }
      return code;
    }

    @Override
    Map<String, Object> schema() {
      return Map.of("type", "string", "pattern", "^[1-9][0-9]{5}$");
    }
  };

  /** One of the constants of an enumeration. */
  static <E extends Enum<E>> WireType<E> oneOf(Class<E> type) {
    Map<String, E> byName = new HashMap<>();
    for (E constant : type.getEnumConstants()) {
      byName.put(constant.name(), constant);
    }
    String names = String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return new WireType<>() {
      @Override
      E read(JsonIn in) throws IOException {
        E constant = in.token() == JsonToken.VALUE_STRING ? byName.get(in.parser().getText()) : null;
        return constant != null ? constant : in.mistyped("下列值之一：" + names, "one of: " + names);
      }

      @Override
      Map<String, Object> schema() {
        return Map.of("type", "string", "enum",
            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
      }
    };
  }

  /** Values of one type, limited in number. */
  static <T> WireType<List<T>> listOf(WireType<T> element, int fewest, int most) {
    return new WireType<>() {
      @Override
      List<T> read(JsonIn in) throws IOException {
        if (in.token() != JsonToken.START_ARRAY) {
          return in.mistyped("数组", "an array");
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; in.parser().nextToken() != JsonToken.END_ARRAY; i++) {
          if (i == most) {
            in.violation("最多 " + most + " 项", "has more than " + most + " items");
          }
          if (i >= most) {
            in.parser().skipChildren();
            continue;
          }
          in.enter(Integer.toString(i));
          values.add(element.read(in));
          in.leave();
        }
        if (values.size() < fewest) {
          in.violation("至少 " + fewest + " 项", "has fewer than " + fewest + " items");
        }
        return values;
      }

      @Override
      Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", element.schema());
        if (fewest > 0) {
          schema.put("minItems", fewest);
        }
        schema.put("maxItems", most);
        return schema;
      }
    };
  }

  private static BigDecimal number(JsonIn in, String zh, String en) throws IOException {
    if (in.token() != JsonToken.VALUE_NUMBER_INT && in.token() != JsonToken.VALUE_NUMBER_FLOAT) {
      return in.mistyped(zh, en);
    }
    return decimal(in);
  }

  /** The number at hand, exactly; null after a violation, where it is out of all proportion. */
  static BigDecimal decimal(JsonIn in) throws IOException {
    try {
      BigDecimal number = in.parser().getDecimalValue();
      if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // An exponent beyond what a decimal can have; said below.
    }
    in.violation("数字超出范围", "the number is out of range");
    return null;
  }
}
