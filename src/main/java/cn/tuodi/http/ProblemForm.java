package cn.tuodi.http;

import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * How the problems of a request are written: as JSON for programs, unless the request was given another form on its way,
 * such as a page for a person.
 */
public interface ProblemForm {

  /** Problems as RFC 9457 has them. */
  ProblemForm JSON = (problem, language) -> new Written(Json.PROBLEM, Json.bytes(problem));

  /**
   * A problem, written.
   *
   * @param type its media type
   * @param body its bytes
   */
  record Written(String type, byte[] body) {}

  /** Writes a problem whose texts are in a language. */
  Written write(Problem problem, Language language);

  /** Has all problems of a request written in this form. */
  default void applyTo(RoutingContext request) {
    request.put(ProblemForm.class.getName(), this);
  }

  /** The form in which the problems of a request are written. */
  static ProblemForm of(RoutingContext request) {
    ProblemForm form = request.get(ProblemForm.class.getName());
    return form == null ? JSON : form;
  }

  /** Ends a request with a problem. */
  static void end(RoutingContext request, Problem problem, Language language) {
    Written written = of(request).write(problem, language);
    HttpServerResponse response = request.response();
    response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, written.type())
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag()).end(Buffer.buffer(written.body()));
  }
}
