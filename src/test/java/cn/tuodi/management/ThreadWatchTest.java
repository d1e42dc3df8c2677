package cn.tuodi.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.RunningService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Threads that hang are seen from outside, and only as long as they do. */
class ThreadWatchTest {

  private static final Duration MAX_HANG = Duration.ofMillis(50);

  private final CountDownLatch hang = new CountDownLatch(1);
  private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService hanging = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, waiting);
  private final ExecutorService answering = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    hang.countDown();
    hanging.shutdownNow();
    answering.shutdownNow();
  }

  @Test
  @DisplayName("One event loop that hangs makes the service dead, until it answers again")
  void eventLoops() {
    ThreadWatch watch = new ThreadWatch(List.of(answering, hanging), answering, new SimpleMeterRegistry());
    EventLoopsHealth health = new EventLoopsHealth(watch, MAX_HANG);
    watch.ask();
    RunningService.waitUntil("both have answered", () -> watch.eventLoopsLag().compareTo(Duration.ZERO) > 0);
    occupy();
    watch.ask();
    RunningService.waitUntil("the hang is told", () -> health.call().getStatus() == Status.DOWN);
    assertTrue(lag(health.call()) >= MAX_HANG.toMillis());
    hang.countDown();
    RunningService.waitUntil("it answers again", () -> {
      watch.ask();
      return health.call().getStatus() == Status.UP;
    });
  }

  @Test
  @DisplayName("Worker threads that hang are told with how long, and the service stays ready")
  void workers() {
    ThreadWatch watch = new ThreadWatch(List.of(answering), hanging, new SimpleMeterRegistry());
    WorkersHealth health = new WorkersHealth(watch);
    occupy();
    watch.ask();
    RunningService.waitUntil("the hang is told", () -> lag(health.call()) >= MAX_HANG.toMillis());
    assertEquals(Status.UP, health.call().getStatus());
    RunningService.waitUntil("the event loops have answered",
        () -> new EventLoopsHealth(watch, MAX_HANG).call().getStatus() == Status.UP);
  }

  @Test
  @DisplayName("However often threads that hang are asked, one question waits for them")
  void nothingPilesUp() {
    ThreadWatch watch = new ThreadWatch(List.of(hanging), answering, new SimpleMeterRegistry());
    occupy();
    for (int i = 0; i < 1000; i++) {
      watch.ask();
    }
    assertEquals(1, waiting.size());
  }

  private void occupy() {
    CountDownLatch began = new CountDownLatch(1);
    hanging.execute(() -> {
      began.countDown();
      try {
        hang.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    RunningService.waitUntil("the thread is occupied", () -> began.getCount() == 0);
  }

  private static long lag(HealthCheckResponse response) {
    return (Long) response.getData().orElseThrow().get("lagMilliseconds");
  }
}
