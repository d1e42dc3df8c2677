package cn.tuodi.table.cell;

import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.money.Multiple;
import cn.tuodi.money.Rate;
import cn.tuodi.spreadsheet.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What cells can hold whatever a policy is about: amounts, rates, days, numbers, texts. */
public final class CellTypes {

  /** As many characters as a text for people may have. */
  public static final int MAX_FREE_TEXT = 500;
  private static final Pattern PROVISION = Pattern.compile("[A-Z]{2}\\d{2}-[A-Z0-9]+(-[A-Z0-9]+)*");
  private static final BigDecimal LARGEST = new BigDecimal("9999999.99");
  private static final BigDecimal MAX_TIMES = BigDecimal.valueOf(100);

  /** Id of a provision. */
  public static final CellType PROVISION_ID = new CellType(Message.of("table.a-provision-id-such-as-gx22")) {
    @Override
    public Object parse(Object raw) {
      return raw instanceof String text && PROVISION.matcher(text).matches() ? text : null;
    }

    @Override
    public String literal(Object value) {
      return JavaText.literal(value.toString());
    }
  };

  /** Ids of provisions. */
  public static final CellType PROVISION_IDS = new ProvisionList();

  /** Share between 0 % and 100 %, at most two decimals of a percent. */
  public static final CellType RATE = new CellType(Message.of("table.a-percentage-from-0-to-100")) {
    @Override
    public Object parse(Object raw) {
      if (!(raw instanceof BigDecimal number) || number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0
          || number.stripTrailingZeros().scale() > 4) {
        return null;
      }
      return Rate.of(number);
    }

    @Override
    public String literal(Object value) {
      return "Rate.basisPoints(" + ((Rate) value).share().movePointRight(4).longValueExact() + "L)";
    }
  };

  /** Amount of yuan, not negative, at most two decimals: a fact. */
  public static final CellType PLAIN_YUAN =
      new CellType(Message.of("table.an-amount-from-0-to-9")) {
        @Override
        public Object parse(Object raw) {
          if (!(raw instanceof BigDecimal number) || number.signum() < 0 || number.compareTo(LARGEST) > 0
              || number.stripTrailingZeros().scale() > 2) {
            return null;
          }
          return Money.exactly(number);
        }

        @Override
        public String literal(Object value) {
          return "Money.fen(" + ((Money) value).inFen() + "L)";
        }
      };

  /** Amount of a policy: yuan, or a multiple of a figure of the place. */
  public static final CellType YUAN = new PolicyAmount() {
    @Override
    public String literal(Object value) {
      return value instanceof Multiple multiple
          ? "new Multiple(" + arguments(multiple) + ", " + multiple.share() + ")" : PLAIN_YUAN.literal(value);
    }
  };

  /** Amount of a policy that a condition compares as fen. */
  public static final CellType FEN = new PolicyAmount() {
    @Override
    public String literal(Object value) {
      return value instanceof Multiple multiple ? "fen(" + arguments(multiple) + ")" : ((Money) value).inFen() + "L";
    }
  };

  /** Calendar date. */
  public static final CellType DATE = new CellType(Message.of("table.a-date-from-2000-to-2100")) {
    @Override
    public Object parse(Object raw) {
      return raw instanceof LocalDate date && date.getYear() >= 2000 && date.getYear() <= 2100 ? date : null;
    }

    @Override
    public String literal(Object value) {
      return Long.toString(((LocalDate) value).toEpochDay());
    }
  };

  /** Whole number from 0 to 999. */
  public static final CellType COUNT = new WholeNumber("table.a-whole-number-from-0-to", 0, 999);

  /** Level of an institution. */
  public static final CellType LEVEL = new WholeNumber("table.a-level-from-1-to-3", 1, 3) {
    @Override
    public List<Object> values() {
      return List.of(1, 2, 3);
    }
  };

