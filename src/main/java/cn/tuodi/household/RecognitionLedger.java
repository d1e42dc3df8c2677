package cn.tuodi.household;

import cn.tuodi.answer.Derivations;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sheet of one answer whether illness has impoverished a household. */
public final class RecognitionLedger {

  private final Map<RecognitionCriterion, Boolean> met = new EnumMap<>(RecognitionCriterion.class);
  private final List<Notice> notices = new ArrayList<>(1);
  private final Derivations derivations = new Derivations();
  private BigDecimal threshold;
  private boolean afterCost;
  private BigDecimal costThreshold;
  private Source source;

  void compare(BigDecimal income, boolean isAfterCost, BigDecimal cost, Source row) {
    threshold = income;
    afterCost = isAfterCost;
    costThreshold = cost;
    source = row;
  }

  /** How amounts came out that the row states as multiples of a figure of the place. */
  Derivations derivations() {
    return derivations;
  }

  /** Writes down whether a criterion is met. */
  public void judge(RecognitionCriterion criterion, boolean isMet) {
    met.put(criterion, isMet);
  }

  /** Writes a notice. */
  public void notice(Notice notice) {
    notices.add(notice);
  }

  /** Each criterion and whether it is met; empty where the edition has no such test. */
  public Map<RecognitionCriterion, Boolean> met() {
    return met;
  }

  /** Whether the edition has such a test, and does not name another instrument. */
  public boolean isTested() {
    return !met.isEmpty();
  }

  /** What income per head is compared with, in yuan, or null where the edition does not test it. */
  public BigDecimal threshold() {
    return threshold;
  }

  /** Whether the cost of illness is taken from the income that is compared. */
  public boolean isAfterCost() {
    return afterCost;
  }

  /** What the cost of illness must exceed, in yuan, or null where the edition does not test it. */
  public BigDecimal costThreshold() {
    return costThreshold;
  }

  /** The row, and those of the figures of the place that it rests on; none where the edition has no such sheet. */
  public List<Source> sources() {
    return source == null ? List.of() : derivations.with(List.of(source));
  }

  /** Notices. */
  public List<Notice> notices() {
    return notices;
  }
}
