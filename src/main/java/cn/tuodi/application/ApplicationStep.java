package cn.tuodi.application;

import cn.tuodi.policy.IdentityChanges;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Bands;
import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.ReferenceDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * An application as the rows of terms look at it.
 *
 * @param question the facts stated
 * @param ground the identity at hand, on the ground of which assistance is looked for, or null for the person as such
 * @param edition the edition, as it holds in the pooling area
 * @param ledger where the answer is written
 */
public record ApplicationStep(ApplicationQuestion question, Identity ground, EditionDescription edition,
    ApplicationLedger ledger) {

  /** Day of application as days since 1970-01-01. */
  public int getDay() {
    return (int) question.appliedOn().toEpochDay();
  }

  /** The identity at hand, by its name, or null. */
  public String getIdentity() {
    return ground == null ? null : ground.type().name();
  }

  /** The code of the identity at hand where it is a group of the place, else an empty text; null for the person as such. */
  public String getCode() {
    return ground == null ? null : ground.codeOrNone();
  }

  /** Branch of basic insurance, by its name. */
  public String getScheme() {
    return question.person().scheme().name();
  }

  /** Whether the person was insured, by the name of the state. */
  public String getEnrolment() {
    return question.person().enrolment().name();
  }

  /** Whether the household is registered locally. */
  public boolean isLocalHukou() {
    return question.person().localHukou();
  }

  /** Whether the person is rural: stated so, or by an identity on the day of application that only rural people hold. */
  public boolean isRural() {
    return question.person().rural() || question.person().identities().stream()
        .anyMatch(
            identity -> edition.identities().isRural(identity) && changes().standsOn(identity, question.appliedOn()));
  }

  /** When changes from one identity to another count. */
  IdentityChanges changes() {
    return IdentityChanges.of(question.person(), edition.parameters());
  }

  /** Whole years of age on the day of application, or null where the day of birth is not stated. */
  public Integer getAge() {
    LocalDate birth = question.person().birthDate();
    return birth == null ? null : Period.between(birth, question.appliedOn()).getYears();
  }

  /** Consecutive years of enrolment, or null where they are not stated. */
  public Integer getEnrolledYears() {
    return question.person().enrolledYears();
  }

  /**
   * The next step: the terms of a row, with the figures that the pooling area has set instead of the row's.
   *
   * @param openTo identities that it is open to
   * @param openToSeriouslyIll whether it is also open to the seriously ill, whatever they hold
   * @param reference day before which it looks back
   * @param months how many months it looks back
   * @param incomeMultiple multiple of the minimum-living standard that income per head must stay below, or null
   * @param incomeBelow what income per head must stay below, or null
   * @param bands cost that is not assisted, and the shares paid of the rest
   * @param cap limit of the year, or null for none
   * @param together whether bills of all members of the household count, or null for no
   * @param onceAYear whether it is granted once a year
   * @param source the row
   */
  public ApplicationTermsStep terms(Set<IdentityType> openTo, boolean openToSeriouslyIll, ReferenceDay reference,
      int months, BigDecimal incomeMultiple, Money incomeBelow, Bands bands, Money cap, Boolean together,
      boolean onceAYear,
      Source source) {
    LocalStandard.OnApplication standard = edition.local().onApplication(question.appliedOn());
    Schedule schedule = standard == null ? bands.schedule() : Schedule.above(
        yuan(standard.deductible(), "起付标准", standard.source()), standard.rate());
    ApplicationTermsStep terms =
        new ApplicationTermsStep(this, Boolean.TRUE.equals(together), openTo, openToSeriouslyIll, reference, months,
            new IncomeTest(incomeMultiple, incomeBelow),
            schedule, standard == null ? cap : yuan(standard.cap(), "年度限额", standard.source()),
            standard == null ? null : standard.source(), onceAYear,
            source);
    ledger.terms(terms);
    return terms;
  }

  /**
   * What an amount comes to that a row states as a multiple of a figure of the place.
   *
   * @param stated the amount as it is stated, or null
   * @param heading the heading that it stands under
   * @param row the row
   */
  public Money yuan(Amount stated, String heading, Source row) {
    return edition.baseFigures().yuan(stated, heading, row, isRural(), question.appliedOn(), ledger.derivations());
  }
}