  /** Multiple of a standard, more than 0 and at most 100, at most two decimals. */
  public static final CellType MULTIPLE =
      new CellType(Message.of("table.a-multiple-above-0-at-most")) {
        @Override
        public Object parse(Object raw) {
          return raw instanceof BigDecimal number && number.signum() > 0 && number.compareTo(MAX_TIMES) <= 0
              && number.stripTrailingZeros().scale() <= 2 ? number.stripTrailingZeros() : null;
        }

        @Override
        public String literal(Object value) {
          return "new java.math.BigDecimal(" + JavaText.literal(((BigDecimal) value).toPlainString()) + ")";
        }
      };

  /** Yes or no. */
  public static final CellType YES_NO = new CellType(Message.of("table.yes-or-no")) {
    @Override
    public Object parse(Object raw) {
      return "是".equals(raw) ? Boolean.TRUE : "否".equals(raw) ? Boolean.FALSE : null;
    }

    @Override
    public String literal(Object value) {
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
  public static final CellType PLAIN_TEXT = new PlainText();

  /** Text for people only; it never becomes rule source. */
  public static final CellType FREE_TEXT = new CellType(Message.of("table.text-of-at-most-500-characters")) {
    @Override
    public Object parse(Object raw) {
      return raw instanceof String text && text.length() <= MAX_FREE_TEXT
          && text.codePoints().noneMatch(c -> Character.isISOControl(c) || Text.isInvisible(c))
              ? text : null;
    }

    @Override
    public String literal(Object value) {
      throw new IllegalStateException("free text is never rule source");
    }
  };

  /** Any single value; what it must be depends on the row. */
  public static final CellType ANYTHING = new CellType(Message.of("table.a-number-a-date-or-text")) {
    @Override
    public Object parse(Object raw) {
      return raw;
    }

    @Override
    public String literal(Object value) {
      throw new IllegalStateException("an untyped value is never rule source");
    }

    @Override
    public String canonical(Object value) {
      // Whole numbers stand as 12.0 in the hashes of all that was ever published.
      return value instanceof BigDecimal number ? BigDecimal.valueOf(number.doubleValue()).toString()
          : value.toString();
    }
  };

  /** Calendar year, as the name of an edition. */
  public static final CellType YEAR = new WholeNumber("table.a-year-of-four-digits", 2000, 2100);

  /** Code of an area (GB/T 2260), six digits as text. */
  public static final CellType AREA_CODE = new CellType(Message.of("table.an-area-code-of-six-digits")) {
    @Override
    public Object parse(Object raw) {
      return raw instanceof String text && text.matches("[1-9]\\d{5}") ? text : null;
    }

    @Override
    public String literal(Object value) {
      return JavaText.literal(value.toString());
    }
  };

  private CellTypes() {}

  /** An amount as policies state them. */
  private abstract static class PolicyAmount extends CellType {

    private PolicyAmount() {
      super(Message.of("table.an-amount-or-a-multiple"));
    }

    @Override
    public Object parse(Object raw) {
      return raw instanceof String text ? Multiple.parsed(text) : PLAIN_YUAN.parse(raw);
    }

    static String arguments(Multiple multiple) {
      return JavaText.literal(multiple.base()) + ", " + multiple.tenThousandths() + "L";
    }
  }

  /** A whole number within bounds. */
  private static class WholeNumber extends CellType {

    private final int from;
    private final int to;

    private WholeNumber(String meaning, int from, int to) {
      super(Message.of(meaning));
      this.from = from;
      this.to = to;
    }

    @Override
    public Object parse(Object raw) {
      return wholeNumber(raw, from, to);
    }

    @Override
    public String literal(Object value) {
      return value.toString();
    }
  }

  private static Integer wholeNumber(Object raw, int from, int to) {
    if (!(raw instanceof BigDecimal number) || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(from)) < 0 || number.compareTo(BigDecimal.valueOf(to)) > 0) {
      return null;
    }
    return number.intValueExact();
  }
}
