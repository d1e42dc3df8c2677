package cn.tuodi.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Tells JSON in UTF-8 from bytes in anything else. The JSON library takes UTF-16 and UTF-32, too, and is lenient with
 * sequences that are not UTF-8; what it makes of those is not what was sent.
 */
final class Utf8 {

  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080808080808080L;
  /** By so many bytes the library tells encodings apart. */
  private static final int FIRST = 4;

  private Utf8() {}

  /** Whether a part of an array can be JSON in UTF-8: it begins with no zero byte, as other encodings do, and can be decoded. */
  static boolean is(byte[] bytes, int offset, int length) {
    for (int i = 0; i < Math.min(FIRST, length); i++) {
      if (bytes[offset + i] == 0) {
        return false;
      }
    }
    return isAscii(bytes, offset, length) || isDecodable(bytes, offset, length);
  }

  private static boolean isAscii(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      if (((long) EIGHT.get(bytes, at) & NOT_ASCII) != 0) {
        return false;
      }
    }
    for (; at < end; at++) {
      if (bytes[at] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDecodable(byte[] bytes, int offset, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
