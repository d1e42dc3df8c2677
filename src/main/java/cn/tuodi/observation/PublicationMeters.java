package cn.tuodi.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts publications of policy content while the service runs; whoever publishes reports here. */
@Singleton
public final class PublicationMeters {

  private static final String NAME = "tuodi.publications";
  private static final String DESCRIPTION = "Publications of policy content by outcome";

  private final Counter published;
  private final Counter refused;
  private final AtomicLong last = new AtomicLong();

  /** Meters of a registry. */
  public PublicationMeters(MeterRegistry registry) {
    this.published = Counter.builder(NAME).description(DESCRIPTION).tag("outcome", "published").register(registry);
    this.refused = Counter.builder(NAME).description(DESCRIPTION).tag("outcome", "refused").register(registry);
    TimeGauge.builder("tuodi.publication.last", last::get, TimeUnit.MILLISECONDS)
        .description("When policy content was last published, as Unix time; 0 if not since the start")
        .register(registry);
  }

  /** Shows the meters from the start, at zero. */
  void show(@Observes Startup start) {}

  /** Policy content was published and is in force. */
  public void published() {
    last.set(System.currentTimeMillis());
    published.increment();
  }

  /** Policy content was refused; what was in force still is. */
  public void refused() {
    refused.increment();
  }
}
