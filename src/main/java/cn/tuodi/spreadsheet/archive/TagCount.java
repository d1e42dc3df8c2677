package cn.tuodi.spreadsheet.archive;

/** How many tags all parts of a workbook have that were read. */
public final class TagCount {

  private final int most;
  private int tags;

  public TagCount(int most) {
    this.most = most;
  }

  /** Counts one more; false where that is too many. */
  boolean one() {
    return ++tags <= most;
  }
}
