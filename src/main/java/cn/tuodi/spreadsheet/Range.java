package cn.tuodi.spreadsheet;

/**
 * Cells from one to another.
 *
 * @param first the first
 * @param last the last
 */
public record Range(Address first, Address last) {

  /** The range of an address such as {@code A1:B2} or {@code A1}; null where that is none. */
  static Range of(String text) {
    String[] ends = text == null ? new String[0] : text.split(":", -1);
    Address first = ends.length == 0 || ends.length > 2 ? null : Address.of(ends[0]);
    Address last = ends.length == 2 ? Address.of(ends[1]) : first;
    return first == null || last == null ? null
        : new Range(new Address(Math.min(first.row(), last.row()), Math.min(first.column(), last.column())),
            new Address(Math.max(first.row(), last.row()), Math.max(first.column(), last.column())));
  }

  @Override
  public String toString() {
    return first + ":" + last;
  }
}
