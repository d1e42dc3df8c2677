package cn.tuodi.assistance;

import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.money.Money;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Standing;

/** A step of a decision after insurance is settled: rows may ask what cost the year has come to. */
public abstract class AfterInsuranceStep extends Step {

  AfterInsuranceStep(DecisionContext file, Standing standing) {
    super(file, standing);
  }

  /** What insurance has settled. */
  abstract SettledStep settled();

  /** Cost of the year left after insurance, this claim included, in fen. */
  public long getBurden() {
    return claim().yearToDate().burdenAfterInsurance().plus(claim().burdenAfter(settled().criticalIllness())).inFen();
  }

  /** Reports a burden of the year, as a row says. */
  public void warn(Source row) {
    ledger().notice(Notice.info(NoticeCode.BURDEN_WARNING, row).about(Money.fen(getBurden())));
  }

  /** Cost of this bill that counts for assistance, in fen. */
  public long getBillEligible() {
    return settled().eligibleCost().inFen();
  }

  /**
   * Cost of the year that counts for assistance, this claim included, in fen: of the kinds of care that the edition
   * measures.
   */
  public long getYearEligible() {
    Accumulator measured = parameters().accumulator(Parameter.YEAR_COST_KINDS);
    Money before = measured.of(claim().yearToDate().assistanceEligible());
    return (measured.covers(careType()) ? before.plus(settled().eligibleCost()) : before).inFen();
  }
}
