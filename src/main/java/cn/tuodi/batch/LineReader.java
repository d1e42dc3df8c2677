package cn.tuodi.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a stream into lines of limited length, which end with a line feed or, in a table, with a carriage return. */
public final class LineReader {

  /** Most bytes of a line that holds a claim. */
  public static final int MAX_LINE = 64 * 1024;

  private static final int BUFFER = 1 << 16;
  /** Lines that are handed out together have hardly more bytes than this. */
  private static final int MAX_BYTES = 1 << 18;
  private static final byte[] NOTHING = new byte[0];

  private final InputStream in;
  private final int longest;
  private final boolean returnsEnd;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private int searched;
  private long number;
  private boolean ended;
  private boolean afterReturn;

  /**
   * A line.
   *
   * @param number its number, from 1
   * @param bytes its content, or null where it is too long
   */
  public record Line(long number, byte[] bytes) {}

  /**
   * Splits a stream into lines that end with a line feed.
   *
   * @param in the stream
   * @param longest most bytes of a line
   */
  public LineReader(InputStream in, int longest) {
    this(in, longest, false);
  }

  /**
   * Splits a stream.
   *
   * @param in the stream
   * @param longest most bytes of a line
   * @param returnsEnd whether a carriage return ends a line, too, alone or before a line feed
   */
  public LineReader(InputStream in, int longest, boolean returnsEnd) {
    this.in = in;
    this.longest = longest;
    this.returnsEnd = returnsEnd;
  }

  /** Whether there is more to read without waiting. */
  boolean isReady() throws IOException {
    return lineEnd() < to || !ended && in.available() > 0 || ended && from < to;
  }

  /** Where the line at hand ends, or the end of what is there; what was searched once is not searched again. */
  private int lineEnd() {
    while (searched < to && buffer[searched] != '\n' && !(returnsEnd && buffer[searched] == '\r')) {
      searched++;
    }
    return searched;
  }

  /**
   * The next lines that are not blank, as many as there are without waiting but at least one, and no more when they are
   * large than can lie in memory for every batch under way; none at the end.
   */
  public List<Line> next(int most) throws IOException {
    List<Line> lines = new ArrayList<>(most);
    int size = 0;
    while (lines.size() < most && size < MAX_BYTES && (lines.isEmpty() || isReady())) {
      byte[] bytes = line();
      if (bytes == NOTHING && ended && from == to) {
        break;
      }
      number++;
      if (bytes == null || !isBlank(bytes)) {
        lines.add(new Line(number, bytes));
        size += bytes == null ? 0 : bytes.length;
      }
    }
    return lines;
  }

  /** The next line without its end, or null where it is too long. */
  private byte[] line() throws IOException {
    byte[] line = NOTHING;
    passLineFeed();
    while (from < to || fill()) {
      int end = lineEnd();
      line = joined(line, end);
      from = end < to ? end + 1 : end;
      searched = from;
      if (end < to) {
        afterReturn = buffer[end] == '\r';
        return line == NOTHING ? new byte[0] : line;
      }
    }
    return line;
  }

  /** A line feed right behind a carriage return that ended a line ends the same line. */
  private void passLineFeed() throws IOException {
    if (afterReturn && (from < to || fill())) {
      from += buffer[from] == '\n' ? 1 : 0;
      searched = Math.max(searched, from);
      afterReturn = false;
    }
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
