package cn.tuodi.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an edition looks at besides the steps that every claim takes; an edition without such rows spends nothing on it.
 *
 * @param bearing whether rows say what institutions bear
 * @param concluding whether rows look at what is left to the person once everything is paid
 * @param asked facts that claims may leave out and rows that claims meet ask for
 * @param told values of those facts of which each stands for all that these rows do not tell from it
 */
public record FurtherSteps(boolean bearing, boolean concluding, Set<OptionalFact> asked,
    Map<OptionalFact, SortedSet<Integer>> told) {

  /** None. */
  public static final FurtherSteps NONE = new FurtherSteps(false, false, Map.of());

  /** What an edition looks at; a description that an earlier program kept asks for nothing, or does not say by which values. */
  public FurtherSteps {
    asked = asked == null ? Set.of() : Set.copyOf(asked);
    Map<OptionalFact, SortedSet<Integer>> values = new EnumMap<>(OptionalFact.class);
    for (OptionalFact fact : asked) {
      values.put(fact, told == null || !told.containsKey(fact) ? fact.range() : new TreeSet<>(told.get(fact)));
    }
    told = values;
  }

  /**
   * What an edition looks at.
   *
   * @param bearing whether rows say what institutions bear
   * @param concluding whether rows look at what is left to the person
   * @param told facts that rows ask for, with the values that stand for all
   */
  public FurtherSteps(boolean bearing, boolean concluding, Map<OptionalFact, SortedSet<Integer>> told) {
    this(bearing, concluding, told.keySet(), told);
  }
}
