package cn.tuodi.spark;

import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** Lines with the keys by which they are dealt and sorted. Those that say nothing, or whose slice is done, are left out. */
final class KeyedLines implements Iterator<Tuple2<byte[], byte[]>> {

  private final Iterator<Tuple2<Long, byte[]>> lines;
  private final SlicePartitioner slices;
  private final LineParsers parsers;
  private final List<Unreadable> unreadable = new ArrayList<>(1);
  private Tuple2<byte[], byte[]> next;

  KeyedLines(Iterator<Tuple2<Long, byte[]>> lines, SlicePartitioner slices, LineParsers parsers) {
    this.lines = lines;
    this.slices = slices;
    this.parsers = parsers;
  }

  @Override
  public boolean hasNext() {
    while (next == null && lines.hasNext()) {
      Tuple2<Long, byte[]> line = lines.next();
      byte[] key = key(line._1(), ClaimLine.read(line._2()));
      if (key != null && slices.isMissing(key)) {
        next = new Tuple2<>(key, line._2());
      }
    }
    return next != null;
  }

  private byte[] key(long number, ClaimLine line) {
    unreadable.clear();
    NumberedClaim claim = parsers.read(number, line, unreadable::add);
    if (claim != null) {
      return ClaimKey.of(claim);
    }
    return unreadable.isEmpty() ? null : ClaimKey.ofNoClaim(number);
  }

  @Override
  public Tuple2<byte[], byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tuple2<byte[], byte[]> line = next;
    next = null;
    return line;
  }
}
