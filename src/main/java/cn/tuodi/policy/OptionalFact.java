package cn.tuodi.policy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A fact that claims may leave out and rows may ask for; each is a whole number. */
public enum OptionalFact {
  /** Level of the institution. */
  INSTITUTION_LEVEL(1, 3, "医疗机构级别"),
  /** Age, by the day of birth. */
  AGE(0, 120, "年满（岁）", "未满（岁）"),
  /** Consecutive years of enrolment. */
  ENROLLED_YEARS(0, 60, "连续参保满（年）", "连续参保未满（年）");

  private final int least;
  private final int greatest;
  private final List<String> headings;

  OptionalFact(int least, int greatest, String... headings) {
    this.least = least;
    this.greatest = greatest;
    this.headings = List.of(headings);
  }

  /** Headings of the conditions on it. */
  public Collection<String> headings() {
    return headings;
  }

  /** All values that it may have. */
  public SortedSet<Integer> range() {
    return IntStream.rangeClosed(least, greatest).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Those that some row asks for, with values of which each stands for all that no row tells from it: the least, and each
   * at which a row begins or ceases to apply.
   *
   * @param asked what rows ask for under a heading
   */
  public static Map<OptionalFact, SortedSet<Integer>> told(Function<String, Collection<Integer>> asked) {
    Map<OptionalFact, SortedSet<Integer>> told = new EnumMap<>(OptionalFact.class);
    for (OptionalFact fact : values()) {
      SortedSet<Integer> edges = fact.headings.stream().map(asked).flatMap(Collection::stream)
          .collect(Collectors.toCollection(TreeSet::new));
      if (!edges.isEmpty()) {
        edges.add(fact.least);
        told.put(fact, fact == INSTITUTION_LEVEL ? fact.range() : edges);
      }
    }
    return told;
  }
}
