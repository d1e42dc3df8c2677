package cn.tuodi.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * A token that is nothing but dots is not looked for a header and a content, which it has not: it becomes a word, which
 * is no token either and is refused as such wherever one is needed.
 */
@ApplicationScoped
final class BlankBearerTokens {

  private static final int PRIORITY = 900;
  private static final Pattern EMPTY = Pattern.compile("(?i)bearer[ .]*");
  private static final String NO_TOKEN = "Bearer none";

  private final Logins logins;

  BlankBearerTokens(Logins logins) {
    this.logins = logins;
  }

  void register(@Observes Filters filters) {
    if (logins.way().takesTokens()) {
      filters.register(BlankBearerTokens::replace, PRIORITY);
    }
  }

  private static void replace(RoutingContext context) {
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && EMPTY.matcher(authorization).matches()) {
      context.request().headers().set(HttpHeaders.AUTHORIZATION, NO_TOKEN);
    }
    context.next();
  }
}
