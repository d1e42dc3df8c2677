package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** What is told of years at once stays within the room that there is. */
class ReadingRoomTest {

  @Test
  @DisplayName("Who needs more than is free waits; of many who wait some are refused at once, and nobody waits for ever")
  void taken() throws InterruptedException, ExecutionException {
    ReadingRoom room = new ReadingRoom(1_000);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicInteger within = new AtomicInteger();
    ExecutorService readers = Executors.newCachedThreadPool();
    Future<Integer> first = readers.submit(() -> room.within(5_000, () -> hold(within, leave)));
    RunningService.waitUntil("somebody has most of it", () -> within.get() == 1);
    assertEquals(7, room.within(150, () -> 7), "one alone leaves some");
    Future<Integer> second = readers.submit(() -> room.within(200, () -> hold(within, leave)));
    RunningService.waitUntil("nothing is left", () -> within.get() == 2);
    List<Future<Integer>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(readers.submit(() -> room.within(1, within::get)));
    }
    RunningService.waitUntil("more than can wait are refused",
        () -> others.stream().filter(Future::isDone).count() >= 12);
    assertThrows(RoomTaken.class, () -> room.within(1, () -> 0));
    leave.countDown();
    assertEquals(2, first.get() + second.get());
    assertEquals(7, room.within(5_000, () -> 7), "it is free again, for one who needs more than there is, too");
    readers.shutdown();
  }

  private static int hold(AtomicInteger within, CountDownLatch leave) {
    within.incrementAndGet();
    try {
      leave.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return 1;
  }
}
