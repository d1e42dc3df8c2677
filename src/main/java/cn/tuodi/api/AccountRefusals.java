package cn.tuodi.api;

import cn.tuodi.account.RoomTaken;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.json.AccountProblems;
import cn.tuodi.account.json.FailureTexts;
import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.Anonymous;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is not booked becomes a problem in the caller's language. */
final class AccountRefusals {

  private static final Logger LOG = Logger.getLogger(AccountRefusals.class);
  private static final int RETRY_SECONDS = 2;

  @ServerExceptionMapper
  Response refused(SettlementRefused refused, HttpHeaders headers, RoutingContext request) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return JsonAnswers.problem(AccountProblems.of(refused, language), language, request);
  }

  @ServerExceptionMapper
  Response noRoom(RoomTaken taken, HttpHeaders headers, RoutingContext request) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    Problem problem = Problem.of(503, "OVERLOADED", language.text("http.too-busy"),
        language.text("account.others-read-accounts"));
    return Response.fromResponse(JsonAnswers.problem(problem, language, request))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
  }

  @ServerExceptionMapper
  Response unavailable(AccountsUnavailable failure, HttpHeaders headers, RoutingContext request) {
    if (failure.failure() == AccountFailure.KEY_UNKNOWN) {
      LOG.error(failure.getMessage());
    } else if (failure.failure() == AccountFailure.OTHER) {
      LOG.warn("the database of year accounts failed: " + failure.kind(), Anonymous.of(failure));
    } else {
      LOG.warn("the database of year accounts failed: " + failure.kind());
    }
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    Problem problem = FailureTexts.of(failure.failure(), language);
    return Response.fromResponse(JsonAnswers.problem(problem, language, request))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
  }
}
