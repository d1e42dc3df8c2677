package cn.tuodi.management;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has a page made once for all who ask for it meanwhile. Who has waited for long enough is told so and forgotten, so that
 * nothing piles up before a page that is never made. To be used by one event loop only.
 */
final class Askers {

  private final Vertx vertx;
  private final long longestWait;
  private final Map<String, Set<Consumer<Future<ManagementPage>>>> waiting = new HashMap<>();

  /**
   * Nobody asks yet.
   *
   * @param longestWait milliseconds
   */
  Askers(Vertx vertx, long longestWait) {
    this.vertx = vertx;
    this.longestWait = longestWait;
  }

  /**
   * Answers with the page of a path when it is made, or when the time is up.
   *
   * @param making begins to make it, where nobody has begun
   * @param answer takes the page, or the failure
   * @param late is called where the page is not there in time
   */
  void ask(String path, Supplier<Future<ManagementPage>> making, Consumer<Future<ManagementPage>> answer,
      Runnable late) {
    Set<Consumer<Future<ManagementPage>>> others = waiting.get(path);
    Set<Consumer<Future<ManagementPage>>> all = others == null ? new HashSet<>() : others;
    long[] timer = new long[1];
    Consumer<Future<ManagementPage>> asker = made -> {
      vertx.cancelTimer(timer[0]);
      answer.accept(made);
    };
    all.add(asker);
    timer[0] = vertx.setTimer(longestWait, up -> {
      all.remove(asker);
      late.run();
    });
    if (others == null) {
      waiting.put(path, all);
      Future<ManagementPage> page = making.get();
      page.onComplete(made -> waiting.remove(path).forEach(one -> one.accept(page)));
    }
  }

  /** How many wait for a path. */
  int count(String path) {
    return waiting.getOrDefault(path, Set.of()).size();
  }
}
