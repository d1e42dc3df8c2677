package cn.tuodi.desk.record;

import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether the clocks of the machines that publish differ: a record that was made later than it is now was made by another
 * clock, or this one was put back. It changes nothing of publications that are to be in force at once.
 */
public final class ClockSkew {

  private static final Duration TOLERATED = Duration.ofMinutes(1);

  private ClockSkew() {}

  /** What to tell of it; nothing where clocks agree as far as the last record tells. */
  public static List<Finding> of(Chronicle chronicle, Instant now) {
    if (chronicle.records().isEmpty()) {
      return List.of();
    }
    Publication last = chronicle.records().get(chronicle.records().lastKey()).publication();
    if (!last.at().isAfter(now.plus(TOLERATED))) {
      return List.of();
    }
    return List.of(Finding.ofFile(".tuodi/publications",
        Message.of("desk.publication-was-made-at-more-than-a", last.number(), last.at())));
  }
}
