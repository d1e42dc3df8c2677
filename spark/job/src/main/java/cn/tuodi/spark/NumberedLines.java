package cn.tuodi.spark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.io.Text;
import scala.Tuple2;

/** The lines of a part of a file that are not blank, with their numbers. */
final class NumberedLines implements Iterator<Tuple2<Long, byte[]>> {

  private final Iterator<Text> lines;
  private final int header;
  private long number;
  private long skipped;
  private Tuple2<Long, byte[]> next;

  /**
   * Numbers lines.
   *
   * @param lines the lines; each is read before the next is asked for
   * @param before how many lines stand before them
   * @param header index of their row of column names, or {@link ClaimLine#JSON}
   * @param skipped how many of the first are passed over
   */
  NumberedLines(Iterator<Text> lines, long before, int header, long skipped) {
    this.lines = lines;
    this.number = before;
    this.header = header;
    this.skipped = skipped;
  }

  @Override
  public boolean hasNext() {
    while (next == null && lines.hasNext()) {
      Text text = lines.next();
      number++;
      if (skipped > 0) {
        skipped--;
        continue;
      }
      ClaimLine line = ClaimLine.of(header, Arrays.copyOf(text.getBytes(), text.getLength()));
      if (!line.isBlank()) {
        next = new Tuple2<>(number, line.written());
      }
    }
    return next != null;
  }

  @Override
  public Tuple2<Long, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tuple2<Long, byte[]> line = next;
    next = null;
    return line;
  }
}
