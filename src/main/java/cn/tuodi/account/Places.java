package cn.tuodi.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Places for which few wait, and none for long. */
final class Places {

  private final Semaphore free;
  private final int maxWaiting;
  private final long patienceMilliseconds;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Places.
   *
   * @param count how many there are
   * @param maxWaiting so many wait at once
   * @param patienceMilliseconds how long each of them waits
   */
  Places(int count, int maxWaiting, long patienceMilliseconds) {
    this.free = new Semaphore(Math.max(1, count), true);
    this.maxWaiting = maxWaiting;
    this.patienceMilliseconds = patienceMilliseconds;
  }

  /**
   * Does something that takes places, once there are enough.
   *
   * @param taken how many, at most as many as there are
   * @param work what is done; its result
   * @throws RoomTaken if there are not for too long
   */
  <T> T within(int taken, Supplier<T> work) {
    take(taken);
    try {
      return work.get();
    } finally {
      free.release(taken);
    }
  }

  private void take(int wanted) {
    if (free.tryAcquire(wanted)) {
      return;
    }
    try {
      if (waiting.incrementAndGet() > maxWaiting
          || !free.tryAcquire(wanted, patienceMilliseconds, TimeUnit.MILLISECONDS)) {
        throw new RoomTaken();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RoomTaken();
    } finally {
      waiting.decrementAndGet();
    }
  }
}
