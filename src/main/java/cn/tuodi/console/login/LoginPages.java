package cn.tuodi.console.login;

import cn.tuodi.access.LoginWay;
import cn.tuodi.access.Roles;
import cn.tuodi.access.Sessions;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.Visitor;
import cn.tuodi.language.Language;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Logging in with the provider, or as the administrator, and logging out. */
@Path("/console/desk")
@Produces(MediaType.TEXT_HTML)
public final class LoginPages {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SOON = "5";
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final DeskAccess access;
  private final OidcAuthenticationMechanism provider;
  private final Instance<OidcSession> session;
  private final Instance<OidcConfigurationMetadata> metadata;
  private final IdentityProviderManager identities;
  private final Sessions sessions;
  private final RoutingContext request;
  private final boolean https;
  private final String client;

  LoginPages(DeskAccess access, OidcAuthenticationMechanism provider, Instance<OidcSession> session,
      Instance<OidcConfigurationMetadata> metadata, IdentityProviderManager identities, Sessions sessions,
      RoutingContext request,
      @ConfigProperty(name = "quarkus.oidc.authentication.force-redirect-https-scheme", defaultValue = "false") boolean https,
      @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
    this.access = access;
    this.provider = provider;
    this.session = session;
    this.metadata = metadata;
    this.identities = identities;
    this.sessions = sessions;
    this.request = request;
    this.https = https;
    this.client = client;
  }

  /** Lets a person log in, and goes on to the page they come from. The provider sends them back here, too. */
  @GET
  @Path("/login")
  @Operation(hidden = true)
  public Response login(@QueryParam("to") String to, @QueryParam("code") String code,
      @QueryParam("error") String error, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Visitor visitor = access.visitor();
    if (visitor.known()) {
      return Response.seeOther(URI.create(Addresses.within(to))).build();
    }
    if (access.way() == LoginWay.ADMINISTRATOR) {
      return form(OK, to, false, language);
    }
    if (access.way() != LoginWay.PROVIDER) {
      return access.refusal(Roles.DRAFT, language)
          .orElseGet(() -> Response.seeOther(URI.create(Addresses.DESK)).build());
    }
    // Who comes back from the provider without being known is not sent there again, and again.
    boolean cameBack = code != null || error != null;
    if (visitor.failure() == Visitor.Failure.UNAVAILABLE) {
      return unavailable(language);
    }
    return cameBack ? failed(language) : toProvider(language);
  }

  /** Lets the administrator log in by name and password, and goes on to the page they come from. */
  @POST
  @Path("/login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response admit(@FormParam("name") String name, @FormParam("password") String password,
      @FormParam("to") String to, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    if (access.way() != LoginWay.ADMINISTRATOR) {
      return login(to, null, null, headers);
    }
    if (name == null || password == null) {
      return form(UNAUTHORIZED, to, true, language);
    }
    try {
      AuthenticationRequest credentials = HttpSecurityUtils.setRoutingContextAttribute(
          new UsernamePasswordAuthenticationRequest(name.strip(), new PasswordCredential(password.toCharArray())),
          request);
      SecurityIdentity person = identities.authenticateBlocking(credentials);
      sessions.begin(request, person.getPrincipal().getName());
      return Response.seeOther(URI.create(Addresses.within(to))).build();
    } catch (AuthenticationFailedException e) {
      return form(UNAUTHORIZED, to, true, language);
    }
  }

  private static Response form(int status, String to, boolean failed, Language language) {
    String next = Addresses.within(to);
    Page page = Page.of(language, language.text("console.log-in-2"), Page.Section.DESK, Addresses.login(next));
    return Html.of(status, page, LoginTemplates.login(page, next, failed));
  }

  private Response toProvider(Language language) {
    try {
      ChallengeData challenge = provider.getChallenge(request).await().atMost(PATIENCE);
      Response.ResponseBuilder answer = Response.status(challenge.status);
      challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
      return answer.build();
    } catch (OIDCException | io.smallrye.mutiny.TimeoutException e) {
      return unavailable(language);
    }
  }

  /** Where somebody who has logged in in a second window is sent. */
  @GET
  @Path("/logged-in")
  @Operation(hidden = true)
  public Response loggedIn(@Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Page page = page(language, language.text("console.logged-in"));
    return Html.ok(page, PageTemplates.message(page, language.text("console.close-this-window-go-back-to")));
  }

  /** Ends the session here, and at the provider where it offers that. */
  @POST
  @Path("/logout")
  @Operation(hidden = true)
  public Response logout(@Context UriInfo address) {
    Response.ResponseBuilder answer = Response.seeOther(URI.create(Addresses.DESK));
    if (access.visitor().leaves() && access.way() == LoginWay.ADMINISTRATOR) {
      sessions.end(request);
    } else if (access.visitor().leaves()) {
      String ending = metadata.get().getEndSessionUri();
      String token = session.get().getIdToken().getRawToken();
      session.get().logout().await().atMost(PATIENCE);
      if (ending != null) {
        UriBuilder back = address.getBaseUriBuilder().replacePath(Addresses.DESK);
        answer = Response.seeOther(UriBuilder.fromUri(ending).queryParam("id_token_hint", token)
            .queryParam("client_id", client)
            .queryParam("post_logout_redirect_uri", "{back}").build((https ? back.scheme("https") : back).build()));
      }
    }
    return answer.build();
  }

  private static Response failed(Language language) {
    Page page = page(language, language.text("console.not-logged-in"));
    return Html.of(401, page,
        LoginTemplates.loginFailed(page, language.text("console.the-login-was-not-completed-try")));
  }

  private static Response unavailable(Language language) {
    Page page = page(language, language.text("console.logging-in-is-not-possible-now"));
    return Response
        .fromResponse(Html.of(503, page,
            LoginTemplates.loginFailed(page, language.text("console.the-provider-of-logins-cannot-be"))))
        .header("Retry-After", SOON).build();
  }

  private static Page page(Language language, String title) {
    return Page.of(language, title, Page.Section.DESK, Addresses.DESK);
  }
}
