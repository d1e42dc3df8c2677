package cn.tuodi.desk.file;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.desk.History;
import cn.tuodi.desk.StoreCase;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A directory that does not answer holds nobody but a few threads of its own. */
class StoreAccessTest extends StoreCase {

  private static final Duration SHORT = Duration.ofMillis(50);

  private final CountDownLatch answer = new CountDownLatch(1);

  @AfterEach
  void letGo() throws InterruptedException {
    answer.countDown();
    while (StoreAccess.isHanging()) {
      Thread.onSpinWait();
    }
  }

  private void hang() {
    assertThrows(StoreAccess.NoAnswer.class, () -> StoreAccess.call("read", () -> {
      boolean waiting = true;
      while (waiting) {
        try {
          answer.await();
          waiting = false;
        } catch (InterruptedException e) {
          // A system call that hangs is not interrupted either.
        }
      }
      return null;
    }, SHORT));
  }

  @Test
  @DisplayName("Who asks while something hangs is refused at once, hundreds of times, without a thread for each")
  void nothingPilesUp() {
    hang();
    for (int i = 0; i < 220; i++) {
      assertThrows(StoreAccess.NoAnswer.class, () -> StoreAccess.read(() -> "never asked"));
    }
    long threads = Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("policy-files")).count();
    assertTrue(threads <= StoreAccess.MAX_THREADS, () -> threads + " threads");
  }

  @Test
  @DisplayName("While the directory does not answer decisions go on and the state says so; when it answers again all is well")
  void hungDirectory() throws Exception {
    put("decision-tables/guangxi/2022/medical-assistance.xlsx", Changed.rate(0.96));
    PolicyStore store = open();
    hang();
    store.refresh();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)),
        () -> assertNotNull(store.state().fault()), () -> assertTrue(store.state().isReady()),
        () -> assertFalse(store.state().isSound()),
        () -> assertEquals(DeskRefusal.Reason.STORE_FAILED,
            assertThrows(DeskRefusal.class, () -> new History(store, clock).all()).reason()),
        () -> assertFalse(PolicyStore.at(directory, clock).state().isReady(), "who starts now is not ready"));
    letGo();
    look(store);
    assertAll(() -> assertNull(store.state().fault()), () -> assertTrue(store.state().isSound()));
  }

  @Test
  @DisplayName("What an operation throws arrives as it was thrown")
  void failures() {
    assertEquals("mine", assertThrows(IllegalStateException.class, () -> StoreAccess.read(() -> {
      throw new IllegalStateException("mine");
    })).getMessage());
  }
}
