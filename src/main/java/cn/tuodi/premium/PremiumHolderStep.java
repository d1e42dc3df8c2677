package cn.tuodi.premium;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.Identity;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.PremiumOutcome;
import java.time.LocalDate;
import java.util.List;

/** The person of a question about a premium as the holder of one identity, or as such. */
public final class PremiumHolderStep {

  private final PremiumStep step;
  private final Identity identity;
  private final boolean rural;

  PremiumHolderStep(PremiumStep step, Identity identity, boolean rural) {
    this.step = step;
    this.identity = identity;
    this.rural = rural;
  }

  private PremiumQuestion question() {
    return step.question();
  }

  /** The identity, by its name, or null for the person as such. */
  public String getType() {
    return identity == null ? null : identity.type().name();
  }

  /** The code of the identity where it is a group of the place, else an empty text; null for the person as such. */
  public String getCode() {
    return identity == null ? null : identity.codeOrNone();
  }

  /** The class a county assigned, or 0. */
  public int getAssignedClass() {
    return identity == null ? 0 : identity.assignedClass();
  }

  /** Whether the identity counts on the day of payment; true for the person as such. */
  public boolean isInForce() {
    return identity == null || step.counts(identity);
  }

  /** Whether recognition and payment, in either order, came before the collection period closed. */
  public boolean isInCollectionPeriod() {
    step.ledger().asks(Unstated.COLLECTION_PERIOD_END);
    LocalDate end = question().collectionPeriodEnd();
    return end != null && !question().paidOn().isAfter(end) && (identity == null
        || !identity.recognisedOn().isAfter(end)
            && (step.counts(identity) || !identity.hasEndedBefore(question().paidOn())));
  }

  /** Whether the person is rural: as stated, or by an identity in force that only rural people hold. */
  public boolean isRural() {
    return rural;
  }

  /** Whether the person counts as severely disabled. */
  public boolean isSevere() {
    return step.isSevere();
  }

  /** Whether the person is seriously ill. */
  public boolean isSeriouslyIll() {
    return question().seriouslyIll();
  }

  /** Whether a premium of the year was subsidised already. */
  public boolean isAlreadySubsidised() {
    return question().alreadySubsidised();
  }

  /** Completed years on the day of payment. */
  public int getAge() {
    return step.getAge();
  }

  /** Whether the household is registered locally. */
  public boolean isLocalHukou() {
    return step.isLocalHukou();
  }

  /** Consecutive years of enrolment, or null where they are not stated. */
  public Integer getEnrolledYears() {
    return step.getEnrolledYears();
  }

  /** Year that the premium is for. */
  public int getInsuredYear() {
    return question().insuredYear();
  }

  /** Day of payment as days since 1970-01-01. */
  public int getDay() {
    return step.getDay();
  }

  /** Occasion of enrolment, by its name, or null. */
  public String getEvent() {
    return question().event() == null ? null : question().event().name();
  }

  /** Months since insurance as an employee ended, a month begun counted whole. */
  public int getMonthsSinceEmployment() {
    step.ledger().asks(Unstated.EMPLOYMENT_END);
    LocalDate end = question().employeeInsuranceEndedOn();
    if (end == null) {
      return PremiumStep.NEVER;
    }
    int months = 0;
    while (end.plusMonths(months).isBefore(question().paidOn()) && months < PremiumStep.NEVER) {
      months++;
    }
    return months;
  }

  /** Writes down what a row offers. */
  public void offer(PremiumOutcome outcome, Rate rate, String instrument, Source source) {
    LocalStandard.FixedPremium fixed = outcome != PremiumOutcome.LOCAL_STANDARD_MISSING || identity == null ? null
        : step.fixedPremium(identity.type());
    step.ledger().offer(fixed == null ? PremiumLedger.Offer.of(outcome, rate, instrument, source, question())
        : PremiumLedger.Offer.fixed(step.yuan(fixed.amount(), "资助金额", fixed.source()),
            step.ledger().derivations().with(List.of(source, fixed.source())), question()));
  }

  /** Writes down what a row says of the waiting period. */
  public void wait(boolean applies, boolean fromMonthOfPayment, Source source) {
    step.ledger().wait(new PremiumLedger.Waiting(applies, fromMonthOfPayment, source));
  }
}
