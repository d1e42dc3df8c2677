package cn.tuodi.api;

import cn.tuodi.http.FrameworkPaths;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long requests take, as a histogram with the steps that the aims of the service are stated in. What callers may
 * choose freely – addresses and names of methods – is no label: it would become a series for ever, whoever sends it.
 */
@ApplicationScoped
final class HttpMeters {

  /** Before everything else, so that the time of a request is all of it. */
  private static final int PRIORITY = 2500;
  private static final String MEASURED = HttpMeters.class.getName();
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final String OTHER = "OTHER";
  private static final String CLOSED = "closed";
  private static final Duration[] STEPS =
      {Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
          Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofSeconds(1),
          Duration.ofSeconds(5)};

  private final MeterRegistry registry;
  private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

  private record Labels(String method, String address, String status) {}

  HttpMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void register(@Observes Filters filters) {
    filters.register(this::measure, PRIORITY);
  }

  private void measure(RoutingContext context) {
    if (context.get(MEASURED) == null) {
      long began = System.nanoTime();
      // The address as it was asked for, whatever it is led to.
      String address = address(context.normalizedPath());
      context.put(MEASURED, address);
      context.addEndHandler(end -> record(context, address, end.succeeded(), System.nanoTime() - began));
    }
    context.next();
  }

  private void record(RoutingContext context, String address, boolean isAnswered, long nanoseconds) {
    String method = context.request().method().name();
    HttpServerResponse response = context.response();
    Labels labels = new Labels(METHODS.contains(method) ? method : OTHER, address,
        isAnswered ? Integer.toString(response.getStatusCode()) : CLOSED);
    Timer known = timers.get(labels);
    (known != null ? known : timers.computeIfAbsent(labels, this::timer)).record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Labels labels) {
    return Timer.builder("http.server.requests")
        .description("Requests by form of address, method and status; closed where the caller left before the answer")
        .tags("method", labels.method(), "outcome", outcome(labels.status()), "status", labels.status(), "uri",
            labels.address())
        .serviceLevelObjectives(STEPS).register(registry);
  }

  private static String outcome(String status) {
    return switch (status.charAt(0)) {
      case '1' -> "INFORMATIONAL";
      case '2' -> "SUCCESS";
      case '3' -> "REDIRECTION";
      case '4' -> "CLIENT_ERROR";
      case '5' -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }

  /** The form of an address; pages for people are told apart no further than what they are for. */
  static String address(String path) {
    if (path.startsWith("/console")) {
      return path.startsWith("/console/desk") ? "/console/desk"
          : path.startsWith("/console/assets/") ? "/console/assets" : "/console";
    }
    if (path.startsWith(FrameworkPaths.DOCUMENT)) {
      return FrameworkPaths.DOCUMENT;
    }
    return Endpoints.form(path).orElse(OTHER);
  }
}
