package cn.tuodi.facts;

import java.util.List;

/**
 * One itemised payout.
 *
 * @param benefit what is paid
 * @param amount how much, rounded once
 * @param eligible cost it works on
 * @param bands how the amount before limits comes about
 * @param limits what held it down, or could have
 * @param sources provisions and rows it rests on, the deciding one first
 */
public record PayoutLine(Benefit benefit, Money amount, Money eligible, List<Schedule.Band> bands, List<Limit> limits,
    List<Source> sources) {

  /** What the bands add up to, before any limit. */
  public Money beforeLimits() {
    Money sum = Money.ZERO;
    for (Schedule.Band band : bands) {
      sum = sum.plus(band.amount());
    }
    return sum;
  }

  /** Whether a limit of this name held the line down. */
  public boolean isBoundBy(LimitName name) {
    for (Limit limit : limits) {
      if (limit.name() == name && limit.bound()) {
        return true;
      }
    }
    return false;
  }
}
