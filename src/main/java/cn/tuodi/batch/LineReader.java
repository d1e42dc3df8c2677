package cn.tuodi.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a stream into lines of limited length. */
public final class LineReader {

  private static final int BUFFER = 1 << 16;
  private static final byte[] NOTHING = new byte[0];

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private int searched;
  private long number;
  private boolean ended;

  /**
   * A line.
   *
   * @param number its number, from 1
   * @param bytes its content, or null where it is too long
   */
  public record Line(long number, byte[] bytes) {}

  /**
   * Splits a stream.
   *
   * @param in the stream
   * @param longest most bytes of a line
   */
  public LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Whether there is more to read without waiting. */
  boolean isReady() throws IOException {
    return lineEnd() < to || !ended && in.available() > 0 || ended && from < to;
  }

  /** Where the line at hand ends, or the end of what is there; what was searched once is not searched again. */
  private int lineEnd() {
    while (searched < to && buffer[searched] != '\n') {
      searched++;
    }
    return searched;
  }

  /** The next lines that are not blank, as many as there are without waiting but at least one; none at the end. */
  public List<Line> next(int most) throws IOException {
    List<Line> lines = new ArrayList<>(most);
    while (lines.size() < most && (lines.isEmpty() || isReady())) {
      byte[] bytes = line();
      if (bytes == NOTHING && ended && from == to) {
        break;
      }
      number++;
      if (bytes == null || !isBlank(bytes)) {
        lines.add(new Line(number, bytes));
      }
    }
    return lines;
  }

  /** The next line without its end, or null where it is too long. */
  private byte[] line() throws IOException {
    byte[] line = NOTHING;
    while (from < to || fill()) {
      int end = lineEnd();
      line = joined(line, end);
      from = end < to ? end + 1 : end;
      searched = from;
      if (end < to) {
        return line == NOTHING ? new byte[0] : line;
      }
    }
    return line;
  }

  private byte[] joined(byte[] before, int end) {
    if (before == null || before.length + end - from > longest) {
      return null;
    }
    if (end == from) {
      return before;
    }
    byte[] joined = Arrays.copyOf(before, before.length + end - from);
    System.arraycopy(buffer, from, joined, before.length, end - from);
    return joined;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    from = 0;
    searched = 0;
    to = Math.max(0, in.read(buffer));
    ended = to == 0;
    return !ended;
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
