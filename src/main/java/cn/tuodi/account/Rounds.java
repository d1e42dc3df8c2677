package cn.tuodi.account;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does in one go what several ask for at once. Whoever comes alone does not wait for others. Of those who wait, the first
 * one does it for all that can go together. Where a round fails, each of its requests is done by itself: none fails
 * because of another.
 *
 * @param <Q> what is asked for
 * @param <A> what comes of it
 */
final class Rounds<Q, A> {

  /** Most requests of a round. */
  static final int MAX_TOGETHER = 64;

  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private final Function<List<Q>, List<Supplier<A>>> work;
  private final Turns<Q> turns;
  private final int maxRounds;
  private final List<Waiting<Q, A>> waiting = new ArrayList<>();
  private int rounds;

  /**
   * Rounds.
   *
   * @param work does what a round asks for; what comes of each, in their order
   * @param turns who goes together
   * @param maxRounds so many rounds are under way at once: the fewer, the more of those who ask go together
   */
  Rounds(Function<List<Q>, List<Supplier<A>>> work, Turns<Q> turns, int maxRounds) {
    this.work = work;
    this.turns = turns;
    this.maxRounds = maxRounds;
  }

  /**
   * Decides who goes together. Asked by one thread at a time.
   *
   * @param <Q> what is asked for
   */
  interface Turns<Q> {

    /** Whether a request can join a round, whose other requests are given; if so, it is in one until it leaves. */
    boolean join(Q request, List<Q> round);

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
        public void leave(Q request) {
          // Nobody waits for it.
        }
      };
    }
  }

  /** A request, and what is to be done for it once it is its turn. */
  private record Waiting<Q, A>(Q request, CompletableFuture<Turn<A>> turn) {}

  /**
   * What is to be done for a request.
   *
   * @param outcome does it
   * @param isDone whether another one has done it already
   */
  private record Turn<A>(Supplier<A> outcome, boolean isDone) {}

  /** Does what is asked for, with others if there are any. Throws what doing it throws. */
  A join(Q request) {
    return queued(request).join().outcome().get();
  }

  /**
   * The same for whoever must not wait.
   *
   * @param request what is asked for
   * @param executor where it is done
   */
  CompletionStage<A> join(Q request, Executor executor) {
    return queued(request).thenCompose(turn -> turn.isDone() ? outcome(turn)
        : CompletableFuture.supplyAsync(turn.outcome(), executor));
  }

  private static <A> CompletableFuture<A> outcome(Turn<A> turn) {
    try {
      return CompletableFuture.completedFuture(turn.outcome().get());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Turn<A>> queued(Q request) {
    Waiting<Q, A> mine = new Waiting<>(request, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(mine);
      begin();
    }
    return mine.turn();
  }

  /** Does what one asks for by itself. */
  A alone(Q request) {
    return work.apply(List.of(request)).get(0).get();
  }

  private synchronized void begin() {
    while (rounds < maxRounds) {
      List<Waiting<Q, A>> round = taken();
      if (round.isEmpty()) {
        return;
      }
      rounds++;
      round.get(0).turn().complete(new Turn<>(() -> done(round), false));
    }
  }

  private List<Waiting<Q, A>> taken() {
    List<Waiting<Q, A>> round = new ArrayList<>();
    List<Q> requests = new ArrayList<>();
    for (Iterator<Waiting<Q, A>> all = waiting.iterator(); all.hasNext() && round.size() < MAX_TOGETHER;) {
      Waiting<Q, A> next = all.next();
      if (turns.join(next.request(), requests)) {
        requests.add(next.request());
        round.add(next);
        all.remove();
      }
    }
    return round;
  }

  private synchronized void end(List<Waiting<Q, A>> round) {
    round.forEach(one -> turns.leave(one.request()));
    rounds--;
    begin();
  }

  /** Does a round; what comes of the first one, who does it. */
  private A done(List<Waiting<Q, A>> round) {
    List<Supplier<A>> outcomes = null;
    try {
      outcomes = work.apply(round.stream().map(Waiting::request).toList());
    } catch (RuntimeException e) {
      if (round.size() == 1) {
        throw e;
      }
      LOG.debugf("%d requests are done one by one: %s", round.size(), e.getClass());
    } finally {
      end(round);
      for (int i = 1; i < round.size(); i++) {
        Q request = round.get(i).request();
        round.get(i).turn().complete(outcomes == null ? new Turn<>(() -> alone(request), false)
            : new Turn<>(outcomes.get(i), true));
      }
    }
    return outcomes == null ? alone(round.get(0).request()) : outcomes.get(0).get();
  }
}
