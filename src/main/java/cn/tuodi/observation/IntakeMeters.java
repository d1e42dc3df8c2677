package cn.tuodi.observation;

import cn.tuodi.answer.RefusalCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Counts claims of a topic and what went out for them. Decisions are counted with all others, as of the intake
 * {@code topic}. The meters are there once claims are taken from a topic, not before.
 */
@Singleton
public final class IntakeMeters {

  private static final Duration[] STEPS = {Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100),
      Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30),
      Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2)};

  /** Codes of dead letters besides refusals; counters start at zero, so that the first letter is seen as an increase. */
  private static final List<String> OTHER_CODES = List.of("INVALID_REQUEST", "INTERNAL_ERROR", "DECISION_NOT_TAKEN");

  private final MeterRegistry registry;
  private final Counter taken;
  private final Counter misplaced;
  private final Counter repeated;
  private final Timer delay;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Counter> deadLetters = new ConcurrentHashMap<>();

  /** Meters of a registry. */
  public IntakeMeters(MeterRegistry registry) {
    this.registry = registry;
    this.taken = Counter.builder("tuodi.intake.claims")
        .description("Messages taken from the topic of claims, those that came again included").register(registry);
    this.misplaced = Counter.builder("tuodi.intake.misplaced")
        .description("Claims whose key is not their person, so that their order is not kept").register(registry);
    this.repeated = Counter.builder("tuodi.intake.repeats")
        .description("Times that answers had to be sent again").register(registry);
    this.delay = Timer.builder("tuodi.intake.delay")
        .description("Time from the timestamp of a claim to the broker's receipt for its answer")
        .serviceLevelObjectives(STEPS).register(registry);
    Gauge.builder("tuodi.intake.open", open::get).description("Messages taken and not yet answered").register(registry);
    Stream.concat(Arrays.stream(RefusalCode.values()).map(RefusalCode::name), OTHER_CODES.stream())
        .forEach(this::deadLetter);
  }

  /** Shows whether the broker is connected. */
  public void connection(BooleanSupplier connected) {
    Gauge.builder("tuodi.intake.connected", () -> connected.getAsBoolean() ? 1 : 0)
        .description("1 while the client that takes claims is connected to a broker").register(registry);
  }

  /** Messages were taken from the topic, and are to be answered. */
  public void taken(int count) {
    taken.increment(count);
    open.set(count);
  }

  /** What was taken is answered. */
  public void done() {
    open.set(0);
  }

  /** A claim was decided whose key is not its person. */
  public void misplaced() {
    misplaced.increment();
  }

  /** Answers are sent again. */
  public void repeated() {
    repeated.increment();
  }

  /**
   * The broker has an answer.
   *
   * @param sent when its claim was sent, in milliseconds of Unix time
   */
  public void answered(long sent) {
    delay.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - sent)));
  }

  /** The broker has a dead letter. */
  public void deadLettered(String code) {
    deadLetter(code).increment();
  }

  private Counter deadLetter(String code) {
    Counter known = deadLetters.get(code);
    return known != null ? known
        : deadLetters.computeIfAbsent(code, one -> Counter.builder("tuodi.intake.dead.letters")
            .description("Dead letters by the code of their problem").tag("code", one).register(registry));
  }
}
