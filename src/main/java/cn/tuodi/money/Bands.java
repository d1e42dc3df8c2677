package cn.tuodi.money;

import java.util.ArrayList;
import java.util.List;

/** Gathers the bands of a schedule one after the other, as the columns of a row state them. */
public final class Bands {

  private final List<Schedule.Tier> tiers = new ArrayList<>();
  private Money edge;

  /**
   * A schedule of one band so far.
   *
   * @param deductible cost below which nothing is paid, or null for none
   * @param rate share paid above it
   */
  public Bands(Money deductible, Rate rate) {
    tiers.add(new Schedule.Tier((deductible == null ? Money.ZERO : deductible).inYuan(), rate));
  }

  /** The edge at which a further band begins; null for none. */
  public void from(Money value) {
    this.edge = value;
  }

  /** The share paid from that edge on; null for none. */
  public void at(Rate rate) {
    if (edge != null) {
      tiers.add(new Schedule.Tier(edge.inYuan(), rate));
    }
  }

  /** The schedule. */
  public Schedule schedule() {
    return Schedule.of(tiers);
  }
}
