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
      case 404 -> Problem.of(status, "NOT_FOUND", language.of("没有这个地址", "Not found"),
          language.of("请检查地址。", "Check the address."));
      case 405 -> Problem.of(status, "METHOD_NOT_ALLOWED", language.of("方法不允许", "Method not allowed"),
          language.of("该地址不支持这种方法", "The address does not take this method")
              + oneOf(Endpoints.methods(request.normalizedPath()), language.of("，请用 ", "; use "), language));
      case 406 -> Problem.of(status, "NOT_ACCEPTABLE", language.of("无法按要求的格式回答", "Not acceptable"),
          language.of("无法按 Accept 回答", "There is no answer as asked for in Accept")
              + oneOf(Endpoints.given(method(request), request.normalizedPath()), language.of("，请接受 ", "; accept "),
                  language));
      case 413 -> Problem.of(status, "INVALID_REQUEST", language.of("请求过大", "Request too large"),
          language.of("请缩小请求，成批单据请用 /v1/decisions/batch。", "Send less, or use /v1/decisions/batch for many claims."));
      case 415 -> Problem.of(status, "UNSUPPORTED_MEDIA_TYPE", language.of("不支持的内容类型", "Unsupported media type"),
          language.of("该地址不接受这种 Content-Type", "The address does not take this Content-Type")
              + oneOf(Endpoints.taken(method(request), request.normalizedPath()), language.of("，请用 ", "; send "),
                  language));
      default -> Problem.of(status, status < 500 ? "INVALID_REQUEST" : "INTERNAL_ERROR",
          language.of(status < 500 ? "请求无效" : "内部错误", status < 500 ? "Invalid request" : "Internal error"),
          language.of("请求未被处理。", "The request was not processed."));
    };
  }

  /** What would be right, where that is known. */
  private static String oneOf(List<String> right, String invitation, Language language) {
    String end = language.of("。", ".");
    return right.isEmpty() ? end : invitation + String.join(language.of(" 或 ", " or "), right) + end;
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
