package cn.tuodi.api;

import cn.tuodi.wire.Json;
import cn.tuodi.wire.Language;
import cn.tuodi.wire.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps single requests small: a larger body is refused before it is read. Batches are streams and have no limit. */
@ApplicationScoped
final class RequestLimits {

  private static final int PRIORITY = 1000;
  /** Where Quarkus looks for the limit of a body whose length is not stated. */
  private static final String LARGEST_UNSTATED = "io.quarkus.max-request-size";
  private static final String BATCH = "/v1/decisions/batch";
  private static final String REPLAY = "/v1/decisions/replay";

  private final long largest;
  private final long largestReplay;

  RequestLimits(@ConfigProperty(name = "tuodi.http.largest-request", defaultValue = "65536") long largest,
      @ConfigProperty(name = "tuodi.http.largest-replay", defaultValue = "131072") long largestReplay) {
    this.largest = largest;
    this.largestReplay = largestReplay;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    if (context.normalizedPath().equals(BATCH)) {
      context.next();
      return;
    }
    long most = context.normalizedPath().equals(REPLAY) ? largestReplay : largest;
    String stated = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (stated != null && tooLarge(stated, most)) {
      refuse(context);
      return;
    }
    if (stated == null) {
      context.put(LARGEST_UNSTATED, most);
    }
    context.next();
  }

  private static boolean tooLarge(String stated, long most) {
    try {
      return Long.parseLong(stated) > most;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static void refuse(RoutingContext context) {
    Language language = Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    Problem problem = Problem.of(413, "INVALID_REQUEST", language.of("请求过大", "Request too large"),
        language.of("请缩小请求，成批单据请用 " + BATCH + "。", "Send less, or use " + BATCH + " for many claims."));
    context.response().setStatusCode(413).putHeader(HttpHeaders.CONTENT_TYPE, Json.PROBLEM)
        .putHeader(HttpHeaders.CONNECTION, "close").end(Buffer.buffer(Json.bytes(problem)));
  }
}
