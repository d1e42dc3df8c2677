package cn.tuodi.http;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who may take how many of the threads that requests share which may wait for something. */
@ApplicationScoped
class Workers {

  private static final long SWEEP_MILLISECONDS = 500;
  /** What computes much gains nothing from more at once. */
  private static final int COMPARISONS = 2;
  private static final int REPLAYS = 8;
  /** What waits for the policy directory may wait long. */
  private static final int DESK = 32;
  private static final int PAGES = 32;
  /** What waits for the database of accounts leaves threads to everything else. */
  private static final int ACCOUNTS = 32;

  private final Turns comparisons;
  private final Turns replays;
  private final Turns desk;
  private final Turns pages;
  private final Turns accounts;

  Workers(HttpSettings settings, Vertx vertx) {
    long longest = settings.longestTurn().toNanos();
    this.comparisons = new Turns(COMPARISONS, longest);
    this.replays = new Turns(REPLAYS, longest);
    this.desk = new Turns(DESK, longest);
    this.pages = new Turns(PAGES, longest);
    this.accounts = new Turns(ACCOUNTS, longest);
    vertx.setPeriodic(SWEEP_MILLISECONDS,
        timer -> List.of(comparisons, replays, desk, pages, accounts).forEach(Turns::sweep));
  }

  /** The turns of a kind of requests. */
  Turns turns(Traffic traffic) {
    return switch (traffic) {
      case COMPARISON -> comparisons;
      case LARGE -> replays;
      case DESK, PORTFOLIO -> desk;
      case ACCOUNT -> accounts;
      case PAGE, SINGLE, OPERATIONS, DOCUMENT, BATCH -> pages;
    };
  }
}
