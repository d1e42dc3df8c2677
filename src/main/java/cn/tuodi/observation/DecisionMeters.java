package cn.tuodi.observation;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.Decision;
import cn.tuodi.edition.source.EditionId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts decisions and how long they take. Labels come from editions and enumerations only, so there are few. */
@Singleton
public final class DecisionMeters {

  private static final Duration[] STEPS = {Duration.ofNanos(50_000), Duration.ofNanos(100_000),
      Duration.ofNanos(250_000), Duration.ofNanos(500_000), Duration.ofMillis(1), Duration.ofMillis(2),
      Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250)};

  private final MeterRegistry registry;
  private final Map<EditionId, EditionCounters> editions = new ConcurrentHashMap<>();
  private final Map<BatchOutcome, Counter> batchLines = new EnumMap<>(BatchOutcome.class);
  private final Timer deciding;

  /** Meters of a registry. */
  public DecisionMeters(MeterRegistry registry) {
    this.registry = registry;
    this.deciding =
        Timer.builder("tuodi.decision.duration").description("Time to decide a claim, without HTTP and JSON")
            .serviceLevelObjectives(STEPS).register(registry);
    for (BatchOutcome outcome : BatchOutcome.values()) {
      batchLines.put(outcome,
          Counter.builder("tuodi.batch.lines").description("Lines of batches by what became of them")
              .tag("outcome", outcome.label()).register(registry));
    }
  }

  /** Measures how long a decision takes. */
  public Outcome timed(Supplier<Outcome> decision) {
    long began = System.nanoTime();
    Outcome outcome = decision.get();
    deciding.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    return outcome;
  }

  /**
   * Counts an answer that goes out; an outcome that is no decision is counted as a problem where it becomes one.
   *
   * @param intake how the claim came
   * @param outcome what became of it
   */
  public void answered(Intake intake, Outcome outcome) {
    if (outcome instanceof Decision decision) {
      of(decision.edition().id()).count(intake, decision);
    }
  }

  /** Counts a line of a batch. */
  public void line(BatchOutcome outcome) {
    batchLines.get(outcome).increment();
  }

  /** Makes the counters of an edition known before its first decision. */
  void prepare(EditionId edition) {
    of(edition);
  }

  private EditionCounters of(EditionId edition) {
    EditionCounters known = editions.get(edition);
    return known != null ? known
        : editions.computeIfAbsent(edition, id -> new EditionCounters(id.toString(), registry));
  }
}
