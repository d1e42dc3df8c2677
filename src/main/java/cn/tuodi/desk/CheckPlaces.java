package cn.tuodi.desk;

import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.language.Message;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where workbooks are checked: on threads of their own, few at a time, each for so long and no longer. Strangers and
 * those who have logged in have places apart. What a check may cost in memory is bounded by what a workbook may hold.
 */
final class CheckPlaces {

  /** What a check may take of a processor until nothing wrong is found. */
  private static final long MAX_CPU_NANOSECONDS = TimeUnit.SECONDS.toNanos(5);
  /** What a sound edition may take besides to be compiled and tried out: as long as it has rows, which are bounded. */
  private static final long MAX_SOUND_NANOSECONDS = TimeUnit.SECONDS.toNanos(20);
  /** The same for people who have logged in. */
  private static final long MAX_SOUND_NANOSECONDS_OF_KNOWN = TimeUnit.SECONDS.toNanos(60);
  /** What the first checks of a process may take besides, all of them together, until the program runs compiled. */
  private static final long MAX_WARM_UP_NANOSECONDS = TimeUnit.SECONDS.toNanos(15);
  /** A machine that gives a check so little of itself has other troubles. */
  private static final long MAX_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);
  /** For one that turned out to be sound, as many times what it may take of a processor. */
  private static final long OF_PROCESSOR = 4;
  private static final long MAX_WAIT_SECONDS = 30;
  private static final int MAX_WAITING = 8;
  private static final long LOOK_MILLISECONDS = 50;
  private static final long LARGE_MEMORY = 512L * 1024 * 1024;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final AtomicLong WARM_UP = new AtomicLong(MAX_WARM_UP_NANOSECONDS);
  private static final CheckPlaces KNOWN =
      new CheckPlaces(MAX_CPU_NANOSECONDS, MAX_SOUND_NANOSECONDS_OF_KNOWN, WARM_UP);
  private static final CheckPlaces OPEN = new CheckPlaces(MAX_CPU_NANOSECONDS, MAX_SOUND_NANOSECONDS, WARM_UP);

  private final Semaphore waiting = new Semaphore(MAX_WAITING);
  private final Semaphore places = new Semaphore(Runtime.getRuntime().maxMemory() < LARGE_MEMORY ? 1 : 2, true);
  private final long most;
  private final long ofSound;
  private final AtomicLong warmUp;

  /** The thread of a check. */
  private static final class CheckThread extends Thread {

    private volatile boolean isSound;

    CheckThread(Runnable check) {
      super(check, "tuodi-check");
      setDaemon(true);
    }
  }

  /**
   * Places.
   *
   * @param most what a check may take of a processor, in nanoseconds
   * @param ofSound what it may take besides once nothing wrong was found, in nanoseconds
   * @param warmUp what checks may take besides until they have used it up between them, in nanoseconds
   */
  CheckPlaces(long most, long ofSound, AtomicLong warmUp) {
    this.most = most;
    this.ofSound = ofSound;
    this.warmUp = warmUp;
  }

  static CheckPlaces of(CheckClient client) {
    return client.isKnown() ? KNOWN : OPEN;
  }

  /**
   * Runs a check.
   *
   * @param client for whom
   * @param check what ends with {@link CancellationException} when its thread is interrupted
   * @return its result; empty where it took too long, or nobody waits for it any more
   * @throws DeskRefusal if too many checks wait
   */
  <T> Optional<T> run(CheckClient client, Callable<T> check) {
    enter();
    CompletableFuture<T> result = new CompletableFuture<>();
    CheckThread thread = new CheckThread(() -> {
      try {
        result.complete(check.call());
      } catch (CancellationException e) {
        result.cancel(false);
      } catch (Throwable e) {
        result.completeExceptionally(e);
      } finally {
        warmUp.addAndGet(-THREADS.getCurrentThreadCpuTime());
        places.release();
      }
    });
    thread.start();
    return await(client, thread, result);
  }

  /** What is checked on this thread turned out to be sound: what is left to do takes as long as it has rows. */
  static void foundSound() {
    if (Thread.currentThread() instanceof CheckThread check) {
      check.isSound = true;
    }
  }

  private void enter() {
    if (!waiting.tryAcquire()) {
      throw busy();
    }
    try {
      if (!places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      waiting.release();
    }
  }

  private static DeskRefusal busy() {
    return new DeskRefusal(Reason.BUSY, Message.of("desk.too-many-workbooks-are-being-checked"));
  }

  private <T> Optional<T> await(CheckClient client, CheckThread thread, CompletableFuture<T> result) {
    long start = System.nanoTime();
    long mostOfThis = most + Math.max(0, warmUp.get());
    while (true) {
      try {
        return Optional.of(result.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        boolean isOver = THREADS.getThreadCpuTime(thread.getId()) > mostOfThis + (thread.isSound ? ofSound : 0)
            || System.nanoTime() - start > MAX_NANOSECONDS + (thread.isSound ? OF_PROCESSOR * ofSound : 0);
        if (isOver || client.hasLeft().getAsBoolean()) {
          // It ends as soon as it notices; its place is free then, and not before.
          thread.interrupt();
          return Optional.empty();
        }
      } catch (InterruptedException e) {
        thread.interrupt();
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (CancellationException e) {
        return Optional.empty();
      } catch (ExecutionException e) {
        throw rethrown(e.getCause());
      }
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
