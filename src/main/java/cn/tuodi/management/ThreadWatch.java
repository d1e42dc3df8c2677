package cn.tuodi.management;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Watches the threads that answer requests, from a thread that is none of them. */
@ApplicationScoped
class ThreadWatch {

  private final List<Heartbeat> eventLoops = new ArrayList<>();
  private final Heartbeat workers;

  @Inject
  ThreadWatch(Vertx vertx, ManagedExecutor workers, MeterRegistry registry) {
    this(((VertxInternal) vertx).getEventLoopGroup(), workers, registry);
  }

  ThreadWatch(Iterable<? extends Executor> eventLoops, Executor workers, MeterRegistry registry) {
    eventLoops.forEach(loop -> this.eventLoops.add(new Heartbeat(loop)));
    this.workers = new Heartbeat(workers);
    TimeGauge.builder("tuodi.event.loops.lag", () -> eventLoopsLag().toNanos(), TimeUnit.NANOSECONDS)
        .description("How long a task waits for the slowest event loop, which read requests and decide")
        .register(registry);
    TimeGauge.builder("tuodi.workers.lag", () -> workersLag().toNanos(), TimeUnit.NANOSECONDS)
        .description("How long a task waits for a worker thread, which decide batches and serve the desk")
        .register(registry);
  }

  /** Asks all threads for a sign of life. */
  void ask() {
    eventLoops.forEach(Heartbeat::ask);
    workers.ask();
  }

  /** How long the slowest event loop leaves a task waiting. */
  Duration eventLoopsLag() {
    return Duration.ofNanos(eventLoops.stream().mapToLong(Heartbeat::lag).max().orElse(0));
  }

  /** How long the worker threads leave a task waiting. */
  Duration workersLag() {
    return Duration.ofNanos(workers.lag());
  }
}
