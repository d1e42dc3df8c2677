package cn.tuodi.http;

import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * Keeps other web sites from changing anything in the name of a person who is logged in, or whose machine the service is
 * for: a browser says with every request where it comes from. Programs that are no browsers say nothing and are not
 * concerned.
 */
@ApplicationScoped
final class CrossSite {

  private static final int PRIORITY = 1100;
  private static final int FORBIDDEN = 403;
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    if (!isConcerned(context) || SAFE.contains(context.request().method()) || isOwn(context.request())) {
      context.next();
      return;
    }
    Language language = Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    Problem problem = Problem.of(FORBIDDEN, "CROSS_SITE_REQUEST", language.text("http.request-of-another-site"),
        language.text("http.only-pages-of-this-site-and"));
    context.response().putHeader(HttpHeaders.CONNECTION, "close");
    ProblemForm.end(context, problem, language);
  }

  /** What a browser may do without being asked to log in again, or where nobody logs in at all. */
  private static boolean isConcerned(RoutingContext context) {
    String path = context.normalizedPath();
    return path.startsWith("/v1/desk/") || path.startsWith("/console") || Traffic.of(context) == Traffic.ACCOUNT;
  }

  private static boolean isOwn(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN_SITE.contains(site);
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String from = origin == null ? request.getHeader(HttpHeaders.REFERER) : origin;
    return from == null || isHost(from, request);
  }

  private static boolean isHost(String address, HttpServerRequest request) {
    try {
      String authority = URI.create(address).getAuthority();
      return authority != null && request.authority() != null
          && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
