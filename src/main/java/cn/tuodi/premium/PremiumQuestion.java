package cn.tuodi.premium;

import cn.tuodi.claim.Person;
import cn.tuodi.claim.Question;
import cn.tuodi.money.Money;
import cn.tuodi.policy.EnrolmentEvent;
import java.time.LocalDate;

/**
 * The facts of a question about a premium of residents' insurance.
 *
 * @param region GB/T 2260 code of the area
 * @param person the person
 * @param insuredYear year that the premium is for
 * @param paidOn day of payment
 * @param contribution personal contribution asked for
 * @param collectionPeriodEnd last day of the collection period, or null
 * @param countyType kind of county, or null
 * @param universityStudent student of a university of the region itself
 * @param residencePermit holds a residence permit of the area
 * @param event occasion of enrolment, or null
 * @param employeeInsuranceEndedOn last day of insurance as an employee, or null
 * @param alreadySubsidised a premium of the year was subsidised already
 * @param seriouslyIll seriously ill
 */
public record PremiumQuestion(String region, Person person, int insuredYear, LocalDate paidOn, Money contribution,
    LocalDate collectionPeriodEnd, CountyType countyType, boolean universityStudent, boolean residencePermit,
    EnrolmentEvent event, LocalDate employeeInsuranceEndedOn, boolean alreadySubsidised, boolean seriouslyIll)
    implements
      Question {

  @Override
  public PremiumQuestion in(String area) {
    return new PremiumQuestion(area, person, insuredYear, paidOn, contribution, collectionPeriodEnd, countyType,
        universityStudent, residencePermit, event, employeeInsuranceEndedOn, alreadySubsidised, seriouslyIll);
  }

  /** The same about somebody else. */
  public PremiumQuestion about(Person who) {
    return with(who, collectionPeriodEnd, employeeInsuranceEndedOn);
  }

  /** The same with a date of birth. */
  public PremiumQuestion bornOn(LocalDate day) {
    return with(person.bornOn(day), collectionPeriodEnd, employeeInsuranceEndedOn);
  }

  /** The same with an end of the collection period. */
  public PremiumQuestion collectedUntil(LocalDate day) {
    return with(person, day, employeeInsuranceEndedOn);
  }

  /** The same with an end of insurance as an employee. */
  public PremiumQuestion employedUntil(LocalDate day) {
    return with(person, collectionPeriodEnd, day);
  }

  private PremiumQuestion with(Person who, LocalDate collectionEnd, LocalDate employmentEnd) {
    return new PremiumQuestion(region, who, insuredYear, paidOn, contribution, collectionEnd, countyType,
        universityStudent, residencePermit, event, employmentEnd, alreadySubsidised, seriouslyIll);
  }
}
