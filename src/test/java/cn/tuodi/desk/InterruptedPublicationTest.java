package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.file.StoreAccess;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Publication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A publication that stops anywhere, and several at once. */
class InterruptedPublicationTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");

  @AfterEach
  void mendDisk() {
    StoreAccess.meet(operation -> {});
  }

  /** From one writing on nothing reaches the disk any more, as if the process had been killed before it. */
  private static void killBefore(int writing) {
    AtomicInteger writings = new AtomicInteger();
    StoreAccess.meet(operation -> {
      if (!operation.equals("read") && writings.getAndIncrement() >= writing) {
        throw new IOException("killed");
      }
    });
  }

  @Test
  @DisplayName("Killed between any two writings, a publication is there or not: history and decisions agree, and the next succeeds")
  void killedAnywhere() {
    PolicyStore first = open();
    Desk desk = new Desk(first, clock);
    new Publisher(first, desk, clock).publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    boolean answered = false;
    int killed = 0;
    for (int writing = 0; !answered; writing++) {
      PolicyStore store = open();
      int before = new History(store, clock).all().size();
      boolean forth = paid(store).equals(yuan("13440.00"));
      killBefore(writing);
      try {
        new Publisher(store, new Desk(store, clock), clock).again(Changed.EDITION, forth ? 0 : 1, null, AT_ONCE);
        answered = true;
      } catch (DeskRefusal e) {
        killed++;
      }
      StoreAccess.meet(operation -> {});
      PolicyStore afterwards = open();
      int now = new History(afterwards, clock).all().size();
      boolean made = now == before + 1;
      boolean acknowledged = answered;
      assertAll("before writing " + writing, () -> assertTrue(made || now == before),
          () -> assertTrue(made || !acknowledged, "acknowledged and lost"),
          () -> assertEquals(yuan(forth != made ? "13440.00" : "13300.00"), paid(afterwards)),
          () -> assertTrue(afterwards.state().isSound() && afterwards.state().isReady()),
          () -> assertEquals(List.of(), new History(afterwards, clock).verify()));
    }
    assertTrue(killed > 3, "a publication is more than a few writings");
  }

  @Test
  @DisplayName("A disk that is full or read-only refuses a publication and what is in force stays; with room it is made")
  void fullDisk() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    String draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id();
    StoreAccess.meet(operation -> {
      if (Arrays.asList("write", "createDirectories", "move").contains(operation)) {
        throw new IOException("No space left on device");
      }
    });
    Publisher publisher = new Publisher(store, desk, clock);
    assertEquals(DeskRefusal.Reason.STORE_FAILED,
        assertThrows(DeskRefusal.class, () -> publisher.publish(draft, AT_ONCE)).reason());
    assertEquals(yuan("13300.00"), paid(store));
    StoreAccess.meet(operation -> {});
    publisher.publish(draft, AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("Of several who publish and go back on the same ground at once one does, nobody else's draft is lost, and the chain is whole")
  void atOnce() throws InterruptedException, ExecutionException {
    PolicyStore first = open();
    Desk desk = new Desk(first, clock);
    new Publisher(first, desk, clock).publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    List<String> drafts = List.of(draft(desk, "李明"), draft(desk, "赵强"));
    List<Callable<Publication>> replicas = new ArrayList<>();
    for (String draft : drafts) {
      replicas.add(onReplica(publisher -> publisher.again(Changed.EDITION, 0, 1, AT_ONCE)));
      replicas.add(onReplica(publisher -> publisher.publish(draft, AT_ONCE)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(replicas.size());
    List<Publication> made = new ArrayList<>();
    for (Future<Publication> answer : threads.invokeAll(replicas)) {
      Optional.ofNullable(answer.get()).ifPresent(made::add);
    }
    threads.shutdown();
    assertEquals(1, made.size());
    PolicyStore afterwards = open();
    assertEquals(List.of(), new History(afterwards, clock).verify());
    assertEquals(2, new History(afterwards, clock).all().size());
    assertEquals(yuan(made.get(0).hasWorkbooks() ? "13580.00" : "13300.00"), paid(afterwards));
    assertEquals(made.get(0).hasWorkbooks() ? 1 : 2, new Desk(afterwards, clock).drafts().drafts().size());
  }

  /** A draft of a person; who sends the same twice would find the first again. */
  private static String draft(Desk desk, String by) {
    return desk.begin(Changed.TABLE, Changed.rate(0.97), by, null).id();
  }

  /** Publishes by a store of its own; null where somebody else was faster. */
  private Callable<Publication> onReplica(Function<Publisher, Publication> publishing) {
    PolicyStore replica = open();
    return () -> {
      try {
        return publishing.apply(new Publisher(replica, new Desk(replica, clock), clock));
      } catch (DeskRefusal e) {
        assertEquals(DeskRefusal.Reason.BASE_CHANGED, e.reason(), e::getMessage);
        return null;
      }
    };
  }
}
