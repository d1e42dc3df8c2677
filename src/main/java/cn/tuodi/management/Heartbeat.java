package cn.tuodi.management;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Tells how long threads leave a task waiting. There is never more than one task under way, so that nothing piles up
 * before threads that hang.
 */
final class Heartbeat {

  private final Executor threads;
  private long asked;
  private boolean isWaiting;
  private long lastWait;

  Heartbeat(Executor threads) {
    this.threads = threads;
  }

  /** Asks the threads for a sign of life, unless they still owe one. */
  void ask() {
    synchronized (this) {
      if (isWaiting) {
        return;
      }
      isWaiting = true;
      asked = System.nanoTime();
    }
    try {
      threads.execute(this::answer);
    } catch (RejectedExecutionException e) {
      // They end, or take nothing more: the sign of life stays owed.
    }
  }

  private synchronized void answer() {
    isWaiting = false;
    lastWait = System.nanoTime() - asked;
  }

  /** How long the last task has waited, or waits already, in nanoseconds. */
  synchronized long lag() {
    return isWaiting ? Math.max(lastWait, System.nanoTime() - asked) : lastWait;
  }
}
