package cn.tuodi.household;

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
  private BigDecimal threshold;
  private Source source;

  void compare(BigDecimal yuan, Source row) {
    threshold = yuan;
    source = row;
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

  /** What income per head is compared with, in yuan, or null where the edition has no such test. */
  public BigDecimal threshold() {
    return threshold;
  }

  /** The row, or null. */
  public Source source() {
    return source;
  }

  /** Notices. */
  public List<Notice> notices() {
    return notices;
  }
}
