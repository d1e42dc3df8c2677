package cn.tuodi.http;

import cn.tuodi.access.AccessSettings;
import cn.tuodi.access.LoginWay;
import cn.tuodi.access.Logins;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where nobody can log in because the service is bound to this machine, accounts and uploads answer requests that name
 * this machine only. Another name means that a proxy leads others here, or that the page of another site has its name
 * resolve to this machine, whose browser then would ask in that page's name.
 */
@ApplicationScoped
final class ForeignHosts {

  private static final int PRIORITY = 1110;
  private static final int FORBIDDEN = 403;
  private static final Pattern LOCAL =
      Pattern.compile("localhost\\.?|.+\\.localhost\\.?|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  private final boolean guardsAccounts;
  private final boolean guardsUploads;

  ForeignHosts(Logins logins, AccessSettings settings) {
    boolean isOpen = logins.way() == LoginWay.NONE && !logins.isReachable();
    this.guardsAccounts = isOpen && !settings.accountsWithoutLogin();
    this.guardsUploads = isOpen && !settings.uploadsWithoutLogin();
  }

  void register(@Observes Filters filters) {
    if (guardsAccounts || guardsUploads) {
      filters.register(this::check, PRIORITY);
    }
  }

  private void check(RoutingContext context) {
    if (!isGuarded(Traffic.of(context)) || isLocal(context.request().authority())) {
      context.next();
      return;
    }
    Language language = Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    context.response().putHeader(HttpHeaders.CONNECTION, "close");
    ProblemForm.end(context,
        Problem.of(FORBIDDEN, "HOST_NOT_LOCAL", language.text("http.another-name-than-this-machine"),
            language.text("http.ask-by-localhost")),
        language);
  }

  private boolean isGuarded(Traffic traffic) {
    return switch (traffic) {
      case ACCOUNT -> guardsAccounts;
      case DESK, PORTFOLIO -> guardsUploads;
      default -> false;
    };
  }

  /** Whether a request names this machine; one that names none comes from a program. */
  static boolean isLocal(HostAndPort named) {
    return named == null || LOCAL.matcher(named.host().toLowerCase(Locale.ROOT)).matches();
  }
}
