package cn.tuodi.claim;

import cn.tuodi.money.Money;

/**
 * What the care cost; the four parts add up to the total.
 *
 * @param total everything billed
 * @param policyScope within the payment scope of basic insurance (政策范围内)
 * @param advance share of class-B items to pay first (乙类先行自付)
 * @param overLimit above price limits (超限价自付)
 * @param selfPaid outside the catalogues (目录外全自费)
 * @param cataloguesExceptionApproved the out-of-catalogue cost was approved as a special case
 */
public record Costs(Money total, Money policyScope, Money advance, Money overLimit, Money selfPaid,
    boolean cataloguesExceptionApproved) {

  /** What the parts add up to. */
  public Money sumOfParts() {
    return policyScope.plus(advance).plus(overLimit).plus(selfPaid);
  }

  /** Whether the parts add up to the total. */
  public boolean addUp() {
    return sumOfParts().equals(total);
  }
}
