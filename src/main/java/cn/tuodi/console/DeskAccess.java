package cn.tuodi.console;

import cn.tuodi.access.Administrator;
import cn.tuodi.access.LoginWay;
import cn.tuodi.access.Logins;
import cn.tuodi.access.PersonName;
import cn.tuodi.access.ProviderFailure;
import cn.tuodi.access.Roles;
import cn.tuodi.desk.CheckClient;
import cn.tuodi.language.Language;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Who looks at a page, and what they may do. */
@ApplicationScoped
public final class DeskAccess {

  private static final Logger LOG = Logger.getLogger(DeskAccess.class);
  /** No scheme that a browser answers with a window of its own. */
  private static final String FORM = "Form realm=\"tuodi\"";
  private static final String BEARER = "Bearer realm=\"tuodi\"";
  private static final String VISITOR = Visitor.class.getName();

  private final SecurityIdentity person;
  private final Logins logins;
  private final RoutingContext request;

  DeskAccess(SecurityIdentity person, Logins logins, RoutingContext request) {
    this.person = person;
    this.logins = logins;
    this.request = request;
  }

  /** Who looks at the page. It is found out once for a request; whoever cannot be made out is nobody. */
  public Visitor visitor() {
    Visitor visitor = request.get(VISITOR);
    if (visitor == null) {
      visitor = seen();
      request.put(VISITOR, visitor);
    }
    return visitor;
  }

  private Visitor seen() {
    try {
      if (person.isAnonymous()) {
        return nobody(Visitor.Failure.NONE);
      }
      return new Visitor(PersonName.of(person), !logins.guardsDeciding() || person.hasRole(Roles.DECIDE),
          person.hasRole(Roles.DRAFT), person.hasRole(Roles.PUBLISH), person.hasRole(Roles.SETTLE),
          logins.takesUploads(), logins.way(),
          logins.way() == LoginWay.PROVIDER || Administrator.isInSession(person), Visitor.Failure.NONE);
    } catch (AuthenticationFailedException | AuthenticationCompletionException | OIDCException e) {
      boolean unavailable = ProviderFailure.isOutage(e);
      // What went wrong in detail quotes tokens, and with them persons.
      LOG.infof("a login failed: %s", unavailable ? "the provider is not available" : e.getClass().getSimpleName());
      return nobody(unavailable ? Visitor.Failure.UNAVAILABLE : Visitor.Failure.REFUSED);
    }
  }

  private Visitor nobody(Visitor.Failure failure) {
    boolean settles = logins.way() == LoginWay.NONE && logins.servesAccounts();
    return new Visitor("", !logins.guardsDeciding(), false, false, settles, logins.takesUploads(), logins.way(), false,
        failure);
  }

  /** For whom workbooks are checked: whoever looks at the page, for as long as the connection lasts. */
  public CheckClient client() {
    return new CheckClient(visitor().known(), request.response()::closed);
  }

  /** The answer to somebody who may not do this, and has typed nothing that could be lost. */
  public Optional<Response> refusal(String role, Language language) {
    return refusal(role, language, PendingForm.NOTHING);
  }

  /** The answer to somebody who may not do this: the way to log in, with what they have sent. */
  public Optional<Response> refusal(String role, Language language, PendingForm unsent) {
    if (may(role)) {
      return Optional.empty();
    }
    boolean settling = role.equals(Roles.SETTLE);
    Page page = Page.of(language, language.text("console.log-in"), settling ? Page.Section.ACCOUNTS : Page.Section.DESK,
        settling ? Addresses.ACCOUNTS : Addresses.DESK);
    if (visitor().known()) {
      return Optional.of(message(403, page, language.text(settling ? "console.you-may-not-do-this-accounts-need"
          : "console.you-may-not-do-this-drafting-needs")));
    }
    return Optional.of(switch (logins.way()) {
      case NONE -> message(403, page, language.text(settling ? "account.accounts-need-a-login"
          : "console.drafting-and-publishing-are-switched-off"));
      case TOKENS -> message(403, page, language.text("console.only-tokens-of-programs-are-taken"));
      case ADMINISTRATOR -> toLogin(page, unsent, FORM);
      case PROVIDER -> toLogin(page, unsent, BEARER);
    });
  }

  private boolean may(String role) {
    Visitor visitor = visitor();
    return switch (role) {
      case Roles.DECIDE -> visitor.decides();
      case Roles.DRAFT -> visitor.drafts() || visitor.publishes();
      case Roles.PUBLISH -> visitor.publishes();
      case Roles.SETTLE -> visitor.settles();
      default -> false;
    };
  }

  private Response toLogin(Page page, PendingForm unsent, String challenge) {
    if (request.request().method().equals(HttpMethod.GET)) {
      return Response.seeOther(URI.create(Addresses.login(request.request().uri()))).build();
    }
    return challenged(Html.of(401, page, PageTemplates.unsent(page, request.normalizedPath(), unsent,
        visitor().failure() == Visitor.Failure.UNAVAILABLE)), challenge);
  }

  private static Response message(int status, Page page, String text) {
    return Html.of(status, page, PageTemplates.message(page, text));
  }

  private static Response challenged(Response response, String challenge) {
    return Response.fromResponse(response).header(HttpHeaders.WWW_AUTHENTICATE, challenge).build();
  }

  /** How people log in. */
  public LoginWay way() {
    return logins.way();
  }
}
