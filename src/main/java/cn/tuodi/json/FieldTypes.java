package cn.tuodi.json;

import cn.tuodi.field.FieldSet;
import cn.tuodi.field.ValueType;
import java.util.HashMap;
import java.util.Map;

/** How the fields of a claim are written in JSON, by their declarations. */
public final class FieldTypes {

  private static final Map<FieldSet<?>, WireType<?>> OBJECTS = new HashMap<>();

  private FieldTypes() {}

  /** An object with the fields declared; always the same for the same declaration. */
  @SuppressWarnings("unchecked")
  public static synchronized <T> WireType<T> of(FieldSet<T> fields) {
    WireType<?> known = OBJECTS.get(fields);
    if (known == null) {
      known = ObjectType.of(fields);
      OBJECTS.put(fields, known);
    }
    return (WireType<T>) known;
  }

  /** A value of a type declared. */
  @SuppressWarnings("unchecked")
  public static <V> WireType<V> of(ValueType<V> type) {
    return (WireType<V>) switch (type.kind()) {
      case AMOUNT -> WireType.AMOUNT;
      case SUM -> WireType.YEARS_AMOUNT;
      case RATE -> WireType.RATE;
      case DATE -> WireType.DATE;
      case YES_NO -> WireType.BOOLEAN;
      case COUNT -> WireType.integer(type.from(), type.to());
      case TEXT, CLAIM_ID -> WireType.text(type.to());
      case PERSON_ID -> new PersonIdType(type.to());
      case AREA -> WireType.AREA_CODE;
      case CHOICE -> choice(type);
      case LIST, SET -> WireType.listOf(of(type.element()), type.from(), type.to());
      case OBJECT -> of(type.fields());
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static WireType<?> choice(ValueType<?> type) {
    return WireType.oneOf((Class) ((Enum<?>) type.choices().keySet().iterator().next()).getDeclaringClass());
  }
}
