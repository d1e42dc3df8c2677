package cn.tuodi.spark;

import cn.tuodi.batch.LineReader;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A line of a portfolio as it is sent to its slice: what it says, and by which row of column names it is read.
 *
 * @param header index of the row of column names; -1 for JSON
 * @param bytes the line, or null where it is too long
 */
record ClaimLine(int header, byte[] bytes) {

  /** A line in JSON. */
  static final int JSON = -1;
  private static final int TOO_LONG = -2;

  /** A line; its bytes are left out where it is too long to be a claim. */
  static ClaimLine of(int header, byte[] bytes) {
    return new ClaimLine(header, bytes.length > LineReader.MAX_LINE ? null : bytes);
  }

  /** As it is sent. */
  byte[] written() {
    if (bytes == null) {
      return ByteBuffer.allocate(Integer.BYTES).putInt(TOO_LONG).array();
    }
    return ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(header).put(bytes).array();
  }

  /** As it was sent. */
  static ClaimLine read(byte[] written) {
    int header = ByteBuffer.wrap(written).getInt();
    return header == TOO_LONG ? new ClaimLine(JSON, null)
        : new ClaimLine(header, Arrays.copyOfRange(written, Integer.BYTES, written.length));
  }

  /** With its number. */
  LineReader.Line numbered(long number) {
    return new LineReader.Line(number, bytes);
  }

  /** Whether there is nothing on the line. */
  boolean isBlank() {
    if (bytes == null) {
      return false;
    }
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
