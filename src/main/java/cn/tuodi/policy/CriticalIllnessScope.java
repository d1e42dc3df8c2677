package cn.tuodi.policy;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.CareType;
import java.util.List;

/** Which kinds of care critical-illness insurance covers, by date (大病保险范围). */
public final class CriticalIllnessScope {

  private final List<Entry> entries;

  /**
   * A kind of care in a span of days.
   *
   * @param care kind of care
   * @param from first day since 1970-01-01
   * @param to last day since 1970-01-01
   * @param covered whether it is covered
   * @param source the row
   */
  public record Entry(CareType care, long from, long to, boolean covered, Source source) {}

  /** A scope. */
  public CriticalIllnessScope(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The rows. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The row for a kind of care on a day.
   *
   * @throws IllegalStateException if there is none; the checks of an edition exclude it
   */
  public Entry on(CareType care, long day) {
    for (Entry entry : entries) {
      if (entry.care() == care && entry.from() <= day && day <= entry.to()) {
        return entry;
      }
    }
    throw new IllegalStateException("no scope of critical-illness insurance for " + care);
  }
}
