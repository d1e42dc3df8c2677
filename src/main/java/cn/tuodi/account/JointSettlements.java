package cn.tuodi.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Settles claims that come at once in one transaction: what is written to the disk for one is written for all of them. An
 * account is in one {@link Rounds round} at a time, so that many claims of one person wait for each other once and not at
 * every claim. Claims of an account that somebody else has locked wait for it by themselves, and nobody with them.
 */
final class JointSettlements {

  private static final Logger LOG = Logger.getLogger(JointSettlements.class);
  /** One is computed while another one waits for the database. */
  private static final int MAX_ROUNDS = 2;
  /** So many wait for accounts that somebody else has locked. */
  private static final int MAX_PATIENT_ROUNDS = 4;

  private final Transactions transactions;
  private final BookingRules rules;
  private final Rounds<SettlementRequest, Settled> rounds;

  /**
   * Settlements of a book.
   *
   * @param transactions the accounts
   * @param rules what holds for all bookings
   */
  JointSettlements(Transactions transactions, BookingRules rules) {
    this.transactions = transactions;
    this.rules = rules;
    this.rounds = new Rounds<>(this::settled, new EachOnce(), MAX_ROUNDS, patientRounds(transactions.atOnce()));
  }

  /** Those that wait leave a connection to those that need not; where there is one only, it is for both in turn. */
  private static int patientRounds(int connections) {
    return Math.max(1, Math.min(MAX_PATIENT_ROUNDS, connections - 1));
  }

  private List<Supplier<Settled>> settled(List<SettlementRequest> requests, boolean patient) {
    List<Supplier<Settled>> settled = new ArrayList<>();
    outcomes(requests, patient).forEach(outcome -> settled.add(outcome == null ? null : outcome::settled));
    return settled;
  }

  /** Those go together whose account and claim are in no other round; no claim twice. */
  private static final class EachOnce implements Rounds.Turns<SettlementRequest> {

    private final Set<AccountKey> accounts = new HashSet<>();
    private final Set<String> claims = new HashSet<>();

    @Override
    public boolean join(SettlementRequest request, List<SettlementRequest> round) {
      AccountKey account = request.account();
      boolean isFree = !accounts.contains(account)
          || round.stream().anyMatch(other -> other.account().equals(account));
      if (isFree && claims.add(request.claim().claimId())) {
        accounts.add(account);
        return true;
      }
      return false;
    }

    @Override
    public boolean waitForTheSame(SettlementRequest one, SettlementRequest other) {
      return one.account().equals(other.account());
    }

    @Override
    public void leave(SettlementRequest request) {
      accounts.remove(request.account());
      claims.remove(request.claim().claimId());
    }
  }

  /** Settles a claim, as {@link Settlements#settle}. */
  Settled settle(SettlementRequest request) {
    return rounds.join(request);
  }

  /** The same for whoever must not wait. */
  CompletionStage<Settled> settle(SettlementRequest request, Executor executor) {
    return rounds.join(request, executor);
  }

  /** Settles claims in their order, as {@link Settlements#settle(List)}. */
  List<SettlementOutcome> settleInOrder(List<SettlementRequest> requests) {
    List<SettlementOutcome> outcomes = new ArrayList<>();
    for (int from = 0; from < requests.size();) {
      Set<String> ids = new HashSet<>();
      int to = from;
      while (to < requests.size() && ids.size() < Rounds.MAX_TOGETHER
          && ids.add(requests.get(to).claim().claimId())) {
        to++;
      }
      outcomes.addAll(roundInOrder(requests.subList(from, to)));
      from = to;
    }
    return outcomes;
  }

  private List<SettlementOutcome> roundInOrder(List<SettlementRequest> requests) {
    List<SettlementOutcome> outcomes = new ArrayList<>();
    try {
      outcomes.addAll(outcomes(requests, false));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      LOG.debugf("%d claims are settled one by one: %s", requests.size(), e.getClass());
      outcomes.addAll(Collections.nCopies(requests.size(), null));
    }
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) == null) {
        outcomes.set(i, byItself(requests.get(i)));
      }
    }
    return outcomes;
  }

  private SettlementOutcome byItself(SettlementRequest request) {
    try {
      return SettlementOutcome.of(rounds.alone(request));
    } catch (AccountsUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      return SettlementOutcome.of(e);
    } catch (StackOverflowError | LinkageError e) {
      return SettlementOutcome.of(new IllegalStateException(e));
    }
  }

  private List<SettlementOutcome> outcomes(List<SettlementRequest> requests, boolean patient) {
    return transactions.inTransaction(open -> new SettlementRound(open, rules).settle(requests, patient));
  }
}
