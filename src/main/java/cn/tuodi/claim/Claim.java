package cn.tuodi.claim;

import cn.tuodi.money.Money;
import java.time.LocalDate;
import java.time.Period;

/**
 * One claim as stated: facts only.
 *
 * @param claimId id of the caller
 * @param region GB/T 2260 code of the pooling area that covers the person
 * @param serviceDate discharge date or visit date; it chooses the edition
 * @param settledOn day insurance settled, or null
 * @param person the person
 * @param care the care
 * @param costs what it cost
 * @param payments what insurance paid
 * @param plan base schedule of critical-illness insurance, or null
 * @param yearToDate what had accumulated before
 * @param yearToDateStated false where the caller stated none, so that zero is assumed
 */
public record Claim(String claimId, String region, LocalDate serviceDate, LocalDate settledOn, Person person, Care care,
    Costs costs, Payments payments, CriticalIllnessPlan plan, YearToDate yearToDate, boolean yearToDateStated) {

  /** The same claim, continuing from what had accumulated. */
  public Claim continuing(YearToDate accumulated) {
    return new Claim(claimId, region, serviceDate, settledOn, person, care, costs, payments, plan, accumulated, true);
  }

  /** The same claim with what counts of the year before it: nothing of what has accumulated in another province. */
  public Claim counted() {
    return yearToDate.countsIn(region) ? this : continuing(YearToDate.startOf(yearToDate.year()).in(region));
  }

  /** Whole years of age on the service date, or null where the day of birth is not stated. */
  public Integer age() {
    return person.birthDate() == null ? null : Period.between(person.birthDate(), serviceDate).getYears();
  }

  /** In-scope cost that basic insurance left. */
  public Money leftInScope() {
    return costs.policyScope().minus(payments.basicInsurance()).atLeastZero();
  }

  /** Cost left after insurance, over everything billed. */
  public Money burdenAfter(Money criticalIllness) {
    return costs.total().minus(payments.basicInsurance()).minus(criticalIllness).minus(payments.employeeSupplement())
        .atLeastZero();
  }
}
