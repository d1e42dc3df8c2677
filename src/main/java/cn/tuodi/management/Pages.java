package cn.tuodi.management;

import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.observation.EditionMeters;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages of the management port. Whatever else is asked for is not there, and leaves nothing behind. */
@SuppressWarnings("deprecation") // The registry that Quarkus brings along with this name is the older of two.
@ApplicationScoped
class Pages {

  /** The metrics, which may need a role. */
  static final String METRICS = "/q/metrics";

  private static final int UP = 200;
  private static final int DOWN = 503;

  private final PrometheusMeterRegistry registry;
  private final EditionMeters editions;
  private final CurrentCatalogue current;
  private final Map<String, ManagementPage.Maker> makers;

  Pages(SmallRyeHealthReporter health, PrometheusMeterRegistry registry, EditionMeters editions,
      CurrentCatalogue current) {
    this.registry = registry;
    this.editions = editions;
    this.current = current;
    this.makers = Map.of("/q/health", accepted -> health(health::getHealth), "/q/health/live",
        accepted -> health(health::getLiveness), "/q/health/ready", accepted -> health(health::getReadiness),
        "/q/health/started", accepted -> health(health::getStartup), METRICS, this::metrics);
  }

  /** What makes the page of a path. */
  Optional<ManagementPage.Maker> at(String path) {
    return Optional.ofNullable(makers.get(path));
  }

  /** All paths that have a page. */
  Iterable<String> paths() {
    return makers.keySet();
  }

  private static ManagementPage health(Supplier<SmallRyeHealth> asked) {
    SmallRyeHealth health = asked.get();
    return new ManagementPage(health.isDown() ? DOWN : UP, "application/json; charset=UTF-8",
        Buffer.buffer(health.getPayload().toString()));
  }

  /** Editions are shown as they are in force at this moment. */
  private ManagementPage metrics(String accepted) {
    editions.show(current.get());
    String type = TextFormat.chooseContentType(accepted);
    return new ManagementPage(UP, type, Buffer.buffer(registry.scrape(type)));
  }
}
