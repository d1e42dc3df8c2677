package cn.tuodi.account;

import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountWatch;
import cn.tuodi.account.store.AccountsUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Year accounts, where they are switched on. The database is opened beside the start, again and again until it is there:
 * whoever only asks for decisions does not wait for it.
 */
public final class YearAccounts implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(YearAccounts.class);
  private static final long FIRST_PAUSE_MILLISECONDS = 100;
  private static final long MAX_PAUSE_MILLISECONDS = 5_000;
  private static final long HOUR_MILLISECONDS = 3_600_000;
  /** So often it is looked whether a later version of the program has changed the tables. */
  private static final Duration LOOKS = Duration.ofSeconds(30);

  private final AccountPlace place;
  private final BookingRules rules;
  private final AccountWatch watch;
  private final Duration looks;
  private final ScheduledExecutorService keeper;
  private final List<Future<?>> tasks = new ArrayList<>();
  private volatile AccountDatabase database;
  private volatile Books books;
  private volatile AccountFailure notOpen = AccountFailure.NOT_OPEN;

  private YearAccounts(AccountPlace place, BookingRules rules, AccountWatch watch, Duration looks) {
    this.place = place;
    this.rules = rules;
    this.watch = watch;
    this.looks = looks;
    this.keeper = place == null ? null
        : Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "accounts-keeper"));
  }

  /** No accounts are kept. */
  public static YearAccounts off() {
    return new YearAccounts(null, null, waited -> {}, LOOKS);
  }

  /**
   * Accounts in a database, to be opened.
   *
   * @param place where it is
   * @param rules what holds for all bookings
   * @param watch is told how it does
   */
  public static YearAccounts of(AccountPlace place, BookingRules rules, AccountWatch watch) {
    return of(place, rules, watch, LOOKS);
  }

  /** The same, with another time between looks at the tables. */
  static YearAccounts of(AccountPlace place, BookingRules rules, AccountWatch watch, Duration looks) {
    return new YearAccounts(place, rules, watch, looks);
  }

  /** Begins to open the database, and does not wait. */
  public void open() {
    keeper.execute(() -> open(FIRST_PAUSE_MILLISECONDS));
  }

  private void open(long pause) {
    try {
      database = AccountDatabase.open(place, watch);
      books = new Books(database, rules);
      LOG.info("year accounts are open");
      repeat(this::forgetAnswers, HOUR_MILLISECONDS);
      repeat(this::look, looks.toMillis());
    } catch (RuntimeException e) {
      notOpen = e instanceof AccountsUnavailable unavailable ? unavailable.failure() : AccountFailure.OTHER;
      LOG.warnf("year accounts cannot be opened yet: %s", why(e));
      keeper.schedule(() -> open(Math.min(2 * pause, MAX_PAUSE_MILLISECONDS)), pause, TimeUnit.MILLISECONDS);
    }
  }

  private void repeat(Runnable task, long pause) {
    tasks.add(keeper.scheduleWithFixedDelay(task, pause, pause, TimeUnit.MILLISECONDS));
  }

  /** Looks whether the tables still serve this program: while it runs, a later version may have changed them. */
  private void look() {
    try {
      database.requireServed();
    } catch (AccountsUnavailable e) {
      if (e.failure() == AccountFailure.SCHEMA_TOO_NEW) {
        stop(e);
      }
    } catch (RuntimeException e) {
      LOG.debug("the tables are looked at the next time", e);
    }
  }

  /** Nothing is booked any more by who might write what later versions do not expect. */
  private void stop(AccountsUnavailable why) {
    notOpen = why.failure();
    books = null;
    tasks.forEach(task -> task.cancel(false));
    tasks.clear();
    database.close();
    LOG.errorf("year accounts are open no longer: %s", why(why));
    keeper.schedule(() -> open(FIRST_PAUSE_MILLISECONDS), MAX_PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private static String why(RuntimeException failure) {
    return failure instanceof AccountsUnavailable unavailable ? unavailable.kind() + ": " + unavailable.reason()
        : failure.getMessage();
  }

  private void forgetAnswers() {
    try {
      database.inTransaction(open -> {
        open.answers().forget(KeyedRequests.KEPT);
        return null;
      });
    } catch (RuntimeException e) {
      LOG.debug("answers are forgotten the next time", e);
    }
  }

  /** Whether accounts are kept at all. */
  public boolean areOn() {
    return place != null;
  }

  /** Whether the database is open. */
  public boolean areOpen() {
    return books != null;
  }

  /** Whether the database is open, and the last booking that was tried did not fail for a reason that stops all of them. */
  public boolean areBookable() {
    return books != null && database.isBookable();
  }

  /**
   * The book; empty where no accounts are kept.
   *
   * @throws AccountsUnavailable while the database could not be opened yet, or its tables are of a later version
   */
  public Optional<Books> books() {
    if (place == null) {
      return Optional.empty();
    }
    Books open = books;
    if (open == null) {
      throw new AccountsUnavailable(notOpen);
    }
    return Optional.of(open);
  }

  @Override
  public void close() {
    if (keeper == null) {
      return;
    }
    keeper.shutdownNow();
    try {
      keeper.awaitTermination(MAX_PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (database != null) {
      database.close();
    }
  }
}
