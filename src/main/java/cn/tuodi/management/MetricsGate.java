package cn.tuodi.management;

import cn.tuodi.access.Logins;
import cn.tuodi.access.Roles;
import cn.tuodi.http.AccessRefusals;
import cn.tuodi.http.ProblemForm;
import cn.tuodi.language.Language;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for the role {@code operate} before metrics are shown, where operating is guarded. Health stays open. */
@ApplicationScoped
class MetricsGate {

  private final Logins logins;
  private final AccessRefusals refusals;
  private final HttpAuthenticator authenticator;

  MetricsGate(Logins logins, AccessRefusals refusals, HttpAuthenticator authenticator) {
    this.logins = logins;
    this.refusals = refusals;
    this.authenticator = authenticator;
  }

  /** Goes on with who may see metrics, and refuses everybody else. */
  void pass(RoutingContext request, Runnable admitted) {
    if (!logins.guardsOperating()) {
      admitted.run();
      return;
    }
    authenticator.attemptAuthentication(request).subscribe().with(person -> {
      if (person != null && person.hasRole(Roles.OPERATE)) {
        admitted.run();
      } else {
        refuse(request, missing(person));
      }
    }, failure -> refuse(request, failure));
  }

  private static RuntimeException missing(SecurityIdentity person) {
    return person == null || person.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
  }

  private void refuse(RoutingContext request, Throwable refusal) {
    Language language = Language.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    AccessRefusals.Answer answer = refusals.of(refusal, language);
    answer.headers().forEach(request.response()::putHeader);
    ProblemForm.end(request, answer.problem(), language);
  }
}
