package cn.tuodi.api;

import cn.tuodi.access.Logins;
import cn.tuodi.access.Roles;
import cn.tuodi.wire.Language;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Asks for the role {@code operate} before metrics are shown, where operating is guarded. Health stays open. */
@ApplicationScoped
final class MetricsGate {

  /** After it is known how to find out who asks. */
  private static final int PRIORITY = 50;
  private static final String METRICS = "/q/metrics";

  private final Logins logins;
  private final AccessRefusals refusals;

  MetricsGate(Logins logins, AccessRefusals refusals) {
    this.logins = logins;
    this.refusals = refusals;
  }

  void register(@Observes Filters filters) {
    if (logins.guardsOperating()) {
      filters.register(this::check, PRIORITY);
    }
  }

  private void check(RoutingContext context) {
    if (!context.normalizedPath().startsWith(METRICS)) {
      context.next();
      return;
    }
    QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(person -> {
      if (person.hasRole(Roles.OPERATE)) {
        context.next();
      } else {
        refuse(context, refusals.of(missing(person), language(context)), language(context));
      }
    }, failure -> refuse(context, refusals.of(failure, language(context)), language(context)));
  }

  private static RuntimeException missing(SecurityIdentity person) {
    return person.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
  }

  private static Language language(RoutingContext context) {
    return Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static void refuse(RoutingContext context, AccessRefusals.Answer refusal, Language language) {
    HttpServerResponse response = context.response();
    refusal.headers().forEach(response::putHeader);
    ProblemForm.end(context, refusal.problem(), language);
  }
}
