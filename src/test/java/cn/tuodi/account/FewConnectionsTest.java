package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.Wanted;
import cn.tuodi.operation.RunningService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However few connections a replica has, those who wait for an account leave one to the others. */
class FewConnectionsTest {

  private static final int KEPT = 5;

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService callers = Executors.newCachedThreadPool(work -> {
    Thread thread = new Thread(work);
    threads.add(thread);
    return thread;
  });

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"POSTGRESQL,2", "POSTGRESQL,4", "EMBEDDED,2", "EMBEDDED,4"})
  @DisplayName("While claims wait for accounts that somebody else has locked, others are settled on the connection that is left")
  void left(BothDatabases.Kind kind, int connections) throws InterruptedException, ExecutionException {
    try (AccountDatabase database = databases.open(kind, connections)) {
      Books books = BothDatabases.books(database);
      String name = "left-" + connections + "-";
      List<Future<Settled>> waiting = new ArrayList<>();
      whileLocked(kind, name, () -> {
        waiting.addAll(settling(books, name));
        RunningService.waitUntil("as many wait as may", () -> locking() >= connections - 1);
        for (int i = 1; i <= 3; i++) {
          assertTrue(settled(books, name + "free", i).isNew());
        }
        assertTrue(waiting.stream().noneMatch(Future::isDone), "none of those has failed yet that wait");
        return null;
      });
      for (Future<Settled> one : waiting) {
        assertTrue(one.get().isNew());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("However many claims wait for a locked account, some threads are enough for them and all others")
  void fewThreads(BothDatabases.Kind kind) throws InterruptedException, ExecutionException {
    ExecutorService few = Executors.newFixedThreadPool(6);
    try (AccountDatabase database = databases.open(kind, 4)) {
      Books books = BothDatabases.books(database);
      List<CompletableFuture<Settled>> waiting = new ArrayList<>();
      whileLocked(kind, "threads-", () -> {
        for (int i = 2; i <= 28; i++) {
          waiting.add(settling(books, "threads-" + i % KEPT, i, few));
        }
        for (int i = 1; i <= 3; i++) {
          assertTrue(settling(books, "threads-free", i, few).get().isNew());
        }
        assertTrue(waiting.stream().noneMatch(Future::isDone), "none of those has failed yet that wait");
        return null;
      });
      for (CompletableFuture<Settled> one : waiting) {
        assertTrue(one.get().isNew());
      }
    } finally {
      few.shutdownNow();
    }
  }

  private static CompletableFuture<Settled> settling(Books books, String person, int claim, Executor executor) {
    return books.settlements().settle(BothDatabases.claim(person + "-" + claim, person, 9_000, claim),
        BothDatabases.WRITER, null, executor).toCompletableFuture();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("One connection serves those who wait and the others in turn")
  void inTurn(BothDatabases.Kind kind) throws InterruptedException, ExecutionException {
    try (AccountDatabase database = databases.open(kind, 1)) {
      Books books = BothDatabases.books(database);
      List<Future<Settled>> waiting = new ArrayList<>();
      whileLocked(kind, "turn-", () -> {
        waiting.addAll(settling(books, "turn-"));
        RunningService.waitUntil("one waits", () -> locking() > 0);
        waiting.add(callers.submit(() -> settled(books, "turn-free", 1)));
        return null;
      });
      for (Future<Settled> one : waiting) {
        assertTrue(one.get().isNew());
      }
    }
  }

  /** Does something while another program has some accounts locked. */
  private static void whileLocked(BothDatabases.Kind kind, String name, Callable<Void> work) {
    IntStream.range(0, KEPT).forEach(i -> settled(databases.books(kind), name + i, 1));
    databases.books(kind).transactions().inTransaction(open -> {
      open.lock(
          IntStream.range(0, KEPT).mapToObj(i -> new Wanted(new AccountKey(name + i, 2023, "45"), null)).toList());
      try {
        return work.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** A claim on each of these accounts. */
  private List<Future<Settled>> settling(Books books, String name) {
    return IntStream.range(0, KEPT).mapToObj(i -> callers.submit(() -> settled(books, name + i, 2))).toList();
  }

  private static Settled settled(Books books, String person, int claim) {
    return books.settlements().settle(BothDatabases.claim(person + "-" + claim, person, 9_000, claim),
        BothDatabases.WRITER, null);
  }

  /** How many wait in the database. */
  private long locking() {
    return List.copyOf(threads).stream().filter(thread -> Arrays.stream(thread.getStackTrace())
        .anyMatch(call -> call.getClassName().equals(AccountTransaction.class.getName())
            && call.getMethodName().equals("lock")))
        .count();
  }
}
