package cn.tuodi.api;

import cn.tuodi.wire.Language;
import cn.tuodi.wire.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a person may not do becomes a problem that says what is missing. */
final class AccessRefusals {

  private final AdminLogin admin;
  private final boolean tokens;

  AccessRefusals(AdminLogin admin, @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> key,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys) {
    this.admin = admin;
    this.tokens = key.isPresent() || keys.isPresent();
  }

  /** Whether anybody at all can log in. */
  private boolean isSwitchedOn() {
    return tokens || admin.isConfigured();
  }

  @ServerExceptionMapper
  Uni<Response> unknown(UnauthorizedException refusal, HttpHeaders headers, RoutingContext context) {
    return refused(headers, context);
  }

  @ServerExceptionMapper
  Uni<Response> failed(AuthenticationFailedException refusal, HttpHeaders headers, RoutingContext context) {
    return refused(headers, context);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refusal, HttpHeaders headers) {
    Language language = language(headers);
    return Answers.problem(Problem.of(403, "FORBIDDEN", language.of("没有权限", "Not permitted"),
        language.of("起草需要角色 draft，发布和撤销需要角色 publish。",
            "Drafting needs the role draft; publishing and undoing need the role publish.")),
        language);
  }

  private Uni<Response> refused(HttpHeaders headers, RoutingContext context) {
    Language language = language(headers);
    if (!isSwitchedOn()) {
      return Uni.createFrom().item(Answers.problem(Problem.of(403, "ACCESS_SWITCHED_OFF",
          language.of("起草和发布未开启", "Drafting and publishing are switched off"),
          language.of(
              "请配置 OpenID Connect 的公钥（mp.jwt.verify.publickey.location 等）或单一管理员（tuodi.admin.password-hash），见 README。",
              "Configure the keys of an OpenID Connect provider (mp.jwt.verify.publickey.location and more) or a single "
                  + "administrator (tuodi.admin.password-hash), see the README.")),
          language));
    }
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    return authenticator.getChallenge(context).map(challenge -> answer(challenge, language));
  }

  private static Response answer(ChallengeData challenge, Language language) {
    Response problem = Answers.problem(Problem.of(401, "NOT_AUTHENTICATED", language.of("需要登录", "Log in"),
        language.of("请登录，或检查用户名、密码或令牌。", "Log in, or check name and password, or the token.")), language);
    if (challenge == null) {
      return problem;
    }
    Response.ResponseBuilder answer = Response.fromResponse(problem);
    challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
    return answer.build();
  }

  private static Language language(HttpHeaders headers) {
    return Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
