package cn.tuodi.http;

import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.ProblemMeters;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets callers have one thing of what the framework offers below {@code /q}: the description of the interface. Health and
 * metrics are for operators, on a port of their own; the framework would keep every name that it is asked for, and ask
 * the threads of others.
 */
@ApplicationScoped
public final class FrameworkPaths {

  /** The description of the interface. */
  public static final String DOCUMENT = "/q/openapi";

  /** After the request has its name and can be read, before it has a place. */
  private static final int PRIORITY = 1800;
  private static final String ALL = "/q";
  private static final Set<String> DOCUMENTS =
      Set.of(DOCUMENT, DOCUMENT + ".json", DOCUMENT + ".yaml", DOCUMENT + ".yml");
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private FrameworkPaths() {}

  static void register(@Observes Filters filters) {
    filters.register(FrameworkPaths::check, PRIORITY);
  }

  private static void check(RoutingContext context) {
    String path = context.normalizedPath();
    if (!path.equals(ALL) && !path.startsWith(ALL + "/")) {
      context.next();
    } else if (!DOCUMENTS.contains(path)) {
      Language language = language(context);
      refuse(context, Problem.of(404, "NOT_FOUND", language.text("http.not-found"),
          language.text("http.check-the-address-health-and-metrics")),
          language);
    } else if (!READING.contains(context.request().method())) {
      Language language = language(context);
      context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
      refuse(context, Problem.of(405, "METHOD_NOT_ALLOWED", language.text("http.method-not-allowed"),
          language.text("http.the-address-can-only-be-read")), language);
    } else {
      context.next();
    }
  }

  private static Language language(RoutingContext context) {
    return Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** What is sent with the request is not read. */
  private static void refuse(RoutingContext context, Problem problem, Language language) {
    ProblemMeters.count(problem.code());
    if (!READING.contains(context.request().method())) {
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
    ProblemForm.end(context, problem, language);
    context.request().resume();
  }
}
