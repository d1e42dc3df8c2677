package cn.tuodi.http;

import cn.tuodi.http.framework.OpenConnections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes on no more than can be answered soon. What is too much is refused at once with 503 and the time after which it
 * may be worth trying again, so that whoever was taken on is answered in time. Health is always answered.
 */
@ApplicationScoped
final class LoadLimits {

  /** After the request has its name, before its size is looked at. */
  private static final int PRIORITY = 1500;
  private static final long SWEEP_MILLISECONDS = 500;

  private static final int MAX_WAITING_BATCHES = 32;
  private static final int MAX_DOCUMENTS = 16;

  private final EventLoopLag pulse = new EventLoopLag();
  private final long longestWait;
  private final RequestSlots requests;
  private final RequestSlots large;
  private final RequestSlots batches;
  private final RequestSlots pages;
  private final RequestSlots documents;
  private final AtomicInteger waitingBatches = new AtomicInteger();

  LoadLimits(HttpSettings settings, Vertx vertx, MeterRegistry registry) {
    OpenConnections.OF_SERVER.limitPerAddress(settings.connectionsPerAddress());
    this.longestWait = settings.longestWait().toNanos();
    Patience withSingles = Patience.withSingles(settings.longestReceipt(), settings.leastRate());
    this.requests = new RequestSlots(settings.concurrentRequests(), withSingles);
    this.documents = new RequestSlots(MAX_DOCUMENTS, withSingles);
    this.large = new RequestSlots(settings.concurrentLargeRequests(), withSingles);
    this.batches = new RequestSlots(settings.concurrentBatches(),
        Patience.withBatches(settings.longestBatch(), settings.leastRate()));
    // What takes long of these are uploads, which have places and a patience of their own.
    this.pages = new RequestSlots(settings.concurrentRequests(),
        Patience.withUploads(settings.longestPortfolio(), settings.leastRate()));
    Gauge.builder("tuodi.requests.active", requests::taken).description("Single requests under way").register(registry);
    Gauge.builder("tuodi.batches.active", batches::taken).description("Batches under way").register(registry);
    vertx.setPeriodic(SWEEP_MILLISECONDS,
        timer -> List.of(requests, large, batches, pages, documents).forEach(RequestSlots::sweep));
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  private void admit(RoutingContext request) {
    switch (Traffic.of(request)) {
      case OPERATIONS -> request.next();
      case DOCUMENT -> admit(request, documents.take(request), Overload.SOON);
      case BATCH -> admitBatch(request, System.nanoTime() + longestWait);
      case LARGE -> admit(request, isInTime() && large.take(request), Overload.SOON);
      case DESK, PORTFOLIO, PAGE, COMPARISON -> admit(request, pages.take(request), Overload.SOON);
      case SINGLE, ACCOUNT -> admit(request, isInTime() && requests.take(request), Overload.SOON);
    }
  }

  /** A batch waits for its place as long as others may turn out to be slow. */
  private void admitBatch(RoutingContext request, long end) {
    if (batches.take(request)) {
      request.next();
    } else if (System.nanoTime() > end || waitingBatches.get() >= MAX_WAITING_BATCHES) {
      Overload.end(request, Overload.LATER);
    } else {
      waitingBatches.incrementAndGet();
      request.vertx().setTimer(SWEEP_MILLISECONDS, timer -> {
        waitingBatches.decrementAndGet();
        if (!request.response().closed()) {
          admitBatch(request, end);
        }
      });
    }
  }

  /** Whether a request need not wait too long for its turn. */
  private boolean isInTime() {
    return pulse.sinceLast() <= longestWait;
  }

  private static void admit(RoutingContext request, boolean admitted, String retryAfter) {
    if (admitted) {
      request.next();
    } else {
      Overload.end(request, retryAfter);
    }
  }
}
