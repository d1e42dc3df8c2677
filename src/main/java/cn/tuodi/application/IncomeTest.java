package cn.tuodi.application;

import cn.tuodi.money.Money;
import java.math.BigDecimal;

/**
 * What income per head must stay below, in one of two ways; in neither where income does not matter.
 *
 * @param multiple multiple of the minimum-living standard, or null
 * @param amount an amount, or null
 */
record IncomeTest(BigDecimal multiple, Money amount) {

  /** Whether income matters. */
  boolean isThere() {
    return multiple != null || amount != null;
  }

  /** Whether an income is below it; compared without rounding. */
  boolean isMet(Money income, Money minimumLivingStandard) {
    BigDecimal threshold =
        multiple == null ? amount.inYuan() : minimumLivingStandard.inYuan().multiply(multiple);
    return income.inYuan().compareTo(threshold) < 0;
  }
}
