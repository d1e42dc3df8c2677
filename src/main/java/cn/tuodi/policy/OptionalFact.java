package cn.tuodi.policy;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A fact that claims may leave out and rows may ask for. */
public enum OptionalFact {
  /** Level of the institution. */
  INSTITUTION_LEVEL("医疗机构级别"),
  /** Age, by the day of birth. */
  AGE("年满（岁）", "未满（岁）"),
  /** Consecutive years of enrolment. */
  ENROLLED_YEARS("连续参保满（年）", "连续参保未满（年）");

  private final List<String> headings;

  OptionalFact(String... headings) {
    this.headings = List.of(headings);
  }

  /** Headings of the conditions on it. */
  public Collection<String> headings() {
    return headings;
  }

  /**
   * Those that some row asks for.
   *
   * @param isAsked whether some row asks for a condition, by its heading
   */
  public static Set<OptionalFact> asked(Predicate<String> isAsked) {
    Set<OptionalFact> asked = EnumSet.noneOf(OptionalFact.class);
    for (OptionalFact fact : values()) {
      if (fact.headings.stream().anyMatch(isAsked)) {
        asked.add(fact);
      }
    }
    return asked;
  }
}
