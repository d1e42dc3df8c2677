package cn.tuodi.answer;

import java.util.List;

/**
 * A claim that cannot be answered, with the reason.
 *
 * @param code the reason
 * @param arguments what its message mentions
 */
public record Refusal(RefusalCode code, List<Object> arguments) implements Outcome {

  /**
   * A refusal.
   *
   * @param code the reason
   * @param arguments what its message mentions
   */
  public static Refusal of(RefusalCode code, Object... arguments) {
    return new Refusal(code, List.of(arguments));
  }
}
