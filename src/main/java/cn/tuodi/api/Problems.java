package cn.tuodi.api;

import cn.tuodi.observation.Anonymous;
import cn.tuodi.wire.InvalidRequest;
import cn.tuodi.wire.Language;
import cn.tuodi.wire.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong becomes a problem in the caller's language; never a stack trace. */
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response invalid(InvalidRequest e, HttpHeaders headers, RoutingContext request) {
    Language language = language(headers);
    return Answers.problem(Problem.invalid(e.violations(), language), language, request);
  }

  @ServerExceptionMapper
  Response refusedByHttp(WebApplicationException e, HttpHeaders headers, RoutingContext request) {
    Language language = language(headers);
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    Problem problem = switch (status) {
      case 404 -> Problem.of(status, "NOT_FOUND", language.of("没有这个地址", "Not found"),
          language.of("请检查地址。", "Check the address."));
      case 405 -> Problem.of(status, "METHOD_NOT_ALLOWED", language.of("方法不允许", "Method not allowed"),
          language.of("该地址不支持这种方法。", "The address does not take this method."));
      case 406 -> Problem.of(status, "NOT_ACCEPTABLE", language.of("无法按要求的格式回答", "Not acceptable"),
          language.of("请在 Accept 中接受 application/json。", "Accept application/json."));
      case 413 -> Problem.of(status, "INVALID_REQUEST", language.of("请求过大", "Request too large"),
          language.of("请缩小请求，成批单据请用 /v1/decisions/batch。", "Send less, or use /v1/decisions/batch for many claims."));
      case 415 -> Problem.of(status, "UNSUPPORTED_MEDIA_TYPE", language.of("不支持的内容类型", "Unsupported media type"),
          language.of("请用 application/json；成批单据用 application/x-ndjson，工作簿用 " + Workbooks.XLSX + "。",
              "Send application/json, application/x-ndjson for a batch, " + Workbooks.XLSX + " for a workbook."));
      default -> Problem.of(status, status < 500 ? "INVALID_REQUEST" : "INTERNAL_ERROR",
          language.of(status < 500 ? "请求无效" : "内部错误", status < 500 ? "Invalid request" : "Internal error"),
          language.of("请求未被处理。", "The request was not processed."));
    };
    return Answers.problem(problem, language, request);
  }

  @ServerExceptionMapper
  Response failed(RuntimeException e, HttpHeaders headers, RoutingContext request) {
    LOG.error("a request failed", Anonymous.of(e));
    Language language = language(headers);
    return Answers.problem(Problem.of(500, "INTERNAL_ERROR", language.of("内部错误", "Internal error"),
        language.of("请求未被处理，请联系运维人员。", "The request was not processed: ask the operators.")), language, request);
  }

  private static Language language(HttpHeaders headers) {
    return Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
