package cn.tuodi.spark;

import cn.tuodi.simulation.portfolio.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a slice or a whole portfolio adds up to. For one thread. */
final class PortfolioSums {

  private static final int MAX_EXAMPLES = 20;

  private final SideSums before;
  private final SideSums after = new SideSums();
  private final PeopleSums people;
  private final List<Unreadable> examples = new ArrayList<>();
  private long claims;
  private long unreadable;
  private long repeated;
  private long changed;
  private long underReview;
  private long onlyBefore;
  private long onlyAfter;

  /**
   * As it is written.
   *
   * @param claims how many lines are claims
   * @param unreadable how many lines are none
   * @param examples the first of them
   * @param repeated how many claims of a person were stated before
   * @param changed how many claims both policies decide, with different amounts left to the person; null for one policy
   * @param underReview how many of both are subject to review under one of them
   * @param onlyBefore how many only the one policy decides
   * @param onlyAfter how many only the other policy decides
   * @param before sums under the one policy; null where there is only one
   * @param after sums under the other, or the only one
   * @param people who gains and who loses
   */
  record Written(long claims, long unreadable, List<Unreadable> examples, long repeated, Long changed,
      Long underReview, Long onlyBefore, Long onlyAfter, SideSums.Written before, SideSums.Written after,
      PeopleSums.Written people) {}

  /** Nothing yet, of one policy or of two that are compared. */
  PortfolioSums(boolean compared) {
    this.before = compared ? new SideSums() : null;
    this.people = compared ? new PeopleSums() : null;
  }

  SideSums before() {
    return before;
  }

  SideSums after() {
    return after;
  }

  PeopleSums people() {
    return people;
  }

  void takeClaim(boolean again) {
    claims++;
    repeated += again ? 1 : 0;
  }

  void take(Unreadable line) {
    unreadable++;
    if (examples.size() < MAX_EXAMPLES) {
      examples.add(line);
    }
  }

  void takeCompared(boolean differs, boolean review) {
    changed += differs ? 1 : 0;
    underReview += review ? 1 : 0;
  }

  void decidedByOne(boolean byBefore) {
    onlyBefore += byBefore ? 1 : 0;
    onlyAfter += byBefore ? 0 : 1;
  }

  void add(Written other) {
    claims += other.claims();
    unreadable += other.unreadable();
    repeated += other.repeated();
    examples.addAll(other.examples());
    examples.sort(Comparator.comparingLong(Unreadable::line));
    if (examples.size() > MAX_EXAMPLES) {
      examples.subList(MAX_EXAMPLES, examples.size()).clear();
    }
    after.add(other.after());
    if (before != null) {
      changed += other.changed();
      underReview += other.underReview();
      onlyBefore += other.onlyBefore();
      onlyAfter += other.onlyAfter();
      before.add(other.before());
      people.add(other.people());
    }
  }

  Written written() {
    return before == null
        ? new Written(claims, unreadable, examples, repeated, null, null, null, null, null, after.written(), null)
        : new Written(claims, unreadable, examples, repeated, changed, underReview, onlyBefore, onlyAfter,
            before.written(), after.written(), people.written());
  }
}
