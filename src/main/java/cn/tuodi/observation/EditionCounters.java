package cn.tuodi.observation;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counters of one edition, looked up once. */
final class EditionCounters {

  private final Map<Intake, Map<Status, Counter>> decisions = new EnumMap<>(Intake.class);
  private final Map<Benefit, Counter> lines = new EnumMap<>(Benefit.class);
  private final Counter unsettled;

  EditionCounters(String edition, MeterRegistry registry) {
    for (Intake intake : Intake.values()) {
      Map<Status, Counter> counters = new EnumMap<>(Status.class);
      for (Status status : Status.values()) {
        counters.put(status,
            Counter.builder("tuodi.decisions").description("Decisions by edition, status and way of intake")
                .tags("edition", edition, "status", status.name(), "intake", intake.label()).register(registry));
      }
      decisions.put(intake, counters);
    }
    unsettled = Counter.builder("tuodi.decisions.unsettled")
        .description("Decisions that no row of the edition settled, left to a person").tags("edition", edition)
        .register(registry);
    for (Benefit benefit : Benefit.values()) {
      lines.put(benefit, Counter.builder("tuodi.payout.lines").description("Payout lines by edition and benefit")
          .tags("edition", edition, "benefit", benefit.name()).register(registry));
    }
  }

  void count(Intake intake, Decision decision) {
    decisions.get(intake).get(decision.status()).increment();
    if (intake != Intake.REPLAY) {
      if (decision.isUnsettled()) {
        unsettled.increment();
      }
      for (PayoutLine line : decision.lines()) {
        lines.get(line.benefit()).increment();
      }
    }
  }
}
