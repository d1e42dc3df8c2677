package cn.tuodi.http;

import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.ProblemMeters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Map;

/** What is told to whoever comes when there is no room: 503, and the time after which it may be worth trying again. */
final class Overload {

  /** Seconds after which a single request may be tried again. */
  static final String SOON = "1";

  /** Seconds after which something that takes longer may be tried again. */
  static final String LATER = "5";

  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER = "Retry-After";
  private static final Map<Language, Problem> PROBLEMS = problems();

  private Overload() {}

  /** Ends a request that is not taken on. */
  static void end(RoutingContext request, String retryAfter) {
    Language language = language(request);
    Problem problem = PROBLEMS.get(language);
    ProblemMeters.count(problem.code());
    request.response().putHeader(RETRY_AFTER, retryAfter);
    ProblemForm.end(request, problem, language);
  }

  /** The refusal of a request that is on its way. */
  static RequestRefused refusal(RoutingContext request, String retryAfter) {
    return new RequestRefused(PROBLEMS.get(language(request)), Map.of(RETRY_AFTER, retryAfter));
  }

  private static Language language(RoutingContext request) {
    return Language.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static Map<Language, Problem> problems() {
    Map<Language, Problem> problems = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      problems.put(language,
          Problem.of(UNAVAILABLE, "OVERLOADED", language.text("http.too-busy"),
              language.text("http.the-request-was-not-processed-try")));
    }
    return problems;
  }
}
