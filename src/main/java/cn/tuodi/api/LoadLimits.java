package cn.tuodi.api;

import cn.tuodi.observation.ProblemMeters;
import cn.tuodi.wire.Language;
import cn.tuodi.wire.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes on no more than can be answered soon. What is too much is refused at once with 503 and the time after which it
 * may be worth trying again, so that whoever was taken on is answered in time. Health and metrics are always answered.
 */
@ApplicationScoped
final class LoadLimits {

  /** After the request has its name, before its size is looked at. */
  private static final int PRIORITY = 1500;
  private static final int UNAVAILABLE = 503;
  private static final String OPERATIONS = "/q/";
  private static final String BATCH = "/v1/decisions/batch";
  private static final String DESK = "/v1/desk";
  private static final String CONSOLE = "/console";
  private static final String SOON = "1";
  private static final String LATER = "5";

  private static final long SWEEP_MILLISECONDS = 500;

  private final Pulse pulse = new Pulse();
  private final long longestWait;
  private final Places requests;
  private final Places batches;
  private final Places desk;
  private final Map<Language, Problem> refusals = new EnumMap<>(Language.class);

  LoadLimits(@ConfigProperty(name = "tuodi.http.longest-wait") Duration longestWait,
      @ConfigProperty(name = "tuodi.http.longest-receipt") Duration longestReceipt,
      @ConfigProperty(name = "tuodi.http.concurrent-requests") int mostRequests,
      @ConfigProperty(name = "tuodi.http.concurrent-batches") int mostBatches, Vertx vertx, MeterRegistry registry) {
    this.longestWait = longestWait.toNanos();
    this.requests = new Places(mostRequests, longestReceipt.toNanos());
    // A batch may take as long as it likes while it goes on, as may people at the desk and the portfolios they upload.
    this.batches = new Places(mostBatches, Long.MAX_VALUE);
    this.desk = new Places(mostRequests, Long.MAX_VALUE);
    for (Language language : Language.values()) {
      refusals.put(language, problem(language));
    }
    Gauge.builder("tuodi.requests.active", requests::taken).description("Single requests under way").register(registry);
    Gauge.builder("tuodi.batches.active", batches::taken).description("Batches under way").register(registry);
    vertx.setPeriodic(SWEEP_MILLISECONDS, timer -> {
      requests.sweep();
      batches.sweep();
      desk.sweep();
    });
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  private void admit(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.startsWith(OPERATIONS)) {
      context.next();
    } else if (path.equals(BATCH)) {
      admit(context, batches.take(context), LATER);
    } else if (path.startsWith(DESK) || path.startsWith(CONSOLE)) {
      admit(context, desk.take(context), SOON);
    } else {
      admit(context, pulse.sinceLast() <= longestWait && requests.take(context), SOON);
    }
  }

  private void admit(RoutingContext context, boolean admitted, String retryAfter) {
    if (admitted) {
      context.next();
    } else {
      refuse(context, retryAfter);
    }
  }

  private void refuse(RoutingContext context, String retryAfter) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    Language language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    ProblemMeters.count("OVERLOADED");
    if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      // Nobody knows how much would have to be read before the next request.
      response.putHeader(HttpHeaders.CONNECTION, "close");
    }
    response.putHeader("Retry-After", retryAfter);
    ProblemForm.end(context, refusals.get(language), language);
    request.resume();
  }

  private static Problem problem(Language language) {
    return Problem.of(UNAVAILABLE, "OVERLOADED", language.of("服务繁忙", "Too busy"),
        language.of("请求未被处理，请在 Retry-After 给出的秒数后重试。",
            "The request was not processed: try again after the seconds that Retry-After says."));
  }
}
