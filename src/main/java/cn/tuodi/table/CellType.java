package cn.tuodi.table;

import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.spreadsheet.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the cells of a column hold. A cell is read into a value of that type or refused; only the type, never the cell,
 * writes rule source.
 */
public abstract class CellType {

  private static final Pattern PROVISION = Pattern.compile("[A-Z]{2}\\d{2}-[A-Z0-9]+(-[A-Z0-9]+)*");
  static final int MAX_FREE_TEXT = 500;
  private static final BigDecimal LARGEST = new BigDecimal("9999999.99");

  private static final BigDecimal MAX_TIMES = BigDecimal.valueOf(100);

  private final Message wanted;

  CellType(Message wanted) {
    this.wanted = wanted;
  }

  /** What a cell of this type may hold. */
  public Message wanted() {
    return wanted;
  }

  /**
   * The value of a cell.
   *
   * @param raw BigDecimal, LocalDate, Boolean or String, as the spreadsheet holds it
   * @return the value, or null where the cell does not hold one of this type
   */
  abstract Object parse(Object raw);

  /** Java source of a value of this type. */
  abstract String literal(Object value);

  /** Java source of what a condition compares with a value of this type. */
  String compared(Object value) {
    return literal(value);
  }

  /** The value in a form that does not depend on how the spreadsheet stored it. */
  String canonical(Object value) {
    return value.toString();
  }

  /** The value as a cell shows it. */
  public String shown(Object value) {
    return value.toString();
  }

  /** All values that a claim can have where there are few of them; none where there are many. */
  public List<Object> values() {
    return List.of();
  }

  /** The labels of a drop-down list, or none. */
  public Set<String> choices() {
    return Set.of();
  }

  /** Id of a provision. */
  static final CellType PROVISION_ID = new CellType(Message.of("table.a-provision-id-such-as-gx22")) {
    @Override
    Object parse(Object raw) {
      return raw instanceof String text && PROVISION.matcher(text).matches() ? text : null;
    }

    @Override
    String literal(Object value) {
      return JavaText.literal(value.toString());
    }
  };

  /** Share between 0 % and 100 %, at most two decimals of a percent. */
  static final CellType RATE = new CellType(Message.of("table.a-percentage-from-0-to-100")) {
    @Override
    Object parse(Object raw) {
      if (!(raw instanceof BigDecimal number) || number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0
          || number.stripTrailingZeros().scale() > 4) {
        return null;
      }
      return Rate.of(number);
    }

    @Override
    String literal(Object value) {
      return "Rate.basisPoints(" + ((Rate) value).share().movePointRight(4).longValueExact() + "L)";
    }
  };

  /** Amount of yuan, not negative, at most two decimals. */
  static final CellType YUAN =
      new CellType(Message.of("table.an-amount-from-0-to-9")) {
        @Override
        Object parse(Object raw) {
          if (!(raw instanceof BigDecimal number) || number.signum() < 0 || number.compareTo(LARGEST) > 0
              || number.stripTrailingZeros().scale() > 2) {
            return null;
          }
          return Money.exactly(number);
        }

        @Override
        String literal(Object value) {
          return "Money.fen(" + ((Money) value).inFen() + "L)";
        }
      };

  /** Amount of yuan that a condition compares as fen. */
  static final CellType FEN =
      new CellType(Message.of("table.an-amount-from-0-to-9")) {
        @Override
        Object parse(Object raw) {
          return YUAN.parse(raw);
        }

        @Override
        String literal(Object value) {
          return ((Money) value).inFen() + "L";
        }
      };

  /** Calendar date. */
  static final CellType DATE = new CellType(Message.of("table.a-date-from-2000-to-2100")) {
    @Override
    Object parse(Object raw) {
      return raw instanceof LocalDate date && date.getYear() >= 2000 && date.getYear() <= 2100 ? date : null;
    }

    @Override
    String literal(Object value) {
      return Long.toString(((LocalDate) value).toEpochDay());
    }
  };

  /** Whole number from 0 to 999. */
  static final CellType COUNT = new CellType(Message.of("table.a-whole-number-from-0-to")) {
    @Override
    Object parse(Object raw) {
      return wholeNumber(raw, 0, 999);
    }

    @Override
    String literal(Object value) {
      return value.toString();
    }
  };

