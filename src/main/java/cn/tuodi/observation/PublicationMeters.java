package cn.tuodi.observation;

import cn.tuodi.desk.inforce.PolicyStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts publications of policy content while the service runs; whoever publishes reports here. Refused is what the
 * directory holds and is not sound, not what people try at the desk.
 */
@Singleton
public final class PublicationMeters {

  private static final String NAME = "tuodi.publications";
  private static final String DESCRIPTION = "Publications of policy content by outcome";

  private final Counter published;
  private final AtomicLong last = new AtomicLong();

  /** Meters of a registry about a store. */
  public PublicationMeters(MeterRegistry registry, PolicyStore store) {
    this.published = Counter.builder(NAME).description(DESCRIPTION).tag("outcome", "published").register(registry);
    FunctionCounter.builder(NAME, store, PolicyStore::refusals).description(DESCRIPTION).tag("outcome", "refused")
        .register(registry);
    Gauge.builder("tuodi.store.sound", () -> store.state().isSound() ? 1 : 0)
        .description("1 while all policy content of directory and publications is in force that should be")
        .register(registry);
    Gauge.builder("tuodi.store.ready", () -> store.state().isReady() ? 1 : 0)
        .description("1 while every edition decides by what was published, and all of the history is known")
        .register(registry);
    Gauge.builder("tuodi.store.editions.unavailable", () -> store.state().unavailable().size())
        .description("Editions that should decide claims and cannot").register(registry);
    Gauge.builder("tuodi.store.publications", () -> store.state().lastPublication())
        .description("Number of the last publication in the history; it never falls").register(registry);
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
}
