package cn.tuodi.console;

import cn.tuodi.access.Roles;
import cn.tuodi.wire.Language;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who looks at a page, and what they may do. */
@ApplicationScoped
final class Access {

  private static final String REALM = "Basic realm=\"Tuodi\", charset=\"UTF-8\"";

  private final SecurityIdentity person;
  private final boolean administrator;
  private final boolean tokens;

  Access(SecurityIdentity person,
      @ConfigProperty(name = "tuodi.admin.password-hash") Optional<String> passwordHash,
      @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> key,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys) {
    this.person = person;
    this.administrator = passwordHash.filter(text -> !text.isBlank()).isPresent();
    this.tokens = key.isPresent() || keys.isPresent();
  }

  /**
   * A person as pages show them.
   *
   * @param name name, or empty where nobody is logged in
   * @param drafts whether they may keep drafts
   * @param publishes whether they may publish and undo
   * @param possible whether anybody can log in at all
   */
  record Visitor(String name, boolean drafts, boolean publishes, boolean possible) {

    /** Whether somebody is logged in. */
    public boolean known() {
      return !name.isEmpty();
    }
  }

  /** Who looks at the page. */
  Visitor visitor() {
    boolean known = !person.isAnonymous();
    return new Visitor(known ? person.getPrincipal().getName() : "", may(Roles.DRAFT), may(Roles.PUBLISH),
        administrator || tokens);
  }

  private boolean may(String role) {
    return !person.isAnonymous() && person.hasRole(role);
  }

  /** The page that says who may do this, unless the visitor may; browsers then ask for name and password. */
  Optional<Response> refusal(String role, Language language) {
    if (may(role) || role.equals(Roles.DRAFT) && may(Roles.PUBLISH)) {
      return Optional.empty();
    }
    Page page = Page.of(language, language.of("需要登录", "Log in"), Page.Section.DESK, Addresses.DESK);
    if (!visitor().possible()) {
      return Optional.of(Html.of(403, page, Templates.message(page, language.of(
          "起草和发布未开启。请运维人员设置单一管理员（tuodi.admin.password-hash）或 OpenID Connect 的公钥，见 README。",
          "Drafting and publishing are switched off. Ask the operators to set up a single administrator "
              + "(tuodi.admin.password-hash) or the keys of an OpenID Connect provider, see the README."))));
    }
    if (visitor().known()) {
      return Optional.of(Html.of(403, page, Templates.message(page, language.of(
          "您没有这项权限：起草需要角色 draft，发布和撤销需要角色 publish。",
          "You may not do this: drafting needs the role draft, publishing and undoing the role publish."))));
    }
    Response asked = Html.of(401, page,
        Templates.message(page, language.of("请用姓名和密码登录后再试。", "Log in with name and password, then try again.")));
    return Optional.of(administrator
        ? Response.fromResponse(asked).header(HttpHeaders.WWW_AUTHENTICATE, REALM).build() : asked);
  }
}
