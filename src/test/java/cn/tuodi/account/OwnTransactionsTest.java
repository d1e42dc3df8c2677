package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who have a transaction of their own leave connections and threads to others. */
class OwnTransactionsTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "16, 8"})
  @DisplayName("At most half of the connections are taken, one in any case; who finds no place in time is refused, and the next finds one")
  void places(int connections, int places) throws InterruptedException, ExecutionException {
    OwnTransactions own = new OwnTransactions(connections);
    ExecutorService callers = Executors.newCachedThreadPool();
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    List<Future<Integer>> working = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      working.add(callers.submit(() -> own.within(() -> {
        inside.incrementAndGet();
        await(end);
        return 1;
      })));
    }
    RunningService.waitUntil("all are in their places", () -> inside.get() == places);
    assertThrows(RoomTaken.class, () -> own.within(() -> 1));
    end.countDown();
    for (Future<Integer> one : working) {
      assertEquals(1, one.get());
    }
    assertEquals(2, own.within(() -> 2));
    callers.shutdown();
  }

  @Test
  @DisplayName("Work that fails gives its place back")
  void failed() {
    OwnTransactions own = new OwnTransactions(1);
    assertThrows(IllegalStateException.class, () -> own.within(() -> {
      throw new IllegalStateException();
    }));
    assertTrue(own.within(() -> true));
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