  /** Level of an institution. */
  static final CellType LEVEL = new CellType(Message.of("table.a-level-from-1-to-3")) {
    @Override
    Object parse(Object raw) {
      return wholeNumber(raw, 1, 3);
    }

    @Override
    String literal(Object value) {
      return value.toString();
    }

    @Override
    public List<Object> values() {
      return List.of(1, 2, 3);
    }
  };

  /** Multiple of a standard, more than 0 and at most 100, at most two decimals. */
  static final CellType MULTIPLE =
      new CellType(Message.of("table.a-multiple-above-0-at-most")) {
        @Override
        Object parse(Object raw) {
          return raw instanceof BigDecimal number && number.signum() > 0 && number.compareTo(MAX_TIMES) <= 0
              && number.stripTrailingZeros().scale() <= 2 ? number.stripTrailingZeros() : null;
        }

        @Override
        String literal(Object value) {
          return "new java.math.BigDecimal(" + JavaText.literal(((BigDecimal) value).toPlainString()) + ")";
        }
      };

  /** Yes or no. */
  static final CellType YES_NO = new CellType(Message.of("table.yes-or-no")) {
    @Override
    Object parse(Object raw) {
      return "是".equals(raw) ? Boolean.TRUE : "否".equals(raw) ? Boolean.FALSE : null;
    }

    @Override
    String literal(Object value) {
      return value.toString();
    }

    @Override
    public String shown(Object value) {
      return Boolean.TRUE.equals(value) ? "是" : "否";
    }

    @Override
    public List<Object> values() {
      return List.of(true, false);
    }

    @Override
    public Set<String> choices() {
      return new LinkedHashSet<>(Arrays.asList("是", "否"));
    }
  };

  /** Plain text, which may become rule source. */
  static final CellType PLAIN_TEXT = new PlainText();

  /** Text for people only; it never becomes rule source. */
  static final CellType FREE_TEXT = new CellType(Message.of("table.text-of-at-most-500-characters")) {
    @Override
    Object parse(Object raw) {
      return raw instanceof String text && text.length() <= MAX_FREE_TEXT
          && text.codePoints().noneMatch(c -> Character.isISOControl(c) || Text.isInvisible(c))
              ? text : null;
    }

    @Override
    String literal(Object value) {
      throw new IllegalStateException("free text is never rule source");
    }
  };

  /** Any single value; what it must be depends on the row. */
  static final CellType ANYTHING = new CellType(Message.of("table.a-number-a-date-or-text")) {
    @Override
    Object parse(Object raw) {
      return raw;
    }

    @Override
    String literal(Object value) {
      throw new IllegalStateException("an untyped value is never rule source");
    }

    @Override
    String canonical(Object value) {
      // Whole numbers stand as 12.0 in the hashes of all that was ever published.
      return value instanceof BigDecimal number ? BigDecimal.valueOf(number.doubleValue()).toString()
          : value.toString();
    }
  };

  /** Calendar year, as the name of an edition. */
  static final CellType YEAR = new CellType(Message.of("table.a-year-of-four-digits")) {
    @Override
    Object parse(Object raw) {
      return wholeNumber(raw, 2000, 2100);
    }

    @Override
    String literal(Object value) {
      return value.toString();
    }
  };

  /** Code of an area (GB/T 2260), six digits as text. */
  static final CellType AREA_CODE = new CellType(Message.of("table.an-area-code-of-six-digits")) {
    @Override
    Object parse(Object raw) {
      return raw instanceof String text && text.matches("[1-9]\\d{5}") ? text : null;
    }

    @Override
    String literal(Object value) {
      return JavaText.literal(value.toString());
    }
  };

  private static Integer wholeNumber(Object raw, int from, int to) {
    if (!(raw instanceof BigDecimal number) || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(from)) < 0 || number.compareTo(BigDecimal.valueOf(to)) > 0) {
      return null;
    }
    return number.intValueExact();
  }

  /**
   * One of the constants of an enumeration, by its Chinese label.
   *
   * @param type the enumeration
   * @param label the label of a constant, or null for one that may not be chosen
   */
  static <E extends Enum<E>> CellType of(Class<E> type, Function<E, String> label) {
    return new Choice<>(type, label, false);
  }

  /** Some of the constants of an enumeration, by their Chinese labels, separated by 、. */
  static <E extends Enum<E>> CellType someOf(Class<E> type, Function<E, String> label) {
    return new Choice<>(type, label, true);
  }
}
