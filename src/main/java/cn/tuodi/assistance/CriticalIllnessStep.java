package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.LineLimits;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Preference;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms on which a critical-illness plan is computed: the identities that count are gone through one by one for
 * preferential terms, and the most favourable are kept.
 */
public final class CriticalIllnessStep extends Step {

  private final InsuranceStep insurance;
  private final int index;
  private final Preference preference;

  private CriticalIllnessStep(InsuranceStep insurance, int index, Preference preference) {
    super(insurance.file(), insurance.standing());
    this.insurance = insurance;
    this.index = index;
    this.preference = preference;
  }

  static CriticalIllnessStep of(InsuranceStep insurance) {
    return new CriticalIllnessStep(insurance, 0, Preference.NONE);
  }

  /** The identity at hand, by its name, or null when all were looked at. */
  public String getType() {
    return isSettled() ? null : insurance.held().get(index).type().name();
  }

  /** The code of the identity at hand where it is a group of the place, or an empty text. */
  @Override
  public String getCode() {
    return isSettled() ? "" : insurance.held().get(index).codeOrNone();
  }

  /** Whether every identity has been looked at. */
  public boolean isSettled() {
    return index >= insurance.held().size();
  }

  /**
   * The next step after an identity that grants these terms.
   *
   * @param deductibleShare share of the deductible that remains, or null where the identity grants nothing
   * @param points percentage points added to every rate
   * @param liftsCap whether the cap falls away
   * @param source the row
   */
  public CriticalIllnessStep granting(Rate deductibleShare, Rate points, boolean liftsCap, Source source) {
    Preference granted = deductibleShare == null ? Preference.NONE
        : new Preference(deductibleShare, points, liftsCap, source);
    return new CriticalIllnessStep(insurance, index + 1, preference.orBetter(granted));
  }

  /** The terms found. */
  public Preference preference() {
    return preference;
  }

  private CriticalIllnessPlan plan() {
    return insurance.plan();
  }

  /** Whether a cap of the plan holds. */
  public boolean isCapped() {
    return plan().cap() != null && !preference.liftsCap();
  }

  /**
   * The line of critical-illness insurance: the year's schedule on these terms, at most the cap and at most what is left
   * to pay.
   */
  public PayoutLine line() {
    YearToDate before = claim().yearToDate();
    Money basis = insurance.basis();
    Schedule schedule = preference.scheduleOf(plan(), parameters().rate(Parameter.INCOME_SHARE));
    LineLimits limits = new LineLimits();
    Schedule.Share share = schedule.share(before.criticalIllnessEligible(), basis);
    Money amount = share.amount();
    if (isCapped()) {
      amount = limits.cap(LimitName.PLAN_CAP, plan().cap(), before.criticalIllnessPaid(), amount);
    }
    amount = limits.burden(insurance.burdenLeft(), amount);
    List<Source> sources = new ArrayList<>(4);
    sources.add(insurance.scope());
    if (preference.isGranted()) {
      sources.add(preference.source());
    }
    if (insurance.planSource() != null) {
      sources.add(insurance.planSource());
    }
    if (plan().isBasedOnIncome()) {
      sources.add(parameters().source(Parameter.INCOME_SHARE));
    }
    return new PayoutLine(Benefit.CRITICAL_ILLNESS, amount, basis, share.deductible(), share.bands(), limits.list(),
        sources);
  }

  /** The next step, once the line is known. */
  public SettledStep paying(PayoutLine line) {
    return new SettledStep(insurance, line.amount(), true);
  }
}
