package cn.tuodi.json;

import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.FieldValues;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An object of the wire contract: its fields, and how its value is made of theirs. Fields that it does not know, fields
 * stated twice and missing fields are violations.
 *
 * @param <T> what it is read into
 */
public final class ObjectType<T> extends WireType<T> {

  private final String name;
  private final Map<String, Field<?>> fields;
  private final Field<?>[] inOrder;
  private final Function<Values, T> maker;
  private final BiConsumer<Values, JsonIn> check;

  private ObjectType(Builder builder, Function<Values, T> maker, BiConsumer<Values, JsonIn> check) {
    this.name = builder.name;
    this.fields = new HashMap<>(builder.fields);
    this.inOrder = builder.inOrder.toArray(Field<?>[]::new);
    this.maker = maker;
    this.check = check;
  }

  /**
   * A field.
   *
   * @param <V> what its value is read into
   */
  public static final class Field<V> {
    private final String name;
    private final int index;
    private final WireType<V> type;
    private final boolean required;
    private final boolean nullable;
    private final V otherwise;
    private final String description;

    private Field(String name, int index, WireType<V> type, boolean required, boolean nullable, V otherwise,
        String description) {
      this.name = name;
      this.index = index;
      this.type = type;
      this.required = required;
      this.nullable = nullable;
      this.otherwise = otherwise;
      this.description = description;
    }
  }

  /** The values of an object's fields. */
  public static final class Values {
    private final Object[] values;
    private final boolean[] stated;

    private Values(int size) {
      this.values = new Object[size];
      this.stated = new boolean[size];
    }

    /** The value of a field, or what it is where it is not stated. */
    @SuppressWarnings("unchecked")
    public <V> V get(Field<V> field) {
      return stated[field.index] ? (V) values[field.index] : field.otherwise;
    }

    /** Whether a field is stated, and not as null. */
    public boolean has(Field<?> field) {
      return stated[field.index] && values[field.index] != null;
    }
  }

  /** An object of a claim, as its fields are declared. */
  static <T> ObjectType<T> of(FieldSet<T> declared) {
    Builder builder = new Builder(declared.name());
    for (ClaimField<T, ?> field : declared.fields()) {
      builder.add(field);
    }
    return new ObjectType<>(builder, values -> declared.make(new FieldValues(values.values)),
        declared.check() == null ? (values, in) -> {} : (values, in) -> declared.check()
            .accept(new FieldValues(values.values), (at, message) -> in.violationAt(in.pointer() + at, message)));
  }

  /** Collects the fields of an object. */
  public static final class Builder {
    private final String name;
    private final Map<String, Field<?>> fields = new HashMap<>();
    private final List<Field<?>> inOrder = new ArrayList<>();

    /** An object of a name, which the OpenAPI document knows its schema by. */
    public Builder(String name) {
      this.name = name;
    }

    /** A field that must be stated. */
    public <V> Field<V> required(String name, WireType<V> type, String description) {
      return add(new Field<>(name, inOrder.size(), type, true, false, null, description));
    }

    /** A field that may be left out or null. */
    public <V> Field<V> optional(String name, WireType<V> type, String description) {
      return add(new Field<>(name, inOrder.size(), type, false, true, null, description));
    }

    /** A field that has a value where it is left out. */
    public <V> Field<V> optional(String name, WireType<V> type, V otherwise, String description) {
      return add(new Field<>(name, inOrder.size(), type, false, false, otherwise, description));
    }

    private <V> void add(ClaimField<?, V> field) {
      add(new Field<>(field.name(), inOrder.size(), FieldTypes.of(field.type()), field.required(), field.nullable(),
          field.otherwise(), field.label().description()));
    }

    private <V> Field<V> add(Field<V> field) {
      fields.put(field.name, field);
      inOrder.add(field);
      return field;
    }

    /** The object. */
    public <T> ObjectType<T> build(Function<Values, T> maker) {
      return new ObjectType<>(this, maker, (values, in) -> {});
    }

    /** The object, with a check that spans fields. */
    public <T> ObjectType<T> build(Function<Values, T> maker, BiConsumer<Values, JsonIn> check) {
      return new ObjectType<>(this, maker, check);
    }
  }

  @Override
  public T read(JsonIn in) throws IOException {
    if (in.token() != JsonToken.START_OBJECT) {
      return in.mistyped(Message.of("json.an-object"));
    }
    Values values = new Values(inOrder.length);
    JsonParser parser = in.parser();
    int expected = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Field<?> field = field(name, expected);
      expected = field == null ? expected : field.index + 1;
      parser.nextToken();
      in.enter(name);
      readField(in, field, values);
      in.leave();
    }
    for (Field<?> field : inOrder) {
      if (field.required && !values.stated[field.index]) {
        in.enter(field.name);
        in.violation(Message.of("json.is-required"));
        in.leave();
      }
    }
    if (in.isSound()) {
      check.accept(values, in);
    }
    return in.isSound() ? maker.apply(values) : null;
  }

  /** The field of a name, found at once where fields come in the order of the contract; null for none. */
  private Field<?> field(String name, int expected) {
    return expected < inOrder.length && name.equals(inOrder[expected].name) ? inOrder[expected] : fields.get(name);
  }

  private static void readField(JsonIn in, Field<?> field, Values values) throws IOException {
    if (field == null) {
      in.violation(Message.of("json.no-such-field-check-its-spelling"));
      in.parser().skipChildren();
      return;
    }
    if (values.stated[field.index]) {
      in.violation(Message.of("json.is-stated-twice"));
      in.parser().skipChildren();
      return;
    }
    values.stated[field.index] = true;
    if (in.token() == JsonToken.VALUE_NULL) {
      if (!field.nullable) {
        in.violation(Message.of("json.is-null"));
      }
      return;
    }
    values.values[field.index] = field.type.read(in);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field<?> field : inOrder) {
      Map<String, Object> schema = new LinkedHashMap<>(field.type.schema());
      if (field.nullable) {
        schema.put("nullable", true);
      }
      if (field.otherwise != null && !(field.otherwise instanceof List) && !(field.otherwise instanceof Set)) {
        schema.put("default", field.otherwise instanceof Enum<?> constant ? constant.name() : value(field.otherwise));
      }
      schema.put("description", field.description);
      properties.put(field.name, schema);
      if (field.required) {
        required.add(field.name);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(NAME, name);
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Object value(Object value) {
    return value instanceof Money money ? money.inYuan() : value;
  }
}
