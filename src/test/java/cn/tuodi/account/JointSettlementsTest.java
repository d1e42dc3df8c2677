package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.account.store.Wanted;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.operation.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims that come at once are settled together, and none of them suffers from another. */
class JointSettlementsTest {

  private static final int MANY = 12;

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  /** Counts the transactions of a book. */
  private record Counted(Transactions transactions, AtomicInteger count) implements Transactions {

    @Override
    public <T> T inTransaction(Function<AccountTransaction, T> work) {
      count.incrementAndGet();
      return transactions.inTransaction(work);
    }

    @Override
    public <T> T inOneStatement(Function<AccountTransaction, T> work) {
      return transactions.inOneStatement(work);
    }

    @Override
    public int atOnce() {
      return transactions.atOnce();
    }
  }

  /** Settles requests at once: the first one waits for its account, until all others wait for it. */
  private static List<Future<Settled>> atOnce(Books books, List<SettlementRequest> requests) {
    List<Thread> threads = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(requests.size(), work -> {
      Thread thread = new Thread(work);
      threads.add(thread);
      return thread;
    });
    List<Future<Settled>> settling = new ArrayList<>();
    AccountKey first = AccountKey.of(requests.get(0).claim());
    books.transactions().inTransaction(locked -> {
      locked.lock(first, null);
      for (SettlementRequest request : requests) {
        settling.add(callers.submit(
            () -> books.settlements().settle(request.claim(), request.writer(), request.by())));
        int begun = settling.size();
        RunningService.waitUntil("the claim waits", () -> begun == 1
            ? isIn(threads.get(0), AccountTransaction.class)
            : threads.get(begun - 1).getState() == Thread.State.WAITING);
      }
      return null;
    });
    callers.shutdown();
    return settling;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Accounts that somebody keeps locked delay nobody else")
  void locked(BothDatabases.Kind kind) throws InterruptedException, ExecutionException {
    Books books = databases.books(kind);
    List<String> kept = List.of("V-1", "V-2", "V-3");
    kept.forEach(person -> settledFirst(books, person));
    settledFirst(books, "W");
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    ExecutorService callers = Executors.newCachedThreadPool(work -> {
      Thread thread = new Thread(work);
      threads.add(thread);
      return thread;
    });
    List<Future<Settled>> waiting = new ArrayList<>();
    books.transactions().inTransaction(open -> {
      open.lock(kept.stream().map(person -> new Wanted(new AccountKey(person, 2023, "45"), null)).toList());
      for (String person : kept) {
        for (int i = 0; i < 3; i++) {
          Claim claim = BothDatabases.claim(person + "-" + i, person, 9_000, 2);
          waiting.add(callers.submit(() -> books.settlements().settle(claim, BothDatabases.WRITER, null)));
        }
      }
      RunningService.waitUntil("some wait", () -> List.copyOf(threads).stream()
          .filter(thread -> isIn(thread, AccountTransaction.class)).count() >= 2);
      for (int i = 0; i < 3; i++) {
        assertTrue(books.settlements().settle(BothDatabases.claim("W-" + i, "W", 9_000, 2), BothDatabases.WRITER, null)
            .isNew());
        books.settlements().settle(List.of(request(BothDatabases.claim("W+" + i, "W", 9_000, 2))))
            .forEach(outcome -> assertTrue(outcome.settled().isNew()));
      }
      assertTrue(waiting.stream().noneMatch(Future::isDone), "none of those has failed yet that wait");
      return null;
    });
    for (Future<Settled> one : waiting) {
      assertTrue(one.get().isNew());
    }
    callers.shutdown();
    for (String person : kept) {
      assertEquals(4, BothDatabases.account(books, person).bills());
    }
  }

  private static boolean isIn(Thread thread, Class<?> where) {
    for (StackTraceElement call : thread.getStackTrace()) {
      if (call.getClassName().equals(where.getName()) && call.getMethodName().equals("lock")) {
        return true;
      }
    }
    return false;
  }

  private static SettlementRequest request(Claim claim) {
    return new SettlementRequest(claim, BothDatabases.WRITER, null);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Claims of one person that come while one is booked are booked in one transaction, in their order")
  void together(BothDatabases.Kind kind) throws InterruptedException, ExecutionException {
    AtomicInteger transactions = new AtomicInteger();
    Books books = BothDatabases.books(new Counted(databases.books(kind).transactions(), transactions));
    BothDatabases.account(books, settledFirst(books, "J"));
    List<SettlementRequest> requests = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      requests.add(request(BothDatabases.claim("J-" + i, "J", 9_000 + i, 1 + i)));
    }
    transactions.set(0);
    List<Future<Settled>> settling = atOnce(books, requests);
    for (int i = 0; i < MANY; i++) {
      assertEquals(i + 2, settling.get(i).get().bill().sequence());
    }
    assertEquals(4, transactions.get(), "the one that has locked, the first claim twice, as it waits, all others");
  }

  /** An account to begin with; the person. */
  private static String settledFirst(Books books, String person) {
    books.settlements().settle(BothDatabases.claim(person + "-first", person, 9_000, 1), BothDatabases.WRITER, null);
    return person;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("One that is refused, comes twice or fails leaves those alone that are settled with it")
  void refusedAmongOthers(BothDatabases.Kind kind) throws InterruptedException, ExecutionException {
    Books books = databases.books(kind);
    settledFirst(books, "K");
    Function<Decision, String> broken = decision -> {
      throw new IllegalArgumentException("this answer cannot be written");
    };
    List<SettlementRequest> requests = List.of(request(BothDatabases.claim("K-0", "K", 9_000, 1)),
        request(BothDatabases.claim("K-1", "K", 9_000, 1)), request(BothDatabases.claim("K-first", "K", 8_000, 1)),
        request(BothDatabases.claim("K-1", "K", 9_000, 1)), request(BothDatabases.claim("K-first", "K", 9_000, 1)),
        request(BothDatabases.read(BothDatabases.json("K-2", "K", 9_000, 1).replace("selfPaid\":0", "selfPaid\":1"))),
        request(BothDatabases.claim("L-1", "L", 9_000, 1)));
    List<Future<Settled>> settling = atOnce(books, requests);
    assertTrue(settling.get(0).get().isNew());
    assertTrue(settling.get(1).get().isNew());
    assertEquals(SettlementRefusal.CLAIM_DIFFERS, refused(settling.get(2)).reason());
    assertEquals(settling.get(1).get().bill(), settling.get(3).get().bill());
    assertEquals(false, settling.get(4).get().isNew());
    assertEquals("COSTS_DO_NOT_ADD_UP", refused(settling.get(5)).refusal().code().name());
    assertTrue(settling.get(6).get().isNew());
    List<Future<Settled>> failing = atOnce(books,
        List.of(request(BothDatabases.claim("K-3", "K", 9_000, 1)), request(BothDatabases.claim("K-4", "K", 9_000, 1)),
            new SettlementRequest(BothDatabases.claim("K-5", "K", 9_000, 1), broken, null),
            request(BothDatabases.claim("K-6", "K", 9_000, 1))));
    assertTrue(failing.get(0).get().isNew());
    assertTrue(failing.get(1).get().isNew());
    assertEquals(IllegalArgumentException.class,
        assertThrows(ExecutionException.class, failing.get(2)::get).getCause().getClass());
    assertTrue(failing.get(3).get().isNew());
    assertEquals(6, BothDatabases.account(books, "K").bills());
  }

  private static SettlementRefused refused(Future<Settled> settling) {
    return (SettlementRefused) assertThrows(ExecutionException.class, settling::get).getCause();
  }

  @Test
  @DisplayName("However much is in the book, what is booked is found by its keys and never by reading a table through")
  void indexed() throws SQLException {
    int bills = 200;
    try (Connection beside = databases.connection(BothDatabases.Kind.POSTGRESQL)) {
      long before = read(beside);
      // A table that is small is read through though there is a key; it is not where that has been made dear.
      String address = databases.postgres().address() + "&options=-c%20enable_seqscan%3Doff";
      try (AccountDatabase database = BothDatabases.open(address)) {
        Settlements settlements = BothDatabases.books(database).settlements();
        for (int i = 0; i < bills; i++) {
          settlements.settle(BothDatabases.claim("N-" + i, "N" + i % 20, 9_000, 1), BothDatabases.WRITER, null);
          BothDatabases.preview(settlements, BothDatabases.claim("M-" + i, "N" + i % 20, 9_000, 1), null);
        }
        List<Wanted> wanted = IntStream.range(0, bills).mapToObj(
            i -> new Wanted(AccountKey.of(BothDatabases.claim("N-" + i, "N" + i % 20, 9_000, 1)), "N-" + i)).toList();
        database.inOneStatement(open -> open.standing(wanted));
      }
      // What has been read is told once the connections have ended.
      RunningService.waitUntil("all inserts are told", () -> {
        try {
          return BothDatabases.count(beside,
              "select n_tup_ins from pg_stat_user_tables where relname = 'entry'") >= bills;
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
      assertTrue(read(beside) - before < bills, () -> "rows were read through");
    }
  }

  private static long read(Connection beside) throws SQLException {
    return BothDatabases.count(beside,
        "select sum(seq_tup_read) from pg_stat_user_tables where relname in ('account', 'booking', 'entry')");
  }
}
