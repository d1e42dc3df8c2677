package cn.tuodi.api;

import cn.tuodi.http.JsonAnswers;
import cn.tuodi.http.RequestRefused;
import cn.tuodi.http.Uploads;
import cn.tuodi.http.framework.MalformedForms;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.Anonymous;
import cn.tuodi.observation.Failures;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong becomes a problem in the caller's language; never a stack trace. */
public final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response invalid(InvalidRequest e, HttpHeaders headers, RoutingContext request) {
    Language language = language(headers);
    return JsonAnswers.problem(Problem.invalid(e.violations(), language), language, request);
  }

  @ServerExceptionMapper
  Response notTakenOn(RequestRefused e, HttpHeaders headers, RoutingContext request) {
    Response.ResponseBuilder answer =
        Response.fromResponse(JsonAnswers.problem(e.problem(), language(headers), request));
    e.headers().forEach(answer::header);
    return answer.build();
  }

  @ServerExceptionMapper
  Response refusedByHttp(WebApplicationException e, HttpHeaders headers, RoutingContext request) {
    Language language = language(headers);
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    Response answer = JsonAnswers.problem(refused(status, request, language), language, request);
    List<String> methods = status == 405 ? Endpoints.methods(request.normalizedPath()) : List.of();
    return methods.isEmpty() ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, String.join(", ", methods)).build();
  }

  private static Problem refused(int status, RoutingContext request, Language language) {
    return switch (status) {
      case 404 -> Problem.of(status, "NOT_FOUND", language.text("api.not-found"),
          language.text("api.check-the-address"));
      case 405 -> Problem.of(status, "METHOD_NOT_ALLOWED", language.text("api.method-not-allowed"),
          language.text("api.the-address-does-not-take-this",
              oneOf(Endpoints.methods(request.normalizedPath()), language.text("api.use"), language)));
      case 406 -> Problem.of(status, "NOT_ACCEPTABLE", language.text("api.not-acceptable"),
          language.text("api.there-is-no-answer-as-asked",
              oneOf(Endpoints.given(method(request), request.normalizedPath()), language.text("api.accept"),
                  language)));
      case 413 -> Problem.of(status, "INVALID_REQUEST", language.text("api.request-too-large"),
          language.text("api.send-less-or-use-v1-decisions"));
      case 415 -> Problem.of(status, "UNSUPPORTED_MEDIA_TYPE", language.text("api.unsupported-media-type"),
          language.text("api.the-address-does-not-take-this-content",
              oneOf(Endpoints.taken(method(request), request.normalizedPath()), language.text("api.send"),
                  language)));
      default -> Problem.of(status, status < 500 ? "INVALID_REQUEST" : "INTERNAL_ERROR",
          language.text(status < 500 ? "api.invalid-request" : "api.internal-error"),
          language.text("api.the-request-was-not-processed"));
    };
  }

  /** What would be right, where that is known. */
  private static String oneOf(List<String> right, String invitation, Language language) {
    String end = language.text("language.full-stop");
    return right.isEmpty() ? end : invitation + String.join(language.text("api.or"), right) + end;
  }

  private static String method(RoutingContext request) {
    String method = request.request().method().name();
    return method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
  }

  @ServerExceptionMapper
  Response failed(Exception e, HttpHeaders headers, RoutingContext request) {
    Language language = language(headers);
    if (MalformedForms.isCauseOf(e)) {
      if (MalformedForms.isOfTheDisk(e)) {
        LOG.warn("the file of a form cannot be kept", Anonymous.of(e));
        return notTakenOn(Uploads.noRoom(request), headers, request);
      }
      return JsonAnswers.problem(MalformedForms.problem(e, language), language, request);
    }
    if (e instanceof IOException && request.response().closed()) {
      LOG.debugf(Anonymous.of(e), "a caller left before all was answered");
      return JsonAnswers.problem(refused(Response.Status.BAD_REQUEST.getStatusCode(), request, language), language,
          request);
    }
    return broken(e, language, request);
  }

  @ServerExceptionMapper
  Response failed(StackOverflowError e, HttpHeaders headers, RoutingContext request) {
    return broken(e, language(headers), request);
  }

  private static Response broken(Throwable failure, Language language, RoutingContext request) {
    return JsonAnswers.problem(Problem.failed(Failures.log(LOG, "a request failed", failure), language), language,
        request);
  }

  private static Language language(HttpHeaders headers) {
    return Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
