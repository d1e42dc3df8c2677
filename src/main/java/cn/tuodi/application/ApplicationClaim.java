package cn.tuodi.application;

import cn.tuodi.claim.Costs;
import cn.tuodi.claim.Payments;
import cn.tuodi.money.Money;
import java.time.LocalDate;

/**
 * A bill that an application names.
 *
 * @param claimId id of the caller
 * @param memberId the member of the household whose bill it is, or null for the applicant
 * @param serviceDate day of discharge or visit
 * @param costs the bill
 * @param payments what insurance has paid
 * @param assistanceReceived assistance already received for it
 */
public record ApplicationClaim(String claimId, String memberId, LocalDate serviceDate, Costs costs, Payments payments,
    Money assistanceReceived) {

  /** A bill of the applicant. */
  public ApplicationClaim(String claimId, LocalDate serviceDate, Costs costs, Payments payments,
      Money assistanceReceived) {
    this(claimId, null, serviceDate, costs, payments, assistanceReceived);
  }

  /** In-scope cost that nobody has paid yet. */
  public Money burden() {
    return costs.policyScope().minus(payments.basicInsurance()).minus(payments.criticalIllness())
        .minus(payments.employeeSupplement()).minus(payments.otherInsurance()).minus(assistanceReceived).atLeastZero();
  }

  /** The same before other insurance. */
  public Money burdenWithOtherInsurance() {
    return costs.policyScope().minus(payments.basicInsurance()).minus(payments.criticalIllness())
        .minus(payments.employeeSupplement()).minus(assistanceReceived).atLeastZero();
  }
}
