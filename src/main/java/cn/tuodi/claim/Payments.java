package cn.tuodi.claim;

import cn.tuodi.money.Money;

/**
 * What insurance paid before assistance, as the caller states it.
 *
 * @param basicInsurance basic insurance
 * @param criticalIllness critical-illness insurance, or null where it is not stated
 * @param employeeSupplement employees' large-cost supplement (职工大额医疗费用补助)
 * @param otherInsurance other supplementary insurance
 */
public record Payments(Money basicInsurance, Money criticalIllness, Money employeeSupplement, Money otherInsurance) {

  /** Whether critical-illness insurance is stated. */
  public boolean statesCriticalIllness() {
    return criticalIllness != null;
  }

  /** Everything stated. */
  public Money sum() {
    Money sum = basicInsurance.plus(employeeSupplement).plus(otherInsurance);
    return criticalIllness == null ? sum : sum.plus(criticalIllness);
  }
}
