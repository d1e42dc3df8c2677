package cn.tuodi.observation;

import cn.tuodi.account.Correction;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.account.store.AccountWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Counts what is booked on year accounts, and how long accounts are waited for. There is nothing while they are off. */
@Singleton
public final class SettlementMeters implements AccountWatch {

  private static final Duration[] STEPS = {Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20),
      Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(3)};

  private final MeterRegistry registry;
  private Map<BookingKind, Counter> bookings;
  private Counter repeats;
  private Counter adjustments;
  private Map<AccountFailure, Counter> failures;
  private Timer waits;

  /** Meters of a registry. */
  public SettlementMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Makes the meters known, where accounts are on. */
  public void begin(BooleanSupplier isOpen, BooleanSupplier isBookable) {
    Map<BookingKind, Counter> kinds = new EnumMap<>(BookingKind.class);
    for (BookingKind kind : BookingKind.values()) {
      kinds.put(kind, Counter.builder("tuodi.accounts.bookings").description("Bookings on year accounts by kind")
          .tag("kind", kind.name().toLowerCase(java.util.Locale.ROOT)).register(registry));
    }
    bookings = kinds;
    repeats = Counter.builder("tuodi.accounts.repeats").description("Claims that were settled already, and came again")
        .register(registry);
    adjustments = Counter.builder("tuodi.accounts.adjustments")
        .description("Bills that changed because another one was corrected").register(registry);
    waits = Timer.builder("tuodi.accounts.lock.wait")
        .description("Time until an account was locked and read, or could not be locked")
        .serviceLevelObjectives(STEPS).register(registry);
    Gauge.builder("tuodi.accounts.open", () -> isOpen.getAsBoolean() ? 1 : 0)
        .description("Whether the database of year accounts is open").register(registry);
    Gauge.builder("tuodi.accounts.bookable", () -> isBookable.getAsBoolean() ? 1 : 0)
        .description("Whether it is open, and the last booking did not fail for a reason that stops all of them")
        .register(registry);
    Map<AccountFailure, Counter> reasons = new EnumMap<>(AccountFailure.class);
    for (AccountFailure reason : AccountFailure.values()) {
      reasons.put(reason, Counter.builder("tuodi.accounts.failures")
          .description("What the database of year accounts did not do, by reason")
          .tag("reason", reason.name().toLowerCase(java.util.Locale.ROOT)).register(registry));
    }
    failures = reasons;
  }

  /** Something was booked, by which so many bills besides the one that it is about have changed. */
  public void booked(BookingKind kind, int adjusted) {
    bookings.get(kind).increment();
    adjustments.increment(adjusted);
  }

  /** A correction was looked at, or booked where it has changed anything. */
  public void corrected(Correction correction) {
    int changed = correction.count();
    if (!correction.isDry() && changed > 0) {
      booked(correction.kind(), correction.kind() == BookingKind.RESETTLEMENT ? changed : changed - 1);
    }
  }

  /** A claim came again that was settled already. */
  public void repeated() {
    repeats.increment();
  }

  @Override
  public void failed(AccountFailure failure) {
    failures.get(failure).increment();
  }

  @Override
  public void waited(Duration time) {
    waits.record(time);
  }
}
