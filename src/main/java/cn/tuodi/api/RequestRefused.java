package cn.tuodi.api;

import cn.tuodi.wire.Problem;
import java.io.Serial;
import java.util.Map;

/** A request is not taken on, for a reason that lies in how or when it was sent. */
final class RequestRefused extends RuntimeException {

  @Serial
  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  /**
   * A refusal.
   *
   * @param problem what is told to the caller
   * @param headers headers that go with it
   */
  RequestRefused(Problem problem, Map<String, String> headers) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.headers = headers;
  }

  Problem problem() {
    return problem;
  }

  Map<String, String> headers() {
    return headers;
  }
}
