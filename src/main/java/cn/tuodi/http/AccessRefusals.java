package cn.tuodi.http;

import cn.tuodi.access.LoginWay;
import cn.tuodi.access.Logins;
import cn.tuodi.access.ProviderFailure;
import cn.tuodi.access.TooManyLogins;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a person or program may not do becomes a problem that says what is missing. */
@Singleton
public final class AccessRefusals {

  private static final String BEARER = "Bearer realm=\"tuodi\"";
  private static final String BASIC = "Basic realm=\"Tuodi\", charset=\"UTF-8\"";
  private static final String SOON = "5";

  private final LoginWay way;

  AccessRefusals(Logins logins) {
    this.way = logins.way();
  }

  /**
   * A refusal.
   *
   * @param problem what is missing
   * @param headers what is said to programs: how to log in, or when to try again
   */
  public record Answer(Problem problem, Map<String, String> headers) {}

  @ServerExceptionMapper
  Response unknown(UnauthorizedException refusal, HttpHeaders headers, RoutingContext request) {
    return answer(refusal, headers, request);
  }

  @ServerExceptionMapper
  Response failed(AuthenticationFailedException refusal, HttpHeaders headers, RoutingContext request) {
    return answer(refusal, headers, request);
  }

  @ServerExceptionMapper
  Response tooMany(TooManyLogins refusal, HttpHeaders headers, RoutingContext request) {
    return answer(refusal, headers, request);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refusal, HttpHeaders headers, RoutingContext request) {
    return answer(refusal, headers, request);
  }

  @ServerExceptionMapper
  Response unavailable(OIDCException refusal, HttpHeaders headers, RoutingContext request) {
    return answer(refusal, headers, request);
  }

  private Response answer(Throwable refusal, HttpHeaders headers, RoutingContext request) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    Answer answer = of(refusal, language);
    Response.ResponseBuilder response = Response.fromResponse(JsonAnswers.problem(answer.problem(), language, request));
    answer.headers().forEach(response::header);
    return response.build();
  }

  /** What is said to who was refused. */
  public Answer of(Throwable refusal, Language language) {
    if (way == LoginWay.NONE) {
      return new Answer(switchedOff(language), Map.of());
    }
    if (refusal instanceof TooManyLogins) {
      return new Answer(tooMany(language), Map.of("Retry-After", TooManyLogins.RETRY_SECONDS));
    }
    if (ProviderFailure.isOutage(refusal)) {
      return new Answer(unavailable(language), Map.of("Retry-After", SOON));
    }
    if (refusal instanceof ForbiddenException) {
      return new Answer(forbidden(language), challenge(", error=\"insufficient_scope\""));
    }
    return new Answer(unknown(language),
        challenge(refusal instanceof UnauthorizedException ? "" : ", error=\"invalid_token\""));
  }

  private Map<String, String> challenge(String error) {
    return Map.of(HttpHeaders.WWW_AUTHENTICATE, way.takesTokens() ? BEARER + error : BASIC);
  }

  private static Problem switchedOff(Language language) {
    return Problem.of(403, "ACCESS_SWITCHED_OFF", language.text("http.drafting-and-publishing-are-switched-off"),
        language.text("http.configure-an-openid-connect-provider-quarkus"));
  }

  private static Problem tooMany(Language language) {
    return Problem.of(429, "TOO_MANY_LOGINS", language.text("http.too-many-logins"),
        language.text("http.too-many-passwords-are-being-checked"));
  }

  private static Problem unavailable(Language language) {
    return Problem.of(503, "PROVIDER_UNAVAILABLE",
        language.text("http.the-provider-of-logins-is-not"),
        language.text("http.the-token-cannot-be-checked-now"));
  }

  private static Problem forbidden(Language language) {
    return Problem.of(403, "FORBIDDEN", language.text("http.not-permitted"),
        language.text("http.drafting-needs-the-role-draft-publishing-and"));
  }

  private static Problem unknown(Language language) {
    return Problem.of(401, "NOT_AUTHENTICATED", language.text("http.log-in"),
        language.text("http.log-in-or-check-name-and"));
  }
}
