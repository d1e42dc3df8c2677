package cn.tuodi.spreadsheet;

/** How many tags all parts of a workbook have that were read. */
final class TagCount {

  private final int most;
  private int tags;

  TagCount(int most) {
    this.most = most;
  }

  /** Counts one more; false where that is too many. */
  boolean one() {
    return ++tags <= most;
  }
}
