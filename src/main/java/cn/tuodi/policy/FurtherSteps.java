package cn.tuodi.policy;

/**
 * What an edition looks at besides the steps that every claim takes; an edition without such rows spends nothing on it.
 *
 * @param bearing whether rows say what institutions bear
 * @param concluding whether rows look at what is left to the person once everything is paid
 */
public record FurtherSteps(boolean bearing, boolean concluding) {

  /** None. */
  public static final FurtherSteps NONE = new FurtherSteps(false, false);
}
