package cn.tuodi.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Splits a stream into lines of limited length. */
final class LineReader {

  private final InputStream in;
  private final int longest;
  private long number;
  private boolean ended;

  /**
   * A line.
   *
   * @param number its number, from 1
   * @param bytes its content, or null where it is too long
   */
  record Line(long number, byte[] bytes) {}

  LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next lines that are not blank; none at the end. */
  List<Line> next(int most) throws IOException {
    List<Line> lines = new ArrayList<>(most);
    while (lines.size() < most && !ended) {
      Line line = line();
      if (line.bytes() == null || !isBlank(line.bytes())) {
        lines.add(line);
      }
      if (lines.size() > 0 && in.available() == 0) {
        break;
      }
    }
    return lines;
  }

  private Line line() throws IOException {
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    boolean tooLong = false;
    int next = in.read();
    while (next != '\n' && next >= 0) {
      if (bytes.size() < longest) {
        bytes.write(next);
      } else {
        tooLong = true;
      }
      next = in.read();
    }
    ended = next < 0;
    return new Line(number, tooLong ? null : bytes.toByteArray());
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
