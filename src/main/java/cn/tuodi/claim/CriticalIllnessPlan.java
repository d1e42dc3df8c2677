package cn.tuodi.claim;

import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.util.List;

/**
 * The base schedule of critical-illness insurance (大病保险), before preferential terms.
 *
 * @param deductible yearly deductible, or null where it follows from income
 * @param disposableIncomePerHead yearly disposable income per head of which the deductible is a share, or null
 * @param tiers rates by cost above the deductible
 * @param cap yearly cap, or null for none
 * @param fromZero whether edges are counted from zero, so that a lower deductible does not move them
 */
public record CriticalIllnessPlan(Money deductible, Money disposableIncomePerHead, List<Tier> tiers, Money cap,
    boolean fromZero) {

  /** A schedule whose edges are counted from its deductible. */
  public CriticalIllnessPlan(Money deductible, Money disposableIncomePerHead, List<Tier> tiers, Money cap) {
    this(deductible, disposableIncomePerHead, tiers, cap, false);
  }

  /**
   * A rate for the cost above the deductible from an edge on.
   *
   * @param above lower edge, counted from the deductible or from zero
   * @param rate share paid
   */
  public record Tier(Money above, Rate rate) {}

  /** Whether the deductible follows from income per head. */
  public boolean isBasedOnIncome() {
    return disposableIncomePerHead != null;
  }
}
