package cn.tuodi.api;

import cn.tuodi.account.Correction;
import cn.tuodi.account.store.YearSize;

/** How much room a correction takes. */
final class CorrectionSize {

  /** Bills that change are told with their decisions, which take so many times the room of an entry. */
  private static final int WITH_DECISION = 3;

  private CorrectionSize() {}

  /** The room of a correction of a year, in entries. */
  static int of(YearSize year) {
    return WITH_DECISION * Math.min(year.bills(), Correction.MAX_TOLD);
  }

  /** The room of versions of a bill, in entries. */
  static int ofVersions(int versions) {
    return WITH_DECISION * versions;
  }
}
