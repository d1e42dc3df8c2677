package cn.tuodi.desk.record;

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
        "第 " + last.number() + " 次发布的时间是 " + last.at() + "，晚于本机时钟一分钟以上。立即启用的发布不受影响；定时启用的以本机时钟为准，请校准时钟",
        "publication " + last.number() + " was made at " + last.at() + ", more than a minute after now by the clock of "
            + "this machine. Publications at once are not affected; those for later come into force by this clock: set "
            + "the clocks right"));
  }
}
