package cn.tuodi.assistance;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.Scheme;
import cn.tuodi.money.Money;
import cn.tuodi.policy.CriticalIllnessScope;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Standing;
import java.util.List;

/** The class of the person is known; what insurance pays before assistance is to be settled. */
public final class InsuranceStep extends Step {

  private final CriticalIllnessScope.Entry scope;
  private final List<Identity> held;
  private final LocalStandard.Plan localPlan;
  private CriticalIllnessPlan planInYuan;

  InsuranceStep(DecisionContext file, Standing standing, List<Identity> held) {
    super(file, standing);
    this.scope = file.scope().on(careType(), getDay());
    this.held = held;
    file.ledger().classify(standing, held);
    this.localPlan = isPlanStated() ? null : local().plan(claim().person(), isRural(), claim().serviceDate());
  }

  /** Whether the caller stated what had accumulated in the year. */
  public boolean isYearToDateStated() {
    return claim().yearToDateStated();
  }

  /** The row that says whether the care is in scope. */
  public Source scope() {
    return scope.source();
  }

  /** Identities that count, for preferential terms. */
  List<Identity> held() {
    return held;
  }

  /** Whether the caller states a payment that only an insured person can have had. */
  public boolean isPaymentStated() {
    return claim().payments().basicInsurance().isPositive()
        || claim().payments().statesCriticalIllness() && claim().payments().criticalIllness().isPositive();
  }

  /** Whether the payments stated contradict the enrolment stated. */
  public boolean isContradictory() {
    return !isInsured() && isPaymentStated();
  }

  /** Whether a plan is stated. */
  public boolean isPlanStated() {
    return claim().plan() != null;
  }

  /** Whether a plan is stated, or set by the pooling area. */
  public boolean isPlanKnown() {
    return isPlanStated() || localPlan != null;
  }

  /** The plan: the one stated, else that of the pooling area. */
  CriticalIllnessPlan plan() {
    if (planInYuan == null) {
      planInYuan = localPlan == null ? claim().plan()
          : localPlan.plan().inYuan((amount, heading) -> yuan(amount, heading, localPlan.source()));
    }
    return planInYuan;
  }

  /** The row of the pooling area that the plan comes from, or null where it is stated. */
  Source planSource() {
    return localPlan == null ? null : localPlan.source();
  }

  /** Whether a plan is stated that cannot apply to the person or the place. */
  public boolean isPlanMisplaced() {
    return isPlanStated()
        && (isEmployee() && !parameters().has(Parameter.EMPLOYEE_PLAN)
            || claim().plan().isBasedOnIncome() && !parameters().has(Parameter.INCOME_SHARE));
  }

  /** Whether the person is insured as an employee. */
  public boolean isEmployee() {
    return claim().person().scheme() == Scheme.EMPLOYEE;
  }

  /** Whether critical-illness insurance counts for this claim: insured, in scope and of a scheme that has it. */
  public boolean isCounting() {
    return scope.covered() && isInsured() && (!isEmployee() || parameters().has(Parameter.EMPLOYEE_PLAN));
  }

  /** Whether critical-illness insurance is stated. */
  public boolean isStated() {
    return claim().payments().statesCriticalIllness();
  }

  /** The basis of critical-illness insurance: in-scope cost that basic insurance left. */
  public Money basis() {
    return claim().leftInScope();
  }

  /** What is left to pay after basic insurance, the supplement and other insurance. */
  public Money burdenLeft() {
    Payments payments = claim().payments();
    return claim().costs().total().minus(payments.basicInsurance()).minus(payments.employeeSupplement())
        .minus(payments.otherInsurance()).atLeastZero();
  }

  /** The next step where critical-illness insurance does not count: what is stated is deducted, nothing accumulates. */
  public SettledStep notCounting() {
    Money stated = isStated() ? claim().payments().criticalIllness() : Money.ZERO;
    return new SettledStep(this, stated, false);
  }

  /** The next step where the caller states what was paid. */
  public SettledStep asStated() {
    return new SettledStep(this, claim().payments().criticalIllness(), true);
  }

  /** The next step where a plan is computed: the terms of the person are looked for. */
  public CriticalIllnessStep onPlan() {
    return CriticalIllnessStep.of(this);
  }
}
