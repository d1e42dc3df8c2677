package cn.tuodi.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In which way people and programs show who they are, as configured. */
@ApplicationScoped
public final class Logins {

  private static final String TOKENS_ONLY = "service";

  private final boolean administrator;
  private final boolean provider;
  private final boolean tokensOnly;
  private final boolean reachable;
  private final AccessSettings settings;

  Logins(@ConfigProperty(name = "tuodi.admin.password-hash") Optional<String> passwordHash,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider,
      @ConfigProperty(name = "quarkus.oidc.application-type") String type,
      @ConfigProperty(name = "quarkus.http.host") String host, AccessSettings settings) {
    this.administrator = passwordHash.filter(text -> !text.isBlank()).isPresent();
    this.provider = provider;
    this.tokensOnly = TOKENS_ONLY.equalsIgnoreCase(type);
    this.reachable = !isLoopback(host);
    this.settings = settings;
  }

  /** Ends the start where the configuration contradicts itself: who may do what must never be a matter of guessing. */
  void check(@Observes StartupEvent start) {
    if (administrator && provider) {
      throw new IllegalStateException("单一管理员和 OpenID Connect 不能同时开启，请去掉 tuodi.admin.password-hash 或 "
          + "quarkus.oidc.tenant-enabled / A single administrator and an OpenID Connect provider are both configured: "
          + "remove tuodi.admin.password-hash or quarkus.oidc.tenant-enabled");
    }
    if (way() == LoginWay.NONE && (settings.decideNeedsRole() || settings.operateNeedsRole())) {
      throw new IllegalStateException("tuodi.access 要求角色，但没有人能够登录，请配置 OpenID Connect 或单一管理员 / "
          + "tuodi.access asks for roles that nobody can have: configure an OpenID Connect provider or an administrator");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The way. */
  public LoginWay way() {
    if (provider) {
      return tokensOnly ? LoginWay.TOKENS : LoginWay.PROVIDER;
    }
    return administrator ? LoginWay.ADMINISTRATOR : LoginWay.NONE;
  }

  /** Whether other machines than this one can reach the service without a proxy on this one. */
  public boolean isReachable() {
    return reachable;
  }

  /** Whether having claims decided needs the role {@code decide}. */
  public boolean guardsDeciding() {
    return settings.decideNeedsRole();
  }

  /** Whether operating needs the role {@code operate}. */
  public boolean guardsOperating() {
    return settings.operateNeedsRole();
  }

  /**
   * Whether workbooks may be uploaded and simulations run by whoever the roles let: not where others than this machine
   * can reach the service, nobody can log in, and nobody has said that it is meant like that.
   */
  public boolean takesUploads() {
    return way() != LoginWay.NONE || !reachable || settings.uploadsWithoutLogin();
  }

  /** Whether year accounts may be used by whoever the roles let: likewise. */
  public boolean servesAccounts() {
    return way() != LoginWay.NONE || !reachable || settings.accountsWithoutLogin();
  }
}
