package cn.tuodi.json;

import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
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
public abstract class WireType<T> {

  /** Where a schema that stands in several places says what it is called. */
  static final String NAME = "name";

  private static final int MAX_DIGITS = 40;

  /** Reads the value at hand; null after a violation. */
  public abstract T read(JsonIn in) throws IOException;

  /** JSON schema of the type; one that several places share has a {@link #NAME}. */
  public abstract Map<String, Object> schema();

  /** True or false. */
  public static final WireType<Boolean> BOOLEAN = new WireType<>() {
    @Override
    public Boolean read(JsonIn in) throws IOException {
      return switch (in.token()) {
        case VALUE_TRUE -> Boolean.TRUE;
        case VALUE_FALSE -> Boolean.FALSE;
        default -> in.mistyped(Message.of("json.true-or-false"));
      };
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "boolean");
    }
  };

  /** Amount of yuan, not negative, at most two decimals. */
  public static final WireType<Money> AMOUNT = new AmountType(Money.fen(99_999_999_999L));

  /** What such amounts add up to over a year. */
  public static final WireType<Money> YEARS_AMOUNT = new AmountType(ValueType.LARGEST_SUM);

  /** Share between 0 and 1, at most four decimals. */
  static final WireType<Rate> RATE = new WireType<>() {
    @Override
    public Rate read(JsonIn in) throws IOException {
      BigDecimal number = number(in, Message.of("json.a-rate-a-number-from-0"));
      if (number == null) {
        return null;
      }
      if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
        in.violation(Message.of("json.the-rate-is-not-between-0"));
        return null;
      }
      if (number.stripTrailingZeros().scale() > 4) {
        in.violation(Message.of("json.the-rate-has-more-than-four"));
        return null;
      }
      return Rate.of(number);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "number");
      schema.put("minimum", 0);
      schema.put("maximum", 1);
      return schema;
    }
  };

  /** Calendar date, ISO 8601, 1900 to 2100. */
  public static final WireType<LocalDate> DATE = new DateType();

  /** Whole number in a range. */
  public static WireType<Integer> integer(int from, int to) {
    return new WireType<>() {
      @Override
      public Integer read(JsonIn in) throws IOException {
        if (in.token() != JsonToken.VALUE_NUMBER_INT) {
          return in.mistyped(Message.of("json.a-whole-number"));
        }
        BigDecimal number = decimal(in);
        if (number == null) {
          return null;
        }
        if (number.compareTo(BigDecimal.valueOf(from)) < 0 || number.compareTo(BigDecimal.valueOf(to)) > 0) {
          in.violation(Message.of("json.should-be-between-and", from, to));
          return null;
        }
        return number.intValueExact();
      }

      @Override
      public Map<String, Object> schema() {
        return Map.of("type", "integer", "minimum", from, "maximum", to);
      }
    };
  }

  /** Text for people, not blank, of limited length, in which every character can be seen. */
  public static WireType<String> visibleText(int longest) {
    WireType<String> text = text(longest);
    return new WireType<>() {
      @Override
      public String read(JsonIn in) throws IOException {
        String value = text.read(in);
        if (value != null && !isVisible(value)) {
          in.violation(Message.of("json.has-characters-that-cannot-be-seen"));
          return null;
        }
        return value;
      }

      @Override
      public Map<String, Object> schema() {
        return text.schema();
      }
    };
  }

  /** Whether no character of a text hides or turns others round. */
  public static boolean isVisible(String text) {
    return text.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  /** Text, not blank, of limited length. */
  public static WireType<String> text(int longest) {
    return new WireType<>() {
      @Override
      public String read(JsonIn in) throws IOException {
        if (in.token() != JsonToken.VALUE_STRING) {
          return in.mistyped(Message.of("json.text"));
        }
        String text = in.parser().getText();
        if (text.isBlank()) {
          in.violation(Message.of("json.is-blank"));
        } else if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
          in.violation(Message.of("json.is-longer-than-characters", longest));
        } else if (hasControl(text)) {
          in.violation(Message.of("json.has-control-characters"));
        } else if (hasHalf(text)) {
          in.violation(Message.of("json.has-half-a-character-a-lone"));
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

      private boolean hasHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
          if (Character.isSurrogate(text.charAt(i))) {
            if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
              return true;
            }
            i++;
          }
        }
        return false;
      }

      @Override
      public Map<String, Object> schema() {
        return Map.of("type", "string", "minLength", 1, "maxLength", longest);
      }
    };
  }

  /** Code of an area, six digits. */
  public static final WireType<String> AREA_CODE = new WireType<>() {
    @Override
    public String read(JsonIn in) throws IOException {
      if (in.token() == JsonToken.VALUE_STRING) {
        String text = in.parser().getText();
        if (isCode(text)) {
          return text;
        }
      }
      return in.mistyped(Message.of("json.an-area-code-of-six-digits"));
    }

    private boolean isCode(String text) {
      boolean code = text.length() == 6 && text.charAt(0) != '0';
      for (int i = 0; code && i < text.length(); i++) {
        code = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      }
      return code;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "pattern", "^[1-9][0-9]{5}$");
    }
  };

  /** One of the constants of an enumeration. */
  public static <E extends Enum<E>> WireType<E> oneOf(Class<E> type) {
    Map<String, E> byName = new HashMap<>();
    for (E constant : type.getEnumConstants()) {
      byName.put(constant.name(), constant);
    }
    String names = String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return new WireType<>() {
      @Override
      public E read(JsonIn in) throws IOException {
        E constant = in.token() == JsonToken.VALUE_STRING ? byName.get(in.parser().getText()) : null;
        return constant != null ? constant : in.mistyped(Message.of("json.one-of", names));
      }

      @Override
      public Map<String, Object> schema() {
        return Map.of(NAME, type.getSimpleName(), "type", "string", "enum",
            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
      }
    };
  }

  /** Values of one type, limited in number. */
  public static <T> WireType<List<T>> listOf(WireType<T> element, int fewest, int most) {
    return new WireType<>() {
      @Override
      public List<T> read(JsonIn in) throws IOException {
        if (in.token() != JsonToken.START_ARRAY) {
          return in.mistyped(Message.of("json.an-array"));
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; in.parser().nextToken() != JsonToken.END_ARRAY; i++) {
          if (i == most) {
            in.violation(Message.of("json.has-more-than-items", most));
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
          in.violation(Message.of("json.has-fewer-than-items", fewest));
        }
        return values;
      }

      @Override
      public Map<String, Object> schema() {
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

  /** The number at hand, exactly; null after a violation, where it is none or out of all proportion. */
  static BigDecimal number(JsonIn in, Message message) throws IOException {
    if (in.token() != JsonToken.VALUE_NUMBER_INT && in.token() != JsonToken.VALUE_NUMBER_FLOAT) {
      return in.mistyped(message);
    }
    return decimal(in);
  }

  /** The number at hand, exactly; null after a violation, where it is out of all proportion. */
  static BigDecimal decimal(JsonIn in) throws IOException {
    try {
      BigDecimal number = in.parser().getDecimalValue();
      if (Math.abs((long) number.scale()) <= MAX_DIGITS) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // An exponent beyond what a decimal can have; said below.
    }
    in.violation(Message.of("json.the-number-is-out-of-range"));
    return null;
  }
}
