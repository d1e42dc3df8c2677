package cn.tuodi.table.cell;

import cn.tuodi.language.Message;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the cells of a column hold. A cell is read into a value of that type or refused; only the type, never the cell,
 * writes rule source.
 */
public abstract class CellType {

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
  public abstract Object parse(Object raw);

  /** Java source of a value of this type. */
  public abstract String literal(Object value);

  /** Java source of what a condition compares with a value of this type. */
  public String compared(Object value) {
    return literal(value);
  }

  /** The value in a form that does not depend on how the spreadsheet stored it. */
  public String canonical(Object value) {
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

  /**
   * One of the constants of an enumeration, by its Chinese label.
   *
   * @param type the enumeration
   * @param label the label of a constant, or null for one that may not be chosen
   */
  public static <E extends Enum<E>> CellType of(Class<E> type, Function<E, String> label) {
    return new Choice<>(type, label, false);
  }

  /** Some of the constants of an enumeration, by their Chinese labels, separated by 、. */
  public static <E extends Enum<E>> CellType someOf(Class<E> type, Function<E, String> label) {
    return new Choice<>(type, label, true);
  }
}
