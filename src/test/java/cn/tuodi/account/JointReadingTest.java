package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.claim.Claim;
import cn.tuodi.operation.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Previews that come at once read their accounts together, and each is told of its own. */
class JointReadingTest {

  /** So many that read by themselves before others wait for them. */
  private static final int FIRST = 1;

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  /** Holds back what reads until it is let go, and counts it. */
  private record Held(Transactions transactions, AtomicInteger count, CountDownLatch go) implements Transactions {

    Held(Transactions transactions) {
      this(transactions, new AtomicInteger(), new CountDownLatch(1));
    }

    @Override
    public <T> T inTransaction(Function<AccountTransaction, T> work) {
      hold();
      return transactions.inTransaction(work);
    }

    @Override
    public <T> T inOneStatement(Function<AccountTransaction, T> work) {
      hold();
      return transactions.inOneStatement(work);
    }

    @Override
    public int atOnce() {
      return transactions.atOnce();
    }

    private void hold() {
      count.incrementAndGet();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static List<Future<Preview>> atOnce(Held held, List<Claim> claims, String by) {
    Settlements settlements = BothDatabases.books(held).settlements();
    List<Thread> threads = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(claims.size(), work -> {
      Thread thread = new Thread(work);
      threads.add(thread);
      return thread;
    });
    List<Future<Preview>> previews = new ArrayList<>();
    for (Claim claim : claims) {
      previews.add(callers.submit(() -> BothDatabases.preview(settlements, claim, by)));
      Thread last = threads.get(threads.size() - 1);
      RunningService.waitUntil("the preview waits", () -> last.getState() == Thread.State.WAITING);
    }
    callers.shutdown();
    held.go().countDown();
    return previews;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Previews at once are one reading; known, new, erased and settled ones each get what alone they would get")
  void together(BothDatabases.Kind kind) throws InterruptedException, ExecutionException, SQLException {
    Books books = databases.books(kind);
    for (String person : List.of("P", "Q", "R")) {
      books.settlements().settle(BothDatabases.claim(person + "-1", person, 60_000, 1), BothDatabases.WRITER, null);
    }
    BothDatabases.books(books.transactions(), 2023).corrections(BothDatabases.WRITER).erase("R", 2023,
        new BookingRules.Request(null, null));
    List<Claim> claims = List.of(BothDatabases.claim("P-2", "P", 9_000, 2), BothDatabases.claim("S-1", "S", 9_000, 2),
        BothDatabases.claim("P-3", "P", 60_000, 2), BothDatabases.claim("Q-2", "Q", 60_000, 2),
        BothDatabases.claim("T-1", "T", 60_000, 2), BothDatabases.claim("R-2", "R", 60_000, 2),
        BothDatabases.claim("P-2", "P", 9_000, 2), BothDatabases.claim("Q-1", "Q", 60_000, 1),
        BothDatabases.claim("P-1", "P", 60_001, 1));
    for (String by : new String[] {null, "wang"}) {
      Held held = new Held(databases.books(kind).transactions());
      List<Future<Preview>> previews = atOnce(held, claims, by);
      for (int i = 0; i < claims.size(); i++) {
        Claim claim = claims.get(i);
        Future<Preview> preview = previews.get(i);
        if (claim.claimId().equals("R-2") || claim.claimId().equals("P-1")) {
          SettlementRefused refused =
              (SettlementRefused) assertThrows(ExecutionException.class, preview::get).getCause();
          assertEquals(claim.claimId().equals("R-2") ? SettlementRefusal.YEAR_ERASED : SettlementRefusal.CLAIM_DIFFERS,
              refused.reason());
        } else {
          assertEquals(BothDatabases.preview(books.settlements(), claim, null), preview.get());
        }
      }
      int alreadySettled = 2;
      assertEquals(FIRST + 1 + alreadySettled, held.count().get());
    }
    try (Connection connection = databases.connection(kind)) {
      assertEquals(claims.size() - 1,
          BothDatabases.count(connection, "select count(*) from reading where read_by = 'wang'"),
          "everybody who looks is noted, but for whom was erased");
      assertEquals(0, BothDatabases.count(connection, "select count(*) from reading where person_id = 'R'"));
    }
  }

  @Test
  @DisplayName("Where the database fails for all, each is told so")
  void unavailable() throws InterruptedException {
    Held held = new Held(new Transactions() {
      @Override
      public <T> T inTransaction(Function<AccountTransaction, T> work) {
        throw new AccountsUnavailable(AccountFailure.SLOW);
      }

      @Override
      public <T> T inOneStatement(Function<AccountTransaction, T> work) {
        throw new AccountsUnavailable(AccountFailure.SLOW);
      }

      @Override
      public int atOnce() {
        return 1;
      }
    });
    List<Claim> claims = List.of(BothDatabases.claim("U-1", "U", 9_000, 2), BothDatabases.claim("V-1", "V", 9_000, 2),
        BothDatabases.claim("W-1", "W", 9_000, 2), BothDatabases.claim("X-1", "X", 9_000, 2));
    for (Future<Preview> preview : atOnce(held, claims, null)) {
      assertEquals(AccountsUnavailable.class,
          assertThrows(ExecutionException.class, preview::get).getCause().getClass());
    }
  }
}
