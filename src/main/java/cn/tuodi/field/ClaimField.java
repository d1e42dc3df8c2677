package cn.tuodi.field;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * One field of a claim, declared once.
 *
 * @param <T> the facts that it is a part of
 * @param <V> its value
 */
public final class ClaimField<T, V> {

  private final String name;
  private final int index;
  private final ValueType<V> type;
  private final Function<T, V> accessor;
  private final boolean required;
  private final V otherwise;
  private final Label label;
  private final byte[] written;

  ClaimField(String name, int index, ValueType<V> type, Function<T, V> accessor, boolean required, V otherwise,
      Label label) {
    this.name = name;
    this.index = index;
    this.type = type;
    this.accessor = accessor;
    this.required = required;
    this.otherwise = otherwise;
    this.label = label;
    this.written = (name + "=").getBytes(StandardCharsets.UTF_8);
  }

  /** Its name in JSON. */
  public String name() {
    return name;
  }

  /** Its number among the fields of its object, from 0. */
  public int index() {
    return index;
  }

  /** What may be stated. */
  public ValueType<V> type() {
    return type;
  }

  /** Its value, or null where there is none. */
  public V of(T facts) {
    return accessor.apply(facts);
  }

  Function<T, V> accessor() {
    return accessor;
  }

  /** Whether it must be stated. */
  public boolean required() {
    return required;
  }

  /** Whether null may be written for it, which means the same as leaving it out. */
  public boolean nullable() {
    return !required && otherwise == null;
  }

  /** Its value where it is left out, or null for none. */
  public V otherwise() {
    return otherwise;
  }

  /** What it is called. */
  public Label label() {
    return label;
  }

  /** Heading of its column in tables of claims. */
  public String column() {
    return label.column().isEmpty() ? name : label.column();
  }

  /** The beginning of the line that states it where facts are hashed. */
  byte[] written() {
    return written;
  }
}
