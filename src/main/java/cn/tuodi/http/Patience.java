package cn.tuodi.http;

import java.time.Duration;

/**
 * How long senders are waited for.
 *
 * @param longest time within which a body must have arrived, in nanoseconds
 * @param leastRate least bytes a second
 * @param window time over which the rate is looked at, in nanoseconds; who has sent less than the rate for one window is
 *          slow, and gives way as soon as somebody else needs the place
 * @param mostSlowWindows windows in a row after which a slow sender is given up although nobody needs the place
 * @param isTwoWay whether answers go out while the body comes in, and count like it
 */
record Patience(long longest, long leastRate, long window, int mostSlowWindows, boolean isTwoWay) {

  /** For requests of moderate size, which arrive at once. */
  static Patience withSingles(Duration longest, long leastRate) {
    return new Patience(longest.toNanos(), leastRate, Duration.ofSeconds(1).toNanos(), Integer.MAX_VALUE, false);
  }

  /** For bodies that take a while: who stops sending is not waited for. */
  static Patience withUploads(Duration longest, long leastRate) {
    return new Patience(longest.toNanos(), leastRate, Duration.ofSeconds(3).toNanos(), 3, false);
  }

  /** For streams that may pause as long as nobody else needs their place. */
  static Patience withBatches(Duration longest, long leastRate) {
    return new Patience(longest.toNanos(), leastRate, Duration.ofSeconds(2).toNanos(), Integer.MAX_VALUE, true);
  }

  /** Whether so many bytes in so many nanoseconds are too few. */
  boolean isSlow(long bytes, long nanoseconds) {
    return bytes < leastRate * (nanoseconds / 1e9);
  }
}
