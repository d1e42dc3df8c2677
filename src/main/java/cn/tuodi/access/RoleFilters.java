package cn.tuodi.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Asks for roles where the configuration says so. Where it does not, nobody is asked who they are, and a decision costs
 * no more than the question whether it does.
 */
final class RoleFilters {

  private static final Set<String> DECIDING = Set.of(Roles.DECIDE);
  private static final Set<String> DRAFTING = Set.of(Roles.DRAFT, Roles.PUBLISH);
  private static final Set<String> SETTLING = Set.of(Roles.SETTLE);
  private static final Set<String> OPERATING = Set.of(Roles.OPERATE, Roles.DRAFT, Roles.PUBLISH);

  private final RoutingContext request;
  private final boolean guardsDeciding;
  private final boolean guardsOperating;
  private final boolean guardsPortfolios;
  private final boolean guardsAccounts;

  RoleFilters(Logins logins, RoutingContext request) {
    this.request = request;
    this.guardsDeciding = logins.guardsDeciding();
    this.guardsOperating = logins.guardsOperating();
    this.guardsAccounts = logins.way() != LoginWay.NONE;
    this.guardsPortfolios = guardsOperating || logins.way() != LoginWay.NONE;
  }

  @Deciding
  @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
  public void deciding(ResteasyReactiveContainerRequestContext context) {
    if (guardsDeciding) {
      admit(context, DECIDING);
    }
  }

  @Operating
  @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
  public void operating(ResteasyReactiveContainerRequestContext context) {
    if (guardsOperating) {
      admit(context, OPERATING);
    }
  }

  @Simulating
  @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
  public void simulating(ResteasyReactiveContainerRequestContext context) {
    if (context.getUriInfo().getQueryParameters().containsKey("draft")) {
      admit(context, DRAFTING);
    } else if (guardsPortfolios) {
      admit(context, OPERATING);
    }
  }

  @Settling
  @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
  public void settling(ResteasyReactiveContainerRequestContext context) {
    if (guardsAccounts) {
      admit(context, SETTLING);
    }
  }

  /** Waits for nothing: the keys of the provider may have to be fetched, and this may be an event loop. */
  private void admit(ResteasyReactiveContainerRequestContext context, Set<String> roles) {
    context.suspend();
    QuarkusHttpUser.getSecurityIdentity(request, null).subscribe().with(person -> {
      if (mayPass(person, roles)) {
        context.resume();
      } else {
        context.resume(person.isAnonymous() ? new UnauthorizedException() : new ForbiddenException());
      }
    }, context::resume);
  }

  private static boolean mayPass(SecurityIdentity person, Set<String> roles) {
    return roles.stream().anyMatch(person::hasRole);
  }
}
