package cn.tuodi.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows the administrator by the session that a page of the console was asked for in. */
@ApplicationScoped
final class SessionMechanism implements HttpAuthenticationMechanism {

  private final Sessions sessions;

  SessionMechanism(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
    String path = request.normalizedPath();
    if (!path.equals(Sessions.PATH) && !path.startsWith(Sessions.PATH + "/")) {
      return Uni.createFrom().nullItem();
    }
    return Uni.createFrom().item(sessions.nameOf(request).map(Administrator::inSession).orElse(null));
  }

  /** Pages lead to the login themselves; programs are asked for what they can give. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }
}
