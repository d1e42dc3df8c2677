package cn.tuodi.management;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.operation.RunningService;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who asks for a page that takes its time. */
class AskersTest {

  private static final int ASKERS = 100;
  private static final ManagementPage PAGE = new ManagementPage(200, "text/plain", Buffer.buffer("up"));

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger made = new AtomicInteger();
  private final Promise<ManagementPage> page = Promise.promise();

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  @DisplayName("A page is made once for all who ask meanwhile, and anew for who asks later")
  void once() {
    Askers askers = new Askers(vertx, 60_000);
    ask(askers);
    // After those who ask, since there is one event loop.
    vertx.runOnContext(run -> page.complete(PAGE));
    RunningService.waitUntil("all are answered", () -> answers.size() == ASKERS);
    assertEquals(Collections.nCopies(ASKERS, "up"), answers);
    assertEquals(1, made.get());
    vertx.runOnContext(run -> askOnce(askers));
    RunningService.waitUntil("who asks later is answered", () -> answers.size() == ASKERS + 1);
    assertEquals(2, made.get());
  }

  @Test
  @DisplayName("Where a page is never made, all are told so in time, and nobody is kept")
  void never() {
    Askers askers = new Askers(vertx, 20);
    ask(askers);
    RunningService.waitUntil("all are told", () -> answers.size() == ASKERS);
    assertEquals(Collections.nCopies(ASKERS, "late"), answers);
    AtomicInteger kept = new AtomicInteger(-1);
    vertx.runOnContext(run -> kept.set(askers.count("/page")));
    RunningService.waitUntil("it is known who is kept", () -> kept.get() >= 0);
    assertEquals(0, kept.get());
    assertEquals(1, made.get());
  }

  private void ask(Askers askers) {
    vertx.runOnContext(run -> {
      for (int i = 0; i < ASKERS; i++) {
        askOnce(askers);
      }
    });
  }

  private void askOnce(Askers askers) {
    askers.ask("/page", () -> {
      made.incrementAndGet();
      return page.future();
    }, answer -> answers.add(answer.result().body().toString()), () -> answers.add("late"));
  }
}
