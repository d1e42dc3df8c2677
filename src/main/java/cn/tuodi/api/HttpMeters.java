package cn.tuodi.api;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Latency of HTTP as a histogram, with the steps that the aims of the service are stated in. */
@ApplicationScoped
final class HttpMeters {

  private static final String REQUESTS = "http.server.requests";
  private static final long MILLISECOND = 1_000_000;

  private HttpMeters() {}

  @Produces
  @Singleton
  static MeterFilter histogram() {
    DistributionStatisticConfig steps = DistributionStatisticConfig.builder()
        .serviceLevelObjectives(MILLISECOND, 2 * MILLISECOND, 5 * MILLISECOND, 10 * MILLISECOND, 25 * MILLISECOND,
            50 * MILLISECOND, 100 * MILLISECOND, 250 * MILLISECOND, 1000 * MILLISECOND, 5000 * MILLISECOND)
        .build();
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS) ? steps.merge(config) : config;
      }
    };
  }
}
