package cn.tuodi.field;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Facts written one after the other as {@code name=value}, so that they can be hashed. Every value begins or ends in a
 * way that it cannot be taken for a part of what stands beside it.
 */
public final class StatedFacts {

  private static final int USUAL = 1024;
  private static final int LONGEST = 10;

  private byte[] bytes;
  private int length;

  StatedFacts(int size) {
    this.bytes = new byte[size];
  }

  /** Nothing written yet. */
  public static StatedFacts begin() {
    return new StatedFacts(USUAL);
  }

  /** Writes a fact of a name; nothing where it is null. */
  public <V> StatedFacts add(String name, FactWriter<V> writer, V value) {
    if (value != null) {
      put((name + "=").getBytes(StandardCharsets.UTF_8));
      writer.write(this, value);
    }
    return this;
  }

  /** Writes all facts of an object. */
  public <V> StatedFacts add(FactWriter<V> writer, V facts) {
    writer.write(this, facts);
    return this;
  }

  /** The hash of what is written. */
  public byte[] hash(MessageDigest digest) {
    digest.update(bytes, 0, length);
    return digest.digest();
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Seven bits a byte, lowest first, so that the many small numbers of a claim are soon hashed. */
  void number(long number) {
    room(LONGEST);
    long rest = number << 1 ^ number >> 63;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Text after its length. */
  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    put(encoded);
  }

  void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
