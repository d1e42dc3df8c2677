package cn.tuodi.management;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether the service is alive: an event loop that has answered nothing for long never will, and every connection that
 * it serves gets no answer. What is merely slow stays alive, since a restart would not make it faster.
 */
@Liveness
@ApplicationScoped
class EventLoopsHealth implements HealthCheck {

  private final ThreadWatch watch;
  private final Duration longestHang;

  EventLoopsHealth(ThreadWatch watch,
      @ConfigProperty(name = "tuodi.management.longest-hang", defaultValue = "20s") Duration longestHang) {
    this.watch = watch;
    this.longestHang = longestHang;
  }

  @Override
  public HealthCheckResponse call() {
    Duration lag = watch.eventLoopsLag();
    return HealthCheckResponse.named("event-loops").status(lag.compareTo(longestHang) < 0)
        .withData("lagMilliseconds", lag.toMillis()).build();
  }
}
