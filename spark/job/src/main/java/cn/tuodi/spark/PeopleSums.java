package cn.tuodi.spark;

import cn.tuodi.money.Money;
import cn.tuodi.simulation.GainBand;
import java.util.EnumMap;
import java.util.Map;

/** How many persons gain and lose by the other policy, and how much. For one thread. */
final class PeopleSums {

  private final Map<GainBand, Long> gaining = new EnumMap<>(GainBand.class);
  private final Map<GainBand, Long> losing = new EnumMap<>(GainBand.class);
  private long unchanged;
  private long notCompared;
  private Money gained = Money.ZERO;
  private Money lost = Money.ZERO;

  /**
   * As it is written.
   *
   * @param gaining persons to whom less is left to pay, by how much
   * @param losing persons to whom more is left to pay, by how much
   * @param unchanged persons to whom the same is left
   * @param notCompared persons none of whose claims both policies decide
   * @param gained what those who gain have together
   * @param lost what those who lose have less together
   */
  record Written(Map<GainBand, Long> gaining, Map<GainBand, Long> losing, long unchanged, long notCompared,
      Money gained, Money lost) {}

  /** Takes a person to whom so much less is left to pay than before; null where nothing could be compared. */
  void take(Money gain) {
    if (gain == null) {
      notCompared++;
    } else if (gain.isZero()) {
      unchanged++;
    } else if (gain.isPositive()) {
      gaining.merge(GainBand.of(gain), 1L, Long::sum);
      gained = gained.plus(gain);
    } else {
      Money loss = Money.ZERO.minus(gain);
      losing.merge(GainBand.of(loss), 1L, Long::sum);
      lost = lost.plus(loss);
    }
  }

  void add(Written other) {
    other.gaining().forEach((band, count) -> gaining.merge(band, count, Long::sum));
    other.losing().forEach((band, count) -> losing.merge(band, count, Long::sum));
    unchanged += other.unchanged();
    notCompared += other.notCompared();
    gained = gained.plus(other.gained());
    lost = lost.plus(other.lost());
  }

  Written written() {
    return new Written(gaining, losing, unchanged, notCompared, gained, lost);
  }
}
