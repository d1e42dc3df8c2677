package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checks have places, and end. */
class CheckPlacesTest {

  private static final long NOTHING = 0;
  private static final long PLENTY = TimeUnit.MINUTES.toNanos(1);

  @Test
  @DisplayName("A check that takes more of a processor than it may is stopped")
  void budget() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    assertEquals(Optional.empty(),
        new CheckPlaces(NOTHING, NOTHING, new AtomicLong()).run(CheckClient.ANYBODY, () -> endless(stopped)));
    assertTrue(stopped.await(1, TimeUnit.MINUTES));
  }

  @Test
  @DisplayName("The first checks of a process have more of it, between them, while the program is not compiled yet")
  void warmUp() throws InterruptedException {
    long little = TimeUnit.MILLISECONDS.toNanos(200);
    AtomicLong warmUp = new AtomicLong(little);
    CheckPlaces places = new CheckPlaces(NOTHING, NOTHING, warmUp);
    long[] taken = new long[1];
    assertEquals(Optional.empty(), places.run(CheckClient.ANYBODY, () -> {
      try {
        return endless(new CountDownLatch(1));
      } finally {
        taken[0] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      }
    }));
    assertEquals(Optional.empty(), places.run(CheckClient.ANYBODY, () -> endless(new CountDownLatch(1))),
        "begins when the place is free");
    assertTrue(taken[0] > little, "the first was stopped after " + taken[0]);
    assertTrue(warmUp.get() <= 0, "none is left");
  }

  @Test
  @DisplayName("What turned out to be sound has time for its rows, and no more than that")
  void sound() throws InterruptedException {
    long little = TimeUnit.MILLISECONDS.toNanos(300);
    CheckPlaces places = new CheckPlaces(NOTHING, little, new AtomicLong());
    long[] taken = new long[1];
    CountDownLatch stopped = new CountDownLatch(1);
    assertEquals(Optional.empty(), places.run(CheckClient.ANYBODY, () -> {
      CheckPlaces.foundSound();
      try {
        return endless(new CountDownLatch(1));
      } finally {
        taken[0] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        stopped.countDown();
      }
    }));
    assertTrue(stopped.await(1, TimeUnit.MINUTES));
    assertTrue(taken[0] > little, "stopped after " + taken[0]);
  }

  @Test
  @DisplayName("A check ends when its client has left")
  void left() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean gone = new AtomicBoolean();
    CheckClient client = new CheckClient(false, () -> gone.getAndSet(true));
    assertEquals(Optional.empty(),
        new CheckPlaces(PLENTY, NOTHING, new AtomicLong()).run(client, () -> endless(stopped)));
    assertTrue(stopped.await(1, TimeUnit.MINUTES));
  }

  @Test
  @DisplayName("Strangers have places apart, and what a check throws is thrown")
  void apart() {
    assertTrue(CheckPlaces.of(CheckClient.ANYBODY) != CheckPlaces.of(CheckClient.STAFF));
    assertEquals(Optional.of(1), new CheckPlaces(PLENTY, NOTHING, new AtomicLong()).run(CheckClient.STAFF, () -> 1));
    assertThrows(IllegalArgumentException.class,
        () -> new CheckPlaces(PLENTY, NOTHING, new AtomicLong()).run(CheckClient.STAFF, () -> {
          throw new IllegalArgumentException();
        }));
  }

  private static Void endless(CountDownLatch stopped) {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    stopped.countDown();
    throw new CancellationException();
  }
}
