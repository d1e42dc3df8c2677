package cn.tuodi.field;

import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The type of a field's value. It says what may be stated; how that is written is for JSON, tables and forms to know.
 *
 * @param <V> the Java type of the value
 */
public final class ValueType<V> {

  /** The kinds of values there are. */
  public enum Kind {
    /** Yuan, on one bill. */
    AMOUNT,
    /** Yuan, added up over a year. */
    SUM,
    RATE,
    DATE,
    YES_NO,
    /** A whole number between two others. */
    COUNT,
    /** Text of limited length. */
    TEXT,
    /** Id of a claim: text that a spreadsheet must not take for a number. */
    CLAIM_ID,
    /** Id of a person: likewise. */
    PERSON_ID,
    /** Code of an area. */
    AREA,
    /** One of the constants of an enumeration. */
    CHOICE,
    /** Values in an order that means something. */
    LIST,
    /** Values in whichever order. */
    SET,
    /** Further fields. */
    OBJECT
  }

  /** The most yuan that can be stated as added up over a year. */
  public static final Money LARGEST_SUM = Money.fen(9_999_999_999_999L);

  /** Yuan, on one bill. */
  public static final ValueType<Money> AMOUNT = new ValueType<>(Kind.AMOUNT, 0, 0, null, null, null);

  /** Yuan, added up over a year. */
  public static final ValueType<Money> SUM = new ValueType<>(Kind.SUM, 0, 0, null, null, null);

  /** A share between nothing and all. */
  public static final ValueType<Rate> RATE = new ValueType<>(Kind.RATE, 0, 0, null, null, null);

  /** A day. */
  public static final ValueType<LocalDate> DATE = new ValueType<>(Kind.DATE, 0, 0, null, null, null);

  /** Yes or no. */
  public static final ValueType<Boolean> YES_NO = new ValueType<>(Kind.YES_NO, 0, 0, null, null, null);

  /** Code of an area. */
  public static final ValueType<String> AREA = new ValueType<>(Kind.AREA, 0, 0, null, null, null);

  private final Kind kind;
  private final int from;
  private final int to;
  private final Map<V, String> choices;
  private final ValueType<?> element;
  private final FieldSet<?> fields;

  private ValueType(Kind kind, int from, int to, Map<V, String> choices, ValueType<?> element, FieldSet<?> fields) {
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.choices = choices;
    this.element = element;
    this.fields = fields;
  }

  /** A whole number, bounds included. */
  public static ValueType<Integer> count(int from, int to) {
    return new ValueType<>(Kind.COUNT, from, to, null, null, null);
  }

  /** Id of a claim, of so many characters at most. */
  public static ValueType<String> claimId(int longest) {
    return new ValueType<>(Kind.CLAIM_ID, 1, longest, null, null, null);
  }

  /** Id of a person, of so many characters at most. */
  public static ValueType<String> personId(int longest) {
    return new ValueType<>(Kind.PERSON_ID, 1, longest, null, null, null);
  }

  /** Text of so many characters at most. */
  public static ValueType<String> text(int longest) {
    return new ValueType<>(Kind.TEXT, 1, longest, null, null, null);
  }

  /**
   * One of the constants of an enumeration.
   *
   * @param type the enumeration
   * @param label Chinese name of a constant
   */
  public static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type, Function<E, String> label) {
    Map<E, String> labels = Stream.of(type.getEnumConstants()).collect(
        Collectors.toMap(constant -> constant, label, (one, other) -> one, () -> new EnumMap<>(type)));
    return new ValueType<>(Kind.CHOICE, 0, 0, labels, null, null);
  }

  /** Values in an order that means something, between so many and so many. */
  public static <E> ValueType<List<E>> listOf(ValueType<E> element, int fewest, int most) {
    return new ValueType<>(Kind.LIST, fewest, most, null, element, null);
  }

  /** Values in whichever order, between so many and so many. */
  public static <E> ValueType<List<E>> setOf(ValueType<E> element, int fewest, int most) {
    return new ValueType<>(Kind.SET, fewest, most, null, element, null);
  }

  /** Further fields. */
  static <T> ValueType<T> of(FieldSet<T> fields) {
    return new ValueType<>(Kind.OBJECT, 0, 0, null, null, fields);
  }

  /** What kind of value it is. */
  public Kind kind() {
    return kind;
  }

  /** The least number, the fewest characters or the fewest values. */
  public int from() {
    return from;
  }

  /** The greatest number, the most characters or the most values. */
  public int to() {
    return to;
  }

  /** What there is to choose from, in order, each with its Chinese name; null unless this is a choice. */
  public Map<V, String> choices() {
    return choices;
  }

  /** The type of the values of a list or set; else null. */
  public ValueType<?> element() {
    return element;
  }

  /** The fields of an object; else null. */
  public FieldSet<?> fields() {
    return fields;
  }
}
