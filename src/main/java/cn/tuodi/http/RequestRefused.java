package cn.tuodi.http;

import cn.tuodi.json.Problem;
import java.io.Serial;
import java.util.Map;

/** A request is not taken on, for a reason that lies in how or when it was sent. */
public final class RequestRefused extends RuntimeException {

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
  public RequestRefused(Problem problem, Map<String, String> headers) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.headers = headers;
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
