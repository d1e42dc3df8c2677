package cn.tuodi.claim;

import cn.tuodi.facts.Money;
import cn.tuodi.facts.Rate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Facts written line by line as {@code name=value}, so that they can be hashed. A fact that is as it would be if nothing
 * were stated is left out, so that a field declared later changes nothing of what was written before; equal values are
 * written alike, and what has no order is put into one.
 */
public final class StatedFacts {

  private static final int USUAL = 1024;
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.UTF_8);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.UTF_8);

  private byte[] bytes;
  private int length;

  private StatedFacts(int size) {
    this.bytes = new byte[size];
  }

  /** Nothing written yet. */
  public static StatedFacts begin() {
    return new StatedFacts(USUAL);
  }

  /** Writes the fields of an object. */
  public <T> StatedFacts add(FieldSet<T> fields, T facts) {
    List<ClaimField<T, ?>> declared = fields.fields();
    for (int i = 0; i < declared.size(); i++) {
      field(declared.get(i), facts);
    }
    return this;
  }

  /** Writes a fact of a name; nothing where it is null. */
  public <V> StatedFacts add(String name, ValueType<V> type, V value) {
    if (value != null) {
      put((name + "=").getBytes(StandardCharsets.UTF_8));
      value(type, value);
      put('\n');
    }
    return this;
  }

  /** The hash of what is written. */
  public byte[] hash(MessageDigest digest) {
    digest.update(bytes, 0, length);
    return digest.digest();
  }

  private byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private <T, V> void field(ClaimField<T, V> field, T facts) {
    V value = field.of(facts);
    if (value != null && !value.equals(field.otherwise())) {
      put(field.written());
      value(field.type(), value);
      put('\n');
    }
  }

  @SuppressWarnings("unchecked")
  private void value(ValueType<?> type, Object value) {
    switch (type.kind()) {
      case AMOUNT, SUM -> number(((Money) value).inFen());
      case RATE -> ascii(((Rate) value).share().stripTrailingZeros().toPlainString());
      case DATE -> date((LocalDate) value);
      case YES_NO -> put((Boolean) value ? TRUE : FALSE);
      case COUNT -> number((Integer) value);
      case TEXT, CLAIM_ID, PERSON_ID, AREA -> text((String) value);
      case CHOICE -> ascii(((Enum<?>) value).name());
      case LIST -> list(type.element(), (List<?>) value);
      case SET -> set(type.element(), (List<?>) value);
      case OBJECT -> {
        put('{');
        add((FieldSet<Object>) type.fields(), value);
        put('}');
      }
      default -> throw new IllegalStateException(type.kind().name());
    }
  }

  private void list(ValueType<?> element, List<?> values) {
    put('[');
    for (Object value : values) {
      value(element, value);
      put(',');
    }
    put(']');
  }

  /** The values in the order of what they are written as, each once. */
  private void set(ValueType<?> element, List<?> values) {
    if (values.size() < 2) {
      list(element, values);
      return;
    }
    TreeSet<byte[]> sorted = new TreeSet<>(Arrays::compare);
    for (Object value : values) {
      StatedFacts one = new StatedFacts(USUAL / 8);
      one.value(element, value);
      sorted.add(one.bytes());
    }
    put('[');
    for (byte[] one : sorted) {
      put(one);
      put(',');
    }
    put(']');
  }

  /** Text after its length, so that no text can be taken for what follows it. */
  private void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    put(':');
    put(encoded);
  }

  private void ascii(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  private void date(LocalDate date) {
    number(date.getYear());
    put('-');
    twoDigits(date.getMonthValue());
    put('-');
    twoDigits(date.getDayOfMonth());
  }

  private void twoDigits(int number) {
    put('0' + number / 10);
    put('0' + number % 10);
  }

  private void number(long number) {
    if (number < 0) {
      ascii(Long.toString(number));
      return;
    }
    int digits = 1;
    for (long rest = number; rest > 9; rest /= 10) {
      digits++;
    }
    room(digits);
    long rest = number;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  private void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void put(int one) {
    room(1);
    bytes[length++] = (byte) one;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
