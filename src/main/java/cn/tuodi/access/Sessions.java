package cn.tuodi.access;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sessions of the single administrator in a browser. A session is an encrypted cookie for the pages of the console and
 * nothing else: nothing is kept here, so strangers make nothing grow. It ends by itself some time after the login,
 * whatever is done meanwhile; another password or another name ends all of them. Its key is that of this process unless
 * one is configured, which replicas then share: who gets to know the hash of the password alone can make no session.
 */
@ApplicationScoped
public final class Sessions {

  /** Where a session counts: programs never send it to the interface. */
  static final String PATH = "/console";

  private static final String COOKIE = "tuodi-session";
  private static final String HTTPS = "https";
  private static final int KEY_BYTES = 32;
  private static final long WITH_THE_BROWSER = -1;

  private final Optional<PersistentLoginManager> cookies;

  Sessions(@ConfigProperty(name = "tuodi.admin.password-hash") Optional<String> passwordHash,
      @ConfigProperty(name = "tuodi.admin.name") String name,
      @ConfigProperty(name = "tuodi.admin.longest-session") Duration longest,
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> shared) {
    String secret = shared.filter(key -> !key.isBlank()).orElseGet(Sessions::ownKey);
    // Renewing it is not wanted, so it is due only once the session is over.
    this.cookies = passwordHash.filter(text -> !text.isBlank())
        .map(hash -> new PersistentLoginManager(String.join("\n", secret, hash, name), COOKIE, longest.toMillis(),
            longest.toMillis(), true, CookieSameSite.STRICT.name(), PATH, WITH_THE_BROWSER, null));
  }

  private static String ownKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Begins a session with the answer to a request. */
  public void begin(RoutingContext request, String name) {
    cookies.orElseThrow().save(name, request, COOKIE, null, isSecure(request));
  }

  /** Who a request is in a session of; empty where it is in none, or one that is over or was made up. */
  public Optional<String> nameOf(RoutingContext request) {
    return cookies.map(manager -> manager.restore(request, COOKIE))
        .map(PersistentLoginManager.RestoreResult::getPrincipal);
  }

  /** Ends the session that a request is in: the browser forgets it. */
  public void end(RoutingContext request) {
    request.response().addCookie(Cookie.cookie(COOKIE, "").setPath(PATH).setMaxAge(0).setHttpOnly(true)
        .setSecure(isSecure(request)).setSameSite(CookieSameSite.STRICT));
  }

  private static boolean isSecure(RoutingContext request) {
    return request.request().isSSL() || HTTPS.equals(request.request().scheme());
  }
}
