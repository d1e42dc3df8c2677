package cn.tuodi.http;

import io.quarkus.runtime.ExecutorRecorder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns on the threads that all requests share which may wait for something. There are fewer turns than threads for each
 * kind of request, so that none can take all threads, whatever it waits for. Who has no turn yet waits without a thread.
 */
final class Turns {

  private final int most;
  private final long longestWait;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int taken;

  /**
   * Turns.
   *
   * @param most how many there are at once
   * @param longestWait after which who waits is told that it is too late, in nanoseconds
   */
  Turns(int most, long longestWait) {
    this.most = most;
    this.longestWait = longestWait;
  }

  /** Who wants a turn. */
  interface Waiter {

    /**
     * It is their turn.
     *
     * @param turn to be used at once for what is to be done; the turn ends when that has ended
     */
    void go(Executor turn);

    /** There was no turn in time. */
    void tooLate();
  }

  private record Waiting(Waiter waiter, long since) {}

  /** Gives a turn, at once or when there is one. */
  void ask(Waiter waiter) {
    synchronized (this) {
      if (taken >= most) {
        waiting.add(new Waiting(waiter, System.nanoTime()));
        return;
      }
      taken++;
    }
    waiter.go(turn());
  }

  /** To be called every now and then: whoever waits too long is told. */
  void sweep() {
    long now = System.nanoTime();
    for (Waiting late = pollLate(now); late != null; late = pollLate(now)) {
      late.waiter().tooLate();
    }
  }

  private synchronized Waiting pollLate(long now) {
    Waiting first = waiting.peek();
    return first != null && now - first.since() > longestWait ? waiting.poll() : null;
  }

  /** The first thing that is executed has the turn; what may follow of the same request needs none. */
  private Executor turn() {
    AtomicBoolean isUsed = new AtomicBoolean();
    return task -> ExecutorRecorder.getCurrent().execute(isUsed.getAndSet(true) ? task : () -> {
      try {
        task.run();
      } finally {
        end();
      }
    });
  }

  private void end() {
    Waiting next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        taken--;
      }
    }
    if (next != null) {
      next.waiter().go(turn());
    }
  }
}
