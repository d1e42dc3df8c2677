package cn.tuodi.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Passwords that wait to be looked at, which takes long on purpose: one after the other, on a thread that nothing else
 * needs and that after a wrong one rests as long as it has worked. Few wait; callers take turns, and of one caller who
 * has tried least on a connection comes first, so that who guesses does not keep others out.
 */
public final class PasswordAttempts implements AutoCloseable {

  /** Most that wait. */
  static final int MAX_WAITING = 64;

  /** Most that wait of one caller. */
  static final int MAX_OF_ONE_CALLER = 16;

  private static final int MAX_REMEMBERED = 256;
  /** Longest that an attempt waits, in nanoseconds. */
  static final long MAX_WAIT = TimeUnit.SECONDS.toNanos(10);
  private static final Logger LOG = Logger.getLogger(PasswordAttempts.class);

  private final List<Waiting> waiting = new ArrayList<>();
  /** The number of the turn that each of the callers had last, the one who had it longest ago first. */
  private final Map<String, Long> lastTurns = new LinkedHashMap<>();
  private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
    Thread made = new Thread(task, "passwords");
    made.setDaemon(true);
    return made;
  });
  private final LongSupplier clock;
  private long turns;
  private boolean isBusy;
  /** The one that is looked at, or null. */
  private Waiting lookedAt;

  /** What becomes of an attempt. */
  public enum Verdict {
    RIGHT,
    WRONG,
    /** Not looked at. */
    TOO_MANY
  }

  /**
   * Somebody tries a password.
   *
   * @param caller where they call from
   * @param earlier how many they have tried before on the same connection
   * @param password tells passwords apart: who tries the same one from the same place waits for the same look
   * @param look looks at the password; whether it is right
   * @param told is told what became of it, on any thread
   */
  public record Attempt(String caller, int earlier, Object password, BooleanSupplier look, Consumer<Verdict> told) {}

  /** One password of a caller, and all who wait for what becomes of it. */
  private static final class Waiting {

    private final Attempt attempt;
    private final long since;
    private final List<Consumer<Verdict>> told = new ArrayList<>(1);
    private int earlier;

    private Waiting(Attempt attempt, long since) {
      this.attempt = attempt;
      this.since = since;
      this.earlier = attempt.earlier();
      told.add(attempt.told());
    }

    private String caller() {
      return attempt.caller();
    }

    private int earlier() {
      return earlier;
    }

    private boolean isSame(Attempt other) {
      return attempt.caller().equals(other.caller()) && attempt.password().equals(other.password());
    }

    private void join(Attempt other) {
      told.add(other.told());
      earlier = Math.min(earlier, other.earlier());
    }

    private void tell(Verdict verdict) {
      told.forEach(one -> one.accept(verdict));
    }
  }

  /** Nothing waits yet. */
  public PasswordAttempts() {
    this(System::nanoTime);
  }

  /**
   * The same with a clock of its own.
   *
   * @param clock tells how long attempts have waited, in nanoseconds
   */
  PasswordAttempts(LongSupplier clock) {
    this.clock = clock;
  }

  /** Has a password looked at. */
  public void add(Attempt attempt) {
    Waiting refused;
    synchronized (this) {
      Optional<Waiting> same = Stream.concat(Stream.ofNullable(lookedAt), waiting.stream())
          .filter(other -> other.isSame(attempt)).findFirst();
      if (same.isPresent()) {
        same.get().join(attempt);
        return;
      }
      refused = placed(new Waiting(attempt, clock.getAsLong()));
      if (!isBusy && !waiting.isEmpty()) {
        isBusy = true;
        thread.execute(this::next);
      }
    }
    if (refused != null) {
      refused.tell(Verdict.TOO_MANY);
    }
  }

  /** Lets an attempt wait; who has to go for it, who may be the same, or null. */
  private Waiting placed(Waiting attempt) {
    List<Waiting> rivals = waiting.stream().filter(other -> other.caller().equals(attempt.caller())).toList();
    if (rivals.size() < MAX_OF_ONE_CALLER && waiting.size() < MAX_WAITING) {
      waiting.add(attempt);
      return null;
    }
    List<Waiting> candidates = rivals.isEmpty() ? ofTheBusiestCaller() : rivals;
    Waiting worst = candidates.stream().max(Comparator.comparingInt(Waiting::earlier)).orElseThrow();
    if (rivals.isEmpty() ? candidates.size() < 2 : worst.earlier() <= attempt.earlier()) {
      return attempt;
    }
    waiting.remove(worst);
    waiting.add(attempt);
    return worst;
  }

  private List<Waiting> ofTheBusiestCaller() {
    return waiting.stream().collect(Collectors.groupingBy(Waiting::caller)).values().stream()
        .max(Comparator.comparingInt(List::size)).orElseThrow();
  }

  private void next() {
    Waiting taken = taken();
    long began = System.nanoTime();
    boolean isRight = isRight(taken.attempt);
    // Nobody joins it any more.
    leave();
    taken.tell(isRight ? Verdict.RIGHT : Verdict.WRONG);
    long worked = System.nanoTime() - began;
    late().forEach(late -> late.tell(Verdict.TOO_MANY));
    goOn(isRight ? 0 : worked);
  }

  private synchronized void leave() {
    lookedAt = null;
  }

  /** Those who have waited so long that they had better try again, while their connection is still there. */
  private synchronized List<Waiting> late() {
    long now = clock.getAsLong();
    List<Waiting> late = waiting.stream().filter(one -> now - one.since > MAX_WAIT).toList();
    waiting.removeAll(late);
    return late;
  }

  private synchronized Waiting taken() {
    Waiting first = waiting.stream().min(Comparator.comparingLong((Waiting one) -> lastTurn(one.caller()))
        .thenComparingInt(Waiting::earlier)).orElseThrow();
    waiting.remove(first);
    lastTurns.remove(first.caller());
    lastTurns.put(first.caller(), ++turns);
    if (lastTurns.size() > MAX_REMEMBERED) {
      lastTurns.remove(lastTurns.keySet().iterator().next());
    }
    lookedAt = first;
    return first;
  }

  private long lastTurn(String caller) {
    return lastTurns.getOrDefault(caller, 0L);
  }

  private static boolean isRight(Attempt attempt) {
    try {
      return attempt.look().getAsBoolean();
    } catch (RuntimeException e) {
      LOG.error("a password could not be looked at", e);
      return false;
    }
  }

  private synchronized void goOn(long rest) {
    if (waiting.isEmpty()) {
      isBusy = false;
    } else {
      thread.schedule(this::next, rest, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
