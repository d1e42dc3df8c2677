package cn.tuodi.http;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.ProblemMeters;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** HTTP responses. */
public final class JsonAnswers {

  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
  /** Whoever mends what should be in force needs this long at least. */
  private static final String MENDING_SECONDS = "30";

  private JsonAnswers() {}

  public static Response ok(DecisionJson decision, Language language) {
    return Response.ok(Json.bytes(decision), JSON).header(HttpHeaders.CONTENT_LANGUAGE, language.tag()).build();
  }

  public static Response ok(Object value, Language language) {
    return Response.ok(Json.bytes(value), JSON).header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
  }

  public static Response ok(Object value) {
    return Response.ok(Json.bytes(value), JSON).build();
  }

  public static Response problem(Problem problem, Language language) {
    return problem(problem, language, ProblemForm.JSON);
  }

  /** A problem in the form that the request was given: JSON, or a page. */
  public static Response problem(Problem problem, Language language, RoutingContext request) {
    return problem(problem, language, ProblemForm.of(request));
  }

  private static Response problem(Problem problem, Language language, ProblemForm form) {
    ProblemMeters.count(problem.code());
    ProblemForm.Written written = form.write(problem, language);
    Response.ResponseBuilder response = Response.status(problem.status()).entity(written.body()).type(written.type())
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (problem.code().equals(RefusalCode.POLICY_UNAVAILABLE.name())) {
      response.header(HttpHeaders.RETRY_AFTER, MENDING_SECONDS);
    }
    return response.build();
  }
}
