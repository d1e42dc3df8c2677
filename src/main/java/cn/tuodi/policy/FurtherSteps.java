package cn.tuodi.policy;

import java.util.Set;

/**
 * What an edition looks at besides the steps that every claim takes; an edition without such rows spends nothing on it.
 *
 * @param bearing whether rows say what institutions bear
 * @param concluding whether rows look at what is left to the person once everything is paid
 * @param asked facts that claims may leave out and rows that claims meet ask for
 */
public record FurtherSteps(boolean bearing, boolean concluding, Set<OptionalFact> asked) {

  /** What an edition looks at; a description that an earlier release kept asks for nothing. */
  public FurtherSteps {
    asked = asked == null ? Set.of() : Set.copyOf(asked);
  }

  /** None. */
  public static final FurtherSteps NONE = new FurtherSteps(false, false, Set.of());
}
