package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    assertEquals(Optional.empty(), new CheckPlaces(NOTHING).run(CheckClient.ANYBODY, () -> endless(stopped)));
    assertTrue(stopped.await(1, TimeUnit.MINUTES));
  }

  @Test
  @DisplayName("A check ends when its client has left")
  void left() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean gone = new AtomicBoolean();
    CheckClient client = new CheckClient(false, () -> gone.getAndSet(true));
    assertEquals(Optional.empty(), new CheckPlaces(PLENTY).run(client, () -> endless(stopped)));
    assertTrue(stopped.await(1, TimeUnit.MINUTES));
  }

  @Test
  @DisplayName("Strangers have places apart, and what a check throws is thrown")
  void apart() {
    assertTrue(CheckPlaces.of(CheckClient.ANYBODY) != CheckPlaces.of(CheckClient.STAFF));
    assertEquals(Optional.of(1), new CheckPlaces(PLENTY).run(CheckClient.STAFF, () -> 1));
    assertThrows(IllegalArgumentException.class, () -> new CheckPlaces(PLENTY).run(CheckClient.STAFF, () -> {
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
