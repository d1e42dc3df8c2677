package cn.tuodi.answer;

import java.util.ArrayList;
import java.util.List;

/** How the amounts of one answer came out that rows state as multiples. Not for use by several threads. */
public final class Derivations {

  private final List<Derived> all = new ArrayList<>(0);

  /** Writes down how an amount came out. */
  public void add(Derived derived) {
    if (!all.contains(derived)) {
      all.add(derived);
    }
  }

  /** The line with how the amounts of the rows came out that it rests on. */
  public PayoutLine with(PayoutLine line) {
    List<Derived> own = of(line.sources());
    return own.isEmpty() ? line : line.deriving(own, with(line.sources()));
  }

  /** The notice with the same. */
  public Notice with(Notice notice) {
    List<Derived> own = of(notice.sources());
    return own.isEmpty() ? notice : notice.deriving(own, with(notice.sources()));
  }

  /** Rows with those of the figures that their amounts are multiples of. */
  public List<Source> with(List<Source> rows) {
    if (all.isEmpty()) {
      return rows;
    }
    List<Source> sources = new ArrayList<>(rows);
    of(rows).stream().map(Derived::source).filter(source -> !rows.contains(source)).distinct().forEach(sources::add);
    return sources;
  }

  private List<Derived> of(List<Source> rows) {
    return all.isEmpty() ? List.of() : all.stream().filter(derived -> rows.contains(derived.row())).toList();
  }
}
