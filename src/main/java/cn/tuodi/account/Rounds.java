package cn.tuodi.account;

import cn.tuodi.account.store.AccountsUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does in one go what several ask for at once. Whoever comes alone does not wait for others. Of those who wait, the first
 * one does it for all that can go together. Where a round fails, each of its requests is done by itself: none fails
 * because of another. What would have to be waited for is done in rounds of its own, beside the others.
 *
 * @param <Q> what is asked for
 * @param <A> what comes of it
 */
final class Rounds<Q, A> {

  /** Most requests of a round. */
  static final int MAX_TOGETHER = 64;

  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final Work<Q, A> work;
  private final Turns<Q> turns;
  private final int maxRounds;
  private final int maxPatientRounds;
  private final List<Waiting<Q, A>> waiting = new ArrayList<>();
  private int rounds;
  private int patientRounds;

  /**
   * Rounds.
   *
   * @param work does what a round asks for
   * @param turns who goes together
   * @param maxRounds so many rounds are under way at once: the fewer, the more of those who ask go together
   * @param maxPatientRounds so many wait besides, each for something else
   */
  Rounds(Work<Q, A> work, Turns<Q> turns, int maxRounds, int maxPatientRounds) {
    this.work = work;
    this.turns = turns;
    this.maxRounds = maxRounds;
    this.maxPatientRounds = maxPatientRounds;
  }

  /**
   * Does what a round asks for.
   *
   * @param <Q> what is asked for
   * @param <A> what comes of it
   */
  interface Work<Q, A> {

    /**
     * What comes of each request, in their order.
     *
     * @param patient whether to wait for what others keep; otherwise null stands for a request that has to be waited for
     */
    List<Supplier<A>> of(List<Q> round, boolean patient);
  }

  /**
   * Decides who goes together. Asked by one thread at a time.
   *
   * @param <Q> what is asked for
   */
  interface Turns<Q> {

    /** Whether a request can join a round, whose other requests are given; if so, it is in one until it leaves. */
    boolean join(Q request, List<Q> round);

    /** Whether two requests have to wait for the same. */
    boolean waitForTheSame(Q one, Q other);

    /** A request is in a round no longer. */
    void leave(Q request);

    /** Everything goes together. */
    static <Q> Turns<Q> any() {
      return new Turns<>() {
        @Override
        public boolean join(Q request, List<Q> round) {
          return true;
        }

        @Override
        public boolean waitForTheSame(Q one, Q other) {
          return true;
        }

        @Override
        public void leave(Q request) {
          // Nobody waits for it.
        }
      };
    }
  }

  /** A request, whether it is patient, and what is to be done for it once it is its turn. */
  private record Waiting<Q, A>(Q request, boolean isPatient, CompletableFuture<Turn<Q, A>> turn) {

    Waiting(Q request, boolean isPatient) {
      this(request, isPatient, new CompletableFuture<>());
    }
  }

  /**
   * What is to be done for a request: one of these.
   *
   * @param outcome gives what has come of it
   * @param task does it, which takes time, and says how to go on
   * @param again it is to be waited for once more
   */
  private record Turn<Q, A>(Supplier<A> outcome, Supplier<Turn<Q, A>> task, Waiting<Q, A> again) {

    static <Q, A> Turn<Q, A> done(Supplier<A> outcome) {
      return new Turn<>(outcome, null, null);
    }

    static <Q, A> Turn<Q, A> doing(Supplier<Turn<Q, A>> task) {
      return new Turn<>(null, task, null);
    }

    static <Q, A> Turn<Q, A> waiting(Waiting<Q, A> again) {
      return new Turn<>(null, null, again);
    }
  }

  /** Does what is asked for, with others if there are any. Throws what doing it throws. */
  A join(Q request) {
    Turn<Q, A> turn = queued(request).turn().join();
    while (turn.outcome() == null) {
      turn = turn.task() == null ? turn.again().turn().join() : turn.task().get();
    }
    return turn.outcome().get();
  }

  /**
   * The same for whoever must not wait: no thread does while it is somebody else's turn.
   *
   * @param request what is asked for
   * @param executor where it is done
   */
  CompletionStage<A> join(Q request, Executor executor) {
    return outcome(queued(request).turn(), executor);
  }

