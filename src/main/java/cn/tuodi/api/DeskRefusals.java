package cn.tuodi.api;

import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.table.Finding;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the desk refuses becomes a problem in the caller's language. */
final class DeskRefusals {

  private static final Logger LOG = Logger.getLogger(DeskRefusals.class);
  private static final int TOLD = 3;
  private static final int RETRY_SECONDS = 10;

  @ServerExceptionMapper
  Response refused(DeskRefusal refusal, HttpHeaders headers, RoutingContext request) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    if (refusal.reason() == DeskRefusal.Reason.STORE_FAILED || refusal.reason() == DeskRefusal.Reason.DAMAGED) {
      LOG.warn("the policy store failed: " + refusal.en());
    }
    String findings = refusal.findings().stream().limit(TOLD).map(finding -> said(finding, language))
        .collect(Collectors.joining("; "));
    Problem problem = Problem.of(status(refusal.reason()), refusal.reason().name(), language.text("api.refused"),
        language.of(refusal.zh(), refusal.en()) + (findings.isEmpty() ? "" : ": " + findings));
    Response response = JsonAnswers.problem(problem, language, request);
    return problem.status() == 503
        ? Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build() : response;
  }

  private static String said(Finding finding, Language language) {
    return finding.file() + (finding.sheet() == null ? "" : " [" + finding.sheet() + "]")
        + (finding.cell() == null ? "" : " " + finding.cell()) + ": " + language.of(finding.zh(), finding.en());
  }

  private static int status(DeskRefusal.Reason reason) {
    return switch (reason) {
      case NO_SUCH_DRAFT, NO_SUCH_VERSION, NO_SUCH_TABLE -> 404;
      case NOT_SOUND, WRONG_WORKBOOK -> 422;
      case TIME_PAST -> 400;
      case SECOND_PERSON_NEEDED -> 403;
      case BUSY, STORE_FAILED -> 503;
      case NO_STORE, STORE_READ_ONLY, DAMAGED, TOO_MANY_DRAFTS, DRAFT_CHANGED, UNDO_ANOTHER_FIRST, BASE_CHANGED,
          PUBLICATION_PENDING, NOTHING_CHANGED, PAST_DAYS_CHANGED ->
        409;
    };
  }
}
