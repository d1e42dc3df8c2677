package cn.tuodi.field;

import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Writes facts to be hashed. A fact that is as it would be if nothing were stated is left out, so that a field declared
 * later changes nothing of what was written before; equal values are written alike, and what has no order is put into
 * one.
 *
 * <p>The declarations are put together to one method handle. Held in a constant it is compiled like code that names the
 * fields one by one; a loop over the declarations takes four times as long, for no call in it can be foreseen.
 *
 * @param code takes {@link StatedFacts} and the value
 * @param <V> the facts, or a single value
 */
public record FactWriter<V>(MethodHandle code) {

  private static final byte[] END = {'}'};
  private static final MethodType WRITING = MethodType.methodType(void.class, StatedFacts.class, Object.class);
  private static final MethodHandle FIELD = find("field", byte[].class, Object.class, MethodHandle.class);
  private static final MethodHandle OBJECT = find("object", MethodHandle.class);
  private static final MethodHandle LIST = find("list", MethodHandle.class);
  private static final MethodHandle SET = find("set", MethodHandle.class);
  private static final MethodHandle END_OF_OBJECT = find("end");
  private static final MethodHandle ACCESS =
      find("access", MethodType.methodType(Object.class, Function.class, Object.class));

  /** Writes the facts of an object. */
  public static <T> FactWriter<T> of(FieldSet<T> fields) {
    return new FactWriter<>(fields(fields));
  }

  /** Writes a value. */
  public static <V> FactWriter<V> of(ValueType<V> type) {
    return new FactWriter<>(value(type));
  }

  void write(StatedFacts out, V value) {
    try {
      code.invokeExact(out, (Object) value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle fields(FieldSet<?> fields) {
    MethodHandle all = END_OF_OBJECT;
    for (int i = fields.fields().size() - 1; i >= 0; i--) {
      all = MethodHandles.foldArguments(all, field(fields.fields().get(i)));
    }
    return all;
  }

  private static MethodHandle field(ClaimField<?, ?> field) {
    MethodHandle write =
        MethodHandles.insertArguments(FIELD, 0, field.written(), field.otherwise(), value(field.type()));
    return MethodHandles.filterArguments(write, 1, MethodHandles.insertArguments(ACCESS, 0, field.accessor()));
  }

  private static MethodHandle value(ValueType<?> type) {
    return switch (type.kind()) {
      case AMOUNT, SUM -> find("amount");
      case RATE -> find("rate");
      case DATE -> find("date");
      case YES_NO -> find("yesNo");
      case COUNT -> find("count");
      case TEXT, CLAIM_ID, PERSON_ID, AREA -> find("text");
      case CHOICE -> find("choice");
      case LIST -> MethodHandles.insertArguments(LIST, 0, value(type.element()));
      case SET -> MethodHandles.insertArguments(SET, 0, value(type.element()));
      case OBJECT -> MethodHandles.insertArguments(OBJECT, 0, fields(type.fields()));
    };
  }

  private static MethodHandle find(String name, Class<?>... leading) {
    return find(name, WRITING.insertParameterTypes(0, leading));
  }

  private static MethodHandle find(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findStatic(FactWriter.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object access(Function<Object, Object> accessor, Object facts) {
    return accessor.apply(facts);
  }

  private static void field(byte[] name, Object otherwise, MethodHandle write, StatedFacts out, Object value)
      throws Throwable {
    if (value != null && value != otherwise && (otherwise == null || !value.equals(otherwise))) {
      out.put(name);
      write.invokeExact(out, value);
    }
  }

  private static void object(MethodHandle write, StatedFacts out, Object facts) throws Throwable {
    write.invokeExact(out, facts);
  }

  /** No name begins like the end of an object. */
  private static void end(StatedFacts out, Object facts) {
    out.put(END);
  }

  private static void list(MethodHandle write, StatedFacts out, Object values) throws Throwable {
    List<?> list = (List<?>) values;
    out.number(list.size());
    for (int i = 0; i < list.size(); i++) {
      write.invokeExact(out, (Object) list.get(i));
    }
  }

  /** The values in the order of what they are written as, each once. */
  private static void set(MethodHandle write, StatedFacts out, Object values) throws Throwable {
    List<?> list = (List<?>) values;
    if (list.size() < 2) {
      list(write, out, list);
      return;
    }
    TreeSet<byte[]> sorted = new TreeSet<>(Arrays::compare);
    for (Object value : list) {
      StatedFacts one = StatedFacts.begin();
      write.invokeExact(one, value);
      sorted.add(one.bytes());
    }
    out.number(sorted.size());
    sorted.forEach(out::put);
  }

  private static void amount(StatedFacts out, Object value) {
    out.number(((Money) value).inFen());
  }

  /** The digits and how many of them are decimals, without zeros at the end. */
  private static void rate(StatedFacts out, Object value) {
    BigDecimal share = ((Rate) value).share().stripTrailingZeros();
    out.number(share.unscaledValue().longValueExact());
    out.number(share.scale());
  }

  private static void date(StatedFacts out, Object value) {
    out.number(((LocalDate) value).toEpochDay());
  }

  private static void yesNo(StatedFacts out, Object value) {
    out.number((Boolean) value ? 1 : 0);
  }

  private static void count(StatedFacts out, Object value) {
    out.number((Integer) value);
  }

  private static void text(StatedFacts out, Object value) {
    out.text((String) value);
  }

  private static void choice(StatedFacts out, Object value) {
    out.text(((Enum<?>) value).name());
  }
}
