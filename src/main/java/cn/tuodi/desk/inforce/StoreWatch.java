package cn.tuodi.desk.inforce;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at the directory of a store again and again, on one thread that gives way to decisions. */
public final class StoreWatch {

  private static final Logger LOG = Logger.getLogger(StoreWatch.class);

  private final ScheduledExecutorService thread;

  private StoreWatch(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * Starts to look.
   *
   * @param store the store; nothing is done for one without a directory
   * @param interval time between two looks
   */
  public static StoreWatch start(PolicyStore store, Duration interval) {
    if (store.state().directory() == null) {
      return new StoreWatch(null);
    }
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread made = new Thread(task, "policy-store");
      made.setDaemon(true);
      made.setPriority(Thread.MIN_PRIORITY);
      made.setContextClassLoader(StoreWatch.class.getClassLoader());
      return made;
    });
    thread.scheduleWithFixedDelay(() -> look(store), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    return new StoreWatch(thread);
  }

  private static void look(PolicyStore store) {
    try {
      store.refresh();
    } catch (RuntimeException e) {
      // Thrown on, it would end the watch; what is in force stays so.
      LOG.error("a look at the policies failed", e);
    }
  }

  /** Ends the looks; one under way is finished in the background. */
  public void stop() {
    if (thread != null) {
      thread.shutdown();
    }
  }
}
