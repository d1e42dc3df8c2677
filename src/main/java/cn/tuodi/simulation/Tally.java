package cn.tuodi.simulation;

import cn.tuodi.simulation.portfolio.ClaimMark;
import cn.tuodi.simulation.portfolio.PortfolioListener;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** What a part of a portfolio adds up to under both policies. Used by one thread; parts are added up. */
public final class Tally implements PortfolioListener {

  private static final int MAX_CHANGES = 20;
  private static final int MAX_EXAMPLES = 20;

  private final SideTally before = new SideTally();
  private final SideTally after = new SideTally();
  private final PeopleTally people = new PeopleTally();
  private final List<ClaimChange> changes = new ArrayList<>();
  private final List<Unreadable> examples = new ArrayList<>();
  /** Claims of this part, until it is added to those before. */
  private final List<ClaimMark> marks = new ArrayList<>();
  private final RepeatedClaims repeated = new RepeatedClaims();
  private long claims;
  private long unreadable;
  private long claimsChanged;
  private long underReview;
  private long onlyBefore;
  private long onlyAfter;

  void takeClaim() {
    claims++;
  }

  void takeUnderReview() {
    underReview++;
  }

  void decidedByOne(boolean byBefore) {
    if (byBefore) {
      onlyBefore++;
    } else {
      onlyAfter++;
    }
  }

  void take(ClaimChange change) {
    claimsChanged++;
    changes.add(change);
    if (changes.size() >= 4 * MAX_CHANGES) {
      keepLargest();
    }
  }

  @Override
  public void take(ClaimMark mark) {
    marks.add(mark);
  }

  @Override
  public void take(Unreadable line) {
    unreadable++;
    if (examples.size() < MAX_EXAMPLES) {
      examples.add(line);
    }
  }

  private void keepLargest() {
    changes.sort(ClaimChange.LARGEST_FIRST);
    if (changes.size() > MAX_CHANGES) {
      changes.subList(MAX_CHANGES, changes.size()).clear();
    }
  }

  /** Adds a later part. */
  void add(Tally other) {
    before.add(other.before);
    after.add(other.after);
    people.add(other.people);
    changes.addAll(other.changes);
    keepLargest();
    other.examples.stream().limit(Math.max(0, MAX_EXAMPLES - examples.size())).forEach(examples::add);
    other.marks.forEach(repeated::take);
    claims += other.claims;
    unreadable += other.unreadable;
    claimsChanged += other.claimsChanged;
    underReview += other.underReview;
    onlyBefore += other.onlyBefore;
    onlyAfter += other.onlyAfter;
  }

  /** What the claims add up to under the one policy. */
  public SideTally before() {
    return before;
  }

  /** What they add up to under the other. */
  public SideTally after() {
    return after;
  }

  /** Who gains and who loses. */
  public PeopleTally people() {
    return people;
  }

  /** The largest changes. */
  public List<ClaimChange> changes() {
    keepLargest();
    return List.copyOf(changes);
  }

  /** Examples of lines that are no claims, the first ones. */
  public List<Unreadable> examples() {
    return List.copyOf(examples);
  }

  /** Claims that parts added so far have stated before. */
  public RepeatedClaims repeated() {
    return repeated;
  }

  /** How many claims were read. */
  public long claims() {
    return claims;
  }

  /** How many lines are no claims. */
  public long unreadable() {
    return unreadable;
  }

  /** How many claims both policies decide, with different amounts left to the person. */
  public long claimsChanged() {
    return claimsChanged;
  }

  /** How many claims both policies decide, one of them at least subject to review, so that its amounts may change. */
  public long underReview() {
    return underReview;
  }

  /** How many claims only the one policy decides. */
  public long onlyBefore() {
    return onlyBefore;
  }

  /** How many claims only the other policy decides. */
  public long onlyAfter() {
    return onlyAfter;
  }
}
