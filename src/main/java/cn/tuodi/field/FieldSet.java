package cn.tuodi.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The fields of one object of a claim, and how its facts are made of their values.
 *
 * @param <T> the facts
 */
public final class FieldSet<T> {

  private final String name;
  private final List<ClaimField<T, ?>> fields;
  private final Function<FieldValues, T> maker;
  private final BiConsumer<FieldValues, ViolationCollector> check;
  private final ValueType<T> type = ValueType.of(this);

  private FieldSet(Builder<T> builder, Function<FieldValues, T> maker,
      BiConsumer<FieldValues, ViolationCollector> check) {
    this.name = builder.name;
    this.fields = List.copyOf(builder.fields);
    this.maker = maker;
    this.check = check;
  }

  /**
   * Collects the declarations of fields.
   *
   * @param <T> the facts
   */
  public static final class Builder<T> {
    private final String name;
    private final List<ClaimField<T, ?>> fields = new ArrayList<>();

    /** An object of a name, which documents know its schema by. */
    public Builder(String name) {
      this.name = name;
    }

    /** A field that must be stated. */
    public <V> ClaimField<T, V> required(String field, ValueType<V> type, Function<T, V> accessor, Label label) {
      return add(new ClaimField<>(field, fields.size(), type, accessor, true, null, label));
    }

    /** A field that may be left out. */
    public <V> ClaimField<T, V> optional(String field, ValueType<V> type, Function<T, V> accessor, Label label) {
      return add(new ClaimField<>(field, fields.size(), type, accessor, false, null, label));
    }

    /** A field that has a value where it is left out. */
    public <V> ClaimField<T, V> optional(String field, ValueType<V> type, V otherwise, Function<T, V> accessor,
        Label label) {
      return add(new ClaimField<>(field, fields.size(), type, accessor, false, otherwise, label));
    }

    private <V> ClaimField<T, V> add(ClaimField<T, V> field) {
      fields.add(field);
      return field;
    }

    /** The object. */
    public FieldSet<T> build(Function<FieldValues, T> maker) {
      return new FieldSet<>(this, maker, null);
    }

    /** The object, with a check that spans fields; it may count on every field being sound. */
    public FieldSet<T> build(Function<FieldValues, T> maker, BiConsumer<FieldValues, ViolationCollector> check) {
      return new FieldSet<>(this, maker, check);
    }
  }

  /**
   * Facts being stated field by field; what is not stated is as the declarations have it.
   *
   * @param <T> the facts
   */
  public static final class Statement<T> {
    private final FieldSet<T> fields;
    private final Object[] values;

    private Statement(FieldSet<T> fields) {
      this.fields = fields;
      this.values = new Object[fields.fields.size()];
    }

    /** States a field; null for nothing. */
    public <V> Statement<T> with(ClaimField<T, V> field, V value) {
      values[field.index()] = value;
      return this;
    }

    /** The facts. */
    public T facts() {
      return fields.make(new FieldValues(values));
    }
  }

  /** Begins to state facts. */
  public Statement<T> stating() {
    return new Statement<>(this);
  }

  /** Begins to state facts that are like others. */
  public Statement<T> like(T facts) {
    Statement<T> statement = new Statement<>(this);
    for (ClaimField<T, ?> field : fields) {
      statement.values[field.index()] = field.of(facts);
    }
    return statement;
  }

  /** What documents call its schema. */
  public String name() {
    return name;
  }

  /** The fields, in the order of the contract. */
  public List<ClaimField<T, ?>> fields() {
    return fields;
  }

  /** The type of a field that holds such an object. */
  public ValueType<T> type() {
    return type;
  }

  /** The facts that values amount to. */
  public T make(FieldValues values) {
    return maker.apply(values);
  }

  /** What is wrong with values taken together; null where nothing can be. */
  public BiConsumer<FieldValues, ViolationCollector> check() {
    return check;
  }
}
