package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LineLimits;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Payments;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.OutOfScope;
import cn.tuodi.policy.Parameter;
import java.math.BigDecimal;
import java.util.List;

/** Insurance is settled; terms of assistance are looked for. */
public final class SettledStep extends AfterInsuranceStep {

  private final Money criticalIllness;
  private final Money borne;

  SettledStep(InsuranceStep insurance, Money criticalIllness, boolean counting) {
    super(insurance.file(), insurance.standing());
    this.criticalIllness = criticalIllness;
    this.borne = isLimitedByParameter() || file().edition().steps().bearing() ? null : Money.ZERO;
    ledger().settleInsurance(criticalIllness, counting ? insurance.basis() : Money.ZERO, counting);
    ledger().reach(this);
  }

  private SettledStep(SettledStep settled, Money borne) {
    super(settled.file(), settled.standing());
    this.criticalIllness = settled.criticalIllness;
    this.borne = borne;
    ledger().reach(this);
  }

  /** Critical-illness insurance paid. */
  public Money criticalIllness() {
    return criticalIllness;
  }

  /** What the institution bears, once {@link #isReady()}. */
  public Money borne() {
    return borne;
  }

  /** Whether it is settled what the institution bears. */
  public boolean isReady() {
    return borne != null;
  }

  @Override
  SettledStep settled() {
    return this;
  }

  /** Eligible cost: what insurance left of the cost that the edition counts. */
  Money eligibleCost() {
    Costs costs = claim().costs();
    Payments payments = claim().payments();
    Money eligible = costs.policyScope().minus(payments.basicInsurance()).minus(criticalIllness)
        .minus(payments.employeeSupplement());
    if (parameters().has(Parameter.ADVANCE_ELIGIBLE)) {
      eligible = eligible.plus(costs.advance());
    }
    if (parameters().has(Parameter.OVER_LIMIT_ELIGIBLE)) {
      eligible = eligible.plus(costs.overLimit());
    }
    if (parameters().has(Parameter.OTHER_INSURANCE_FIRST)) {
      eligible = eligible.minus(payments.otherInsurance());
    }
    return eligible.atLeastZero();
  }

  /** Whether the limit that the sheet of parameters sets on out-of-catalogue cost protects the person here. */
  public boolean isLimitedByParameter() {
    Costs costs = claim().costs();
    return parameters().has(Parameter.INSTITUTION_SHARE) && costs.selfPaid().isPositive()
        && !costs.cataloguesExceptionApproved() && isDesignated() && !isOutOfProvince() && isRuralLowIncome();
  }

  private boolean isRuralLowIncome() {
    boolean rural = claim().person().rural();
    boolean lowIncome = false;
    for (Identity identity : ledger().held()) {
      rural |= file().edition().identities().isRural(identity);
      lowIncome |= parameters().lists(Parameter.RURAL_LOW_INCOME, identity.type());
    }
    return rural && lowIncome;
  }

  /** The line of what the institution bears: out-of-catalogue cost above its share of the bill. */
  public PayoutLine institutionLine() {
    return institutionLine(parameters().rate(Parameter.INSTITUTION_SHARE), claim().costs().selfPaid(),
        parameters().source(Parameter.INSTITUTION_SHARE));
  }

  private PayoutLine institutionLine(Rate share, Money cost, Source source) {
    BigDecimal allowed = claim().costs().total().inYuan().multiply(share.share());
    Schedule.Share excess = Schedule.of(List.of(new Schedule.Tier(allowed, Rate.ALL))).share(Money.ZERO, cost);
    LineLimits limits = new LineLimits();
    Money amount = limits.burden(burdenLeft(), excess.amount());
    return new PayoutLine(Benefit.INSTITUTION_BORNE, amount, cost, excess.deductible(), excess.bands(),
        limits.list(), List.of(source));
  }

  /** Cost outside of the scope of the policy; what was approved as a special case does not count. */
  private Money outside(OutOfScope counted) {
    Costs costs = claim().costs();
    Money all = counted == OutOfScope.SELF_PAID ? costs.selfPaid() : costs.total().minus(costs.policyScope());
    return costs.cataloguesExceptionApproved() ? all.minus(costs.selfPaid()).atLeastZero() : all;
  }

  /**
   * The next step: what the institution bears by a row.
   *
   * @param share share of the bill that may lie outside of the scope of the policy
   * @param counted what counts as lying outside
   * @param source the row
   */
  public SettledStep bearing(Rate share, OutOfScope counted, Source source) {
    Money cost = outside(counted);
    if (!cost.isPositive()) {
      return bearing(Money.ZERO);
    }
    PayoutLine line = institutionLine(share, cost, source);
    ledger().pay(line);
    return bearing(line.amount());
  }

  /** What is left to pay before the institution's part. */
  Money burdenLeft() {
    return claim().burdenAfter(criticalIllness).minus(claim().payments().otherInsurance()).atLeastZero();
  }

  /** The same, knowing what the institution bears. */
  public SettledStep bearing(Money amount) {
    return new SettledStep(this, amount);
  }

  /** Whether the self-paid share of the bill is above the edition's line. */
  public boolean isSelfPaidShareHigh() {
    Rate line = parameters().rate(Parameter.SELF_PAID_SHARE);
    Costs costs = claim().costs();
    return line != null && costs.selfPaid().inYuan().compareTo(costs.total().inYuan().multiply(line.share())) > 0;
  }

  /** What the pooling area says of a heavy burden, or null. */
  private LocalStandard.Warning warning() {
    return local().warning(standing().personClass(), claim().serviceDate());
  }

  /** Whether the burden of the year is above the line that the pooling area has drawn. */
  public boolean isBurdenAboveLocalLine() {
    LocalStandard.Warning warning = warning();
    return warning != null && getBurden() > line(warning).inFen();
  }

  private Money line(LocalStandard.Warning warning) {
    return yuan(warning.burden(), "年度负担超过", warning.source());
  }

  /** The row that draws that line. */
  public Source localLine() {
    return warning().source();
  }

  /** The next step: the row of terms that applies. */
  public TermsStep.Builder under(Source source) {
    return new TermsStep.Builder(this, source);
  }
}