  private CompletableFuture<A> outcome(CompletableFuture<Turn<Q, A>> next, Executor executor) {
    return next.thenCompose(turn -> {
      if (turn.outcome() != null) {
        return outcome(turn);
      }
      return outcome(turn.task() == null ? turn.again().turn() : CompletableFuture.supplyAsync(turn.task(), executor),
          executor);
    });
  }

  private CompletableFuture<A> outcome(Turn<Q, A> turn) {
    try {
      return CompletableFuture.completedFuture(turn.outcome().get());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Waiting<Q, A> queued(Q request) {
    Waiting<Q, A> mine = new Waiting<>(request, false);
    synchronized (this) {
      waiting.add(mine);
      begin();
    }
    return mine;
  }

  /** Does what one asks for by itself. */
  A alone(Q request) {
    return work.of(List.of(request), true).get(0).get();
  }

  private synchronized void begin() {
    while (patientRounds < maxPatientRounds && begins(true)) {
      patientRounds++;
    }
    while (rounds < maxRounds && begins(false)) {
      rounds++;
    }
  }

  private boolean begins(boolean isPatient) {
    List<Waiting<Q, A>> round = taken(isPatient);
    if (round.isEmpty()) {
      return false;
    }
    round.get(0).turn().complete(Turn.doing(() -> done(round)));
    return true;
  }

  private List<Waiting<Q, A>> taken(boolean isPatient) {
    List<Waiting<Q, A>> round = new ArrayList<>();
    List<Q> requests = new ArrayList<>();
    for (Iterator<Waiting<Q, A>> all = waiting.iterator(); all.hasNext() && round.size() < MAX_TOGETHER;) {
      Waiting<Q, A> next = all.next();
      boolean isOfRound = next.isPatient() == isPatient
          && (!isPatient || requests.isEmpty() || turns.waitForTheSame(requests.get(0), next.request()));
      if (isOfRound && turns.join(next.request(), requests)) {
        requests.add(next.request());
        round.add(next);
        all.remove();
      }
    }
    return round;
  }

  /** Ends a round; those that have to be waited for come before whoever has come since, at the same moment. */
  private synchronized void end(List<Waiting<Q, A>> round, List<Waiting<Q, A>> patient) {
    round.forEach(one -> turns.leave(one.request()));
    waiting.addAll(0, patient);
    if (round.get(0).isPatient()) {
      patientRounds--;
    } else {
      rounds--;
    }
    begin();
  }

  /** Does a round; how the first one, who does it, goes on. */
  private Turn<Q, A> done(List<Waiting<Q, A>> round) {
    List<Turn<Q, A>> outcomes = new ArrayList<>();
    List<Waiting<Q, A>> patient = new ArrayList<>();
    boolean isDone = false;
    try {
      List<Supplier<A>> worked =
          work.of(round.stream().map(Waiting::request).toList(), round.get(0).isPatient());
      for (int i = 0; i < round.size(); i++) {
        outcomes.add(worked.get(i) == null ? later(round.get(i).request(), patient) : Turn.done(worked.get(i)));
      }
      isDone = true;
    } catch (RuntimeException e) {
      if (round.size() == 1) {
        throw e;
      }
      if (round.get(0).isPatient() && e instanceof AccountsUnavailable) {
        // All of them have waited for the same; each by itself would wait for it again.
        outcomes.addAll(Collections.nCopies(round.size(), Turn.done(() -> {
          throw e;
        })));
        isDone = true;
      }
      LOG.debugf("%d requests are done one by one: %s", round.size(), e.getClass());
    } finally {
      end(round, patient);
      for (int i = 1; i < round.size(); i++) {
        round.get(i).turn().complete(isDone ? outcomes.get(i) : byItself(round.get(i).request()));
      }
    }
    return isDone ? outcomes.get(0) : byItself(round.get(0).request());
  }

  private Turn<Q, A> byItself(Q request) {
    return Turn.doing(() -> {
      A outcome = alone(request);
      return Turn.done(() -> outcome);
    });
  }

  private Turn<Q, A> later(Q request, List<Waiting<Q, A>> patient) {
    Waiting<Q, A> again = new Waiting<>(request, true);
    patient.add(again);
    return Turn.waiting(again);
  }
}
