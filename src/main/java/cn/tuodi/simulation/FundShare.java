package cn.tuodi.simulation;

import cn.tuodi.assistance.Totals;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Scheme;
import cn.tuodi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The share of residents' in-scope inpatient cost that the funds pay: an indicator over a portfolio (桂医保发〔2022〕30号
 * 二（一）, GX30-RATIO), not a rate for one claim. The funds are basic insurance, critical-illness insurance and medical
 * assistance with its top-up; what they pay beyond the in-scope cost of a claim does not count. Maternity stays count as
 * inpatient care.
 *
 * @param claims how many claims it is over
 * @param policyScope in-scope cost
 * @param basicInsurance basic insurance on them
 * @param criticalIllness critical-illness insurance on them
 * @param assistance medical assistance and top-up on them
 * @param paid what the funds pay of the in-scope cost
 */
public record FundShare(long claims, Money policyScope, Money basicInsurance, Money criticalIllness, Money assistance,
    Money paid) {

  /** Nothing. */
  static final FundShare NONE =
      new FundShare(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

  /** With one more claim, if it is one of those that count. */
  FundShare plus(Claim claim, Totals totals) {
    if (claim.care().type().countedAs() != CareType.INPATIENT || claim.person().scheme() != Scheme.RESIDENT) {
      return this;
    }
    Money helped = totals.medicalAssistance().plus(totals.topUpAssistance());
    Money funds = totals.basicInsurance().plus(totals.criticalIllness()).plus(helped);
    Money scope = claim.costs().policyScope();
    return new FundShare(claims + 1, policyScope.plus(scope), basicInsurance.plus(totals.basicInsurance()),
        criticalIllness.plus(totals.criticalIllness()), assistance.plus(helped), paid.plus(funds.min(scope)));
  }

  /** Both together. */
  FundShare plus(FundShare other) {
    return new FundShare(claims + other.claims, policyScope.plus(other.policyScope),
        basicInsurance.plus(other.basicInsurance), criticalIllness.plus(other.criticalIllness),
        assistance.plus(other.assistance), paid.plus(other.paid));
  }

  /** The share, rounded half up to four decimals; null where there is no such cost. */
  public BigDecimal share() {
    return policyScope.isZero() ? null : paid.inYuan().divide(policyScope.inYuan(), 4, RoundingMode.HALF_UP);
  }
}
