package cn.tuodi.policy;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Preferential terms of critical-illness insurance (大病保险倾斜) that an identity brings.
 *
 * @param deductibleShare share of the deductible that remains
 * @param points percentage points added to every rate
 * @param liftsCap whether the cap falls away
 * @param source the row that grants them, or null for the plain terms
 */
public record Preference(Rate deductibleShare, Rate points, boolean liftsCap, Source source) {

  /** The plain terms. */
  public static final Preference NONE = new Preference(Rate.ALL, Rate.NONE, false, null);

  /** Whether these terms are preferential at all. */
  public boolean isGranted() {
    return source != null;
  }

  /**
   * The schedule of the year of a plan on these terms.
   *
   * @param plan the plan
   * @param incomeShare share of income per head that is the deductible, where the plan is based on income
   */
  public Schedule scheduleOf(CriticalIllnessPlan plan, Rate incomeShare) {
    BigDecimal base = plan.isBasedOnIncome() ? plan.disposableIncomePerHead().inYuan().multiply(incomeShare.share())
        : plan.deductible().inYuan();
    BigDecimal edge = base.multiply(deductibleShare.share());
    List<Schedule.Tier> raised = new ArrayList<>(plan.tiers().size());
    for (CriticalIllnessPlan.Tier tier : plan.tiers()) {
      BigDecimal from = plan.fromZero() ? tier.above().inYuan().max(edge) : edge.add(tier.above().inYuan());
      if (!raised.isEmpty() && raised.get(raised.size() - 1).from().compareTo(from) == 0) {
        // A band that ends below the deductible.
        raised.remove(raised.size() - 1);
      }
      raised.add(new Schedule.Tier(from, tier.rate().raisedBy(points)));
    }
    return Schedule.of(raised);
  }

  /** The more favourable of both: the higher rates, then the lower deductible, then the one without a cap. */
  public Preference orBetter(Preference other) {
    int byPoints = points.compareTo(other.points);
    int byDeductible = other.deductibleShare.compareTo(deductibleShare);
    if (byPoints != 0) {
      return byPoints > 0 ? this : other;
    }
    if (byDeductible != 0) {
      return byDeductible > 0 ? this : other;
    }
    return liftsCap || !other.liftsCap ? this : other;
  }
}
