package cn.tuodi.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.Transactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Settles claims that come at once in one transaction: what is written to the disk for one is written for all of them.
 * Whoever comes alone does not wait for others. Of those who wait, the first one settles for all that can go together;
 * an account is in one such round at a time, so that many claims of one person wait for each other once and not at every
 * claim. Where a round fails, each of its claims is settled by itself: none fails because of another.
 */
final class JointSettlements {

  private static final Logger LOG = Logger.getLogger(JointSettlements.class);
  /** So many rounds that one is decided while another one is written. */
  private static final int MAX_ROUNDS = 2;
  private static final int MAX_TOGETHER = 64;

  private final Transactions transactions;
  private final BookingRules rules;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Set<AccountKey> accounts = new HashSet<>();
  private final Set<String> claims = new HashSet<>();
  private int rounds;

  /**
   * Settlements of a book.
   *
   * @param transactions the accounts
   * @param rules what holds for all bookings
   */
  JointSettlements(Transactions transactions, BookingRules rules) {
    this.transactions = transactions;
    this.rules = rules;
  }

  /** A claim, and what is to be done by whoever waits for it once it is its turn. */
  private record Waiting(SettlementRequest request, CompletableFuture<Supplier<Settled>> turn) {

    private AccountKey account() {
      return AccountKey.of(request.claim());
    }

    private String claimId() {
      return request.claim().claimId();
    }
  }

  /** Settles a claim, as {@link Settlements#settle}. */
  Settled settle(SettlementRequest request) {
    Waiting mine = new Waiting(request, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(mine);
      begin();
    }
    return mine.turn().join().get();
  }

  private synchronized void begin() {
    while (rounds < MAX_ROUNDS) {
      List<Waiting> round = taken();
      if (round.isEmpty()) {
        return;
      }
      rounds++;
      round.get(0).turn().complete(() -> settle(round));
    }
  }

  /** Those who go together: no account and no claim that is in another round, and no claim twice. */
  private List<Waiting> taken() {
    List<Waiting> round = new ArrayList<>();
    Set<AccountKey> own = new HashSet<>();
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext() && round.size() < MAX_TOGETHER;) {
      Waiting next = all.next();
      AccountKey account = next.account();
      if ((own.contains(account) || !accounts.contains(account)) && claims.add(next.claimId())) {
        own.add(account);
        accounts.add(account);
        round.add(next);
        all.remove();
      }
    }
    return round;
  }

  private synchronized void end(List<Waiting> round) {
    for (Waiting settled : round) {
      accounts.remove(settled.account());
      claims.remove(settled.claimId());
    }
    rounds--;
    begin();
  }

  /** Settles a round; the outcome of the first one, who does it. */
  private Settled settle(List<Waiting> round) {
    List<SettlementOutcome> outcomes = null;
    try {
      outcomes = outcomes(round.stream().map(Waiting::request).toList());
    } catch (RuntimeException e) {
      if (round.size() == 1) {
        throw e;
      }
      LOG.debugf("%d claims are settled one by one: %s", round.size(), e.getClass());
    } finally {
      end(round);
      for (int i = 1; i < round.size(); i++) {
        SettlementRequest request = round.get(i).request();
        round.get(i).turn().complete(outcomes == null ? () -> alone(request) : outcomes.get(i)::settled);
      }
    }
    return outcomes == null ? alone(round.get(0).request()) : outcomes.get(0).settled();
  }

  /** Settles claims in their order, as {@link Settlements#settle(List)}. */
  List<SettlementOutcome> settleInOrder(List<SettlementRequest> requests) {
    List<SettlementOutcome> outcomes = new ArrayList<>();
    for (int from = 0; from < requests.size();) {
      Set<String> ids = new HashSet<>();
      int to = from;
      while (to < requests.size() && ids.size() < MAX_TOGETHER && ids.add(requests.get(to).claim().claimId())) {
        to++;
      }
      outcomes.addAll(roundInOrder(requests.subList(from, to)));
      from = to;
    }
    return outcomes;
  }

  private List<SettlementOutcome> roundInOrder(List<SettlementRequest> requests) {
    try {
      return outcomes(requests);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      LOG.debugf("%d claims are settled one by one: %s", requests.size(), e.getClass());
      return requests.stream().map(this::byItself).toList();
    }
  }

  private SettlementOutcome byItself(SettlementRequest request) {
    try {
      return SettlementOutcome.of(alone(request));
    } catch (AccountsUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      return SettlementOutcome.of(e);
    } catch (StackOverflowError | LinkageError e) {
      return SettlementOutcome.of(new IllegalStateException(e));
    }
  }

  private Settled alone(SettlementRequest request) {
    return outcomes(List.of(request)).get(0).settled();
  }

  private List<SettlementOutcome> outcomes(List<SettlementRequest> requests) {
    return transactions.inTransaction(open -> new SettlementRound(open, rules).settle(requests));
  }
}
