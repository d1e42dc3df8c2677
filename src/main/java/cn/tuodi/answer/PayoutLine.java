package cn.tuodi.answer;

import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;
import java.math.BigDecimal;
import java.util.List;

/**
 * One itemised payout.
 *
 * @param benefit what is paid
 * @param amount how much, rounded once
 * @param eligible cost it works on
 * @param deductible cost of the year below which nothing is paid, in yuan
 * @param bands how the amount before limits comes about
 * @param limits what held it down, or could have
 * @param sources provisions and rows it rests on, the deciding one first
 * @param payer who pays it
 * @param derived how the amounts came out that its rows state as multiples of a figure of the place
 */
public record PayoutLine(Benefit benefit, Money amount, Money eligible, BigDecimal deductible,
    List<Schedule.Band> bands, List<Limit> limits, List<Source> sources, Payer payer, List<Derived> derived) {

  /** A payout that is paid by whom the benefit is usually paid by. */
  public PayoutLine(Benefit benefit, Money amount, Money eligible, BigDecimal deductible, List<Schedule.Band> bands,
      List<Limit> limits, List<Source> sources) {
    this(benefit, amount, eligible, deductible, bands, limits, sources, benefit.payer(), List.of());
  }

  /** The same, paid by somebody else; null leaves it. */
  public PayoutLine paidBy(Payer other) {
    return other == null ? this
        : new PayoutLine(benefit, amount, eligible, deductible, bands, limits, sources, other, derived);
  }

  /**
   * The same, knowing how amounts came out.
   *
   * @param how how
   * @param all the rows that it rests on then
   */
  PayoutLine deriving(List<Derived> how, List<Source> all) {
    return new PayoutLine(benefit, amount, eligible, deductible, bands, limits, all, payer, how);
  }

  /** Whether a band is the cost below the deductible; a band above it may be paid at 0 %, too. */
  public boolean isBelowDeductible(Schedule.Band band) {
    return band.from().compareTo(deductible) < 0;
  }

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
