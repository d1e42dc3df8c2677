package cn.tuodi.api;

import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.observation.EditionMeters;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has the metrics show the editions that are in force at the moment at which they are asked for. */
@ApplicationScoped
final class EditionsShown {

  private static final String METRICS = "/q/metrics";
  private static final int PRIORITY = 500;

  private EditionsShown() {}

  static void register(@Observes Filters filters, EditionMeters meters, CurrentCatalogue current) {
    filters.register(context -> {
      if (context.normalizedPath().equals(METRICS)) {
        meters.show(current.get());
      }
      context.next();
    }, PRIORITY);
  }
}
