package cn.tuodi.simulation;

import cn.tuodi.money.Money;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many persons gain and lose, and how much: what is left to a person over all claims that both policies decide,
 * compared. Used by one thread.
 */
public final class PeopleTally {

  private final Map<GainBand, Long> gaining = new EnumMap<>(GainBand.class);
  private final Map<GainBand, Long> losing = new EnumMap<>(GainBand.class);
  private long unchanged;
  private long notCompared;
  private Money gained = Money.ZERO;
  private Money lost = Money.ZERO;

  /** Takes a person with what is left less than before (a gain) or more (negative, a loss). */
  void take(Money gain) {
    if (gain.isPositive()) {
      gaining.merge(GainBand.of(gain), 1L, Long::sum);
      gained = gained.plus(gain);
    } else if (gain.isZero()) {
      unchanged++;
    } else {
      Money loss = Money.ZERO.minus(gain);
      losing.merge(GainBand.of(loss), 1L, Long::sum);
      lost = lost.plus(loss);
    }
  }

  /** Takes a person none of whose claims both policies decide. */
  void takeNotCompared() {
    notCompared++;
  }

  void add(PeopleTally other) {
    other.gaining.forEach((band, count) -> gaining.merge(band, count, Long::sum));
    other.losing.forEach((band, count) -> losing.merge(band, count, Long::sum));
    unchanged += other.unchanged;
    notCompared += other.notCompared;
    gained = gained.plus(other.gained);
    lost = lost.plus(other.lost);
  }

  /** Persons who gain an amount in a band. */
  public long gaining(GainBand band) {
    return gaining.getOrDefault(band, 0L);
  }

  /** Persons who lose an amount in a band. */
  public long losing(GainBand band) {
    return losing.getOrDefault(band, 0L);
  }

  /** Persons who gain. */
  public long gaining() {
    return gaining.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Persons who lose. */
  public long losing() {
    return losing.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Persons to whom the same is left. */
  public long unchanged() {
    return unchanged;
  }

  /** Persons none of whose claims both policies decide. */
  public long notCompared() {
    return notCompared;
  }

  /** What those who gain have together. */
  public Money gained() {
    return gained;
  }

  /** What those who lose have less together. */
  public Money lost() {
    return lost;
  }
}
