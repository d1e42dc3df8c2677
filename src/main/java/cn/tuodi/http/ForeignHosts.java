package cn.tuodi.http;

import cn.tuodi.access.AccessSettings;
import cn.tuodi.access.LoginWay;
import cn.tuodi.access.Logins;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where nobody can log in because the service is bound to this machine, accounts and uploads answer requests that name
 * this machine only, and that no proxy says to have passed on. Another name, or none, means that a proxy leads others
 * here, or that the page of another site has its name resolve to this machine, whose browser then would ask in that
 * page's name.
 */
@ApplicationScoped
final class ForeignHosts {

  private static final int PRIORITY = 1110;
  private static final int FORBIDDEN = 403;
  private static final Pattern LOCAL =
      Pattern.compile("localhost\\.?|.+\\.localhost\\.?|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  /** What proxies add, besides all that begins with {@link #FORWARDED}. */
  private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Real-IP", "Via");
  private static final String FORWARDED = "x-forwarded-";
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

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
    if (!isGuarded(Traffic.of(context)) || isLocal(context.request().authority(), context.request().headers())) {
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

  /**
   * Whether a request names this machine and comes from it.
   *
   * @param named whom it names; null where it names nobody, or in a way that is not understood
   * @param headers its headers
   */
  static boolean isLocal(HostAndPort named, MultiMap headers) {
    String host = named == null ? host(headers.get(HttpHeaders.HOST)) : named.host();
    return LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches() && !isPassedOn(headers);
  }

  private static String host(String header) {
    return header == null ? "" : PORT.matcher(header.strip()).replaceFirst("");
  }

  private static boolean isPassedOn(MultiMap headers) {
    return OF_PROXIES.stream().anyMatch(headers::contains)
        || headers.names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(FORWARDED));
  }
}
