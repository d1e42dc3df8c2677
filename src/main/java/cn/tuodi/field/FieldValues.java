package cn.tuodi.field;

/** Values of the fields of one object, of which facts are made. */
public final class FieldValues {

  private final Object[] values;

  /** Values by the numbers of their fields; null where nothing is stated. */
  public FieldValues(Object[] values) {
    this.values = values;
  }

  /** The value of a field, or what it is where it is not stated. */
  @SuppressWarnings("unchecked")
  public <V> V get(ClaimField<?, V> field) {
    Object value = values[field.index()];
    return value == null ? field.otherwise() : (V) value;
  }

  /** The value of a field, or another one where it has none. */
  public <V> V get(ClaimField<?, V> field, V otherwise) {
    V value = get(field);
    return value == null ? otherwise : value;
  }

  /** Whether a field is stated. */
  public boolean has(ClaimField<?, ?> field) {
    return values[field.index()] != null;
  }
}
