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
    return Problem.of(403, "ACCESS_SWITCHED_OFF", language.of("起草和发布未开启", "Drafting and publishing are switched off"),
        language.of("请配置 OpenID Connect（quarkus.oidc.tenant-enabled 等）或单一管理员（tuodi.admin.password-hash），见 README。",
            "Configure an OpenID Connect provider (quarkus.oidc.tenant-enabled and more) or a single administrator "
                + "(tuodi.admin.password-hash), see the README."));
  }

  private static Problem tooMany(Language language) {
    return Problem.of(429, "TOO_MANY_LOGINS", language.of("登录请求过多", "Too many logins"),
        language.of("正在核对的密码过多，您的密码尚未核对，请在 Retry-After 给出的秒数后重试。",
            "Too many passwords are being checked, yours was not: try again after the seconds that Retry-After says."));
  }

  private static Problem unavailable(Language language) {
    return Problem.of(503, "PROVIDER_UNAVAILABLE",
        language.of("登录服务暂不可用", "The provider of logins is not available"),
        language.of("暂时无法核对令牌，请在 Retry-After 给出的秒数后重试。",
            "The token cannot be checked now: try again after the seconds that Retry-After says."));
  }

  private static Problem forbidden(Language language) {
    return Problem.of(403, "FORBIDDEN", language.of("没有权限", "Not permitted"),
        language.of("起草需要角色 draft，发布和退回需要角色 publish；决定和运维可设置为需要角色 decide 和 operate。",
            "Drafting needs the role draft; publishing and undoing need the role publish. Deciding and operating may be "
                + "set to need the roles decide and operate."));
  }

  private static Problem unknown(Language language) {
    return Problem.of(401, "NOT_AUTHENTICATED", language.of("需要登录", "Log in"),
        language.of("请登录，或检查用户名、密码或令牌。", "Log in, or check name and password, or the token."));
  }
}
