package cn.tuodi.http;

import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.TimeUnit;

/**
 * How far an event loop lags behind: it beats whenever the loop has worked off what was there. While more requests wait
 * than it can answer, the last beat lies far back, and so long the request at hand has waited, too.
 */
final class EventLoopLag {

  private static final int MILLISECONDS = 20;

  private final FastThreadLocal<long[]> last = new FastThreadLocal<>();

  /** Time since the event loop of this thread beat last, in nanoseconds. */
  long sinceLast() {
    long[] beat = last.get();
    if (beat == null) {
      start();
      return 0;
    }
    return System.nanoTime() - beat[0];
  }

  private void start() {
    long[] beat = {System.nanoTime()};
    last.set(beat);
    ((ContextInternal) Vertx.currentContext()).nettyEventLoop().scheduleWithFixedDelay(
        () -> beat[0] = System.nanoTime(), MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
  }
}
