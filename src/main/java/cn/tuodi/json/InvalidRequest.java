package cn.tuodi.json;

import cn.tuodi.language.Language;
import java.util.List;

/** A request that cannot be read; nothing was decided. */
public final class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  InvalidRequest(List<Violation> violations) {
    super(violations.toString(), null, false, false);
    this.violations = List.copyOf(violations);
  }

  /** A request that lacks a fact on which its answer hangs. */
  public static InvalidRequest missing(String pointer, Language language) {
    return new InvalidRequest(List.of(new Violation(pointer,
        language.text("json.the-answer-hangs-on-this-state"))));
  }

  /** A request without anything in it. */
  public static InvalidRequest empty(Language language) {
    return new InvalidRequest(List.of(new Violation("", language.text("json.the-request-is-empty"))));
  }

  /**
   * A query parameter that is malformed.
   *
   * @param name the parameter
   * @param message what is wanted, in the caller's language
   */
  public static InvalidRequest parameter(String name, String message) {
    return new InvalidRequest(List.of(new Violation("/" + name, message)));
  }

  /** Everything malformed, in the order of the request. */
  public List<Violation> violations() {
    return violations;
  }
}
