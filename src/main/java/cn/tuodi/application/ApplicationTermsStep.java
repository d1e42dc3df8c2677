package cn.tuodi.application;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.LineLimits;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.ReferenceDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The terms of assistance on application and the window of bills that they count. */
public final class ApplicationTermsStep {

  private final ApplicationStep step;
  private final boolean together;
  private final Set<IdentityType> openTo;
  private final boolean openToSeriouslyIll;
  private final ReferenceDay reference;
  private final int months;
  private final IncomeTest income;
  private final Schedule schedule;
  private final Money cap;
  private final Source localSource;
  private final boolean onceAYear;
  private final Source source;

  ApplicationTermsStep(ApplicationStep step, boolean together, Set<IdentityType> openTo, boolean openToSeriouslyIll,
      ReferenceDay reference,
      int months, IncomeTest income,
      Schedule schedule, Money cap, Source localSource, boolean onceAYear, Source source) {
    this.step = step;
    this.together = together;
    this.openTo = openTo;
    this.openToSeriouslyIll = openToSeriouslyIll;
    this.reference = reference;
    this.months = months;
    this.income = income;
    this.schedule = schedule;
    this.cap = cap;
    this.localSource = localSource;
    this.onceAYear = onceAYear;
    this.source = source;
  }

  /** Where the answer is written. */
  public ApplicationLedger ledger() {
    return step.ledger();
  }

  /** The row. */
  public Source source() {
    return source;
  }

  private ApplicationQuestion question() {
    return step.question();
  }

  /** Last day of the window, or null where there is no recognition to look back from. */
  public LocalDate to() {
    if (reference == ReferenceDay.PREVIOUS_YEAR) {
      return question().appliedOn().withDayOfYear(1).minusDays(1);
    }
    return reference == ReferenceDay.RECOGNITION ? question().recognition() : question().appliedOn();
  }

  /** First day of the window, or null. */
  public LocalDate from() {
    if (reference.isCalendarYear()) {
      return to().withDayOfYear(1);
    }
    return to() == null ? null : to().minusMonths(months);
  }

  /** Whether the bills of twelve months count, back from a day. */
  public boolean isTwelveMonths() {
    return !reference.isCalendarYear() && months == 12;
  }

  /** Whether a bill is of somebody whose bills count: the applicant, or with those of the household everybody of it. */
  public boolean isOfThose(ApplicationClaim claim) {
    return together || claim.memberId() == null || claim.memberId().equals(question().person().personId());
  }

  /** Whether a bill counts. */
  public boolean counts(ApplicationClaim claim) {
    return to() != null && isOfThose(claim) && !claim.serviceDate().isBefore(from())
        && !claim.serviceDate().isAfter(to());
  }

  /**
   * What counts of a bill: in-scope cost that nobody has paid; other insurance takes no part where the edition says that
   * it is not deducted first.
   */
  public Money costOf(ApplicationClaim claim) {
    boolean after = Boolean.FALSE.equals(step.edition().parameters().value(Parameter.OTHER_INSURANCE_FIRST));
    return after ? claim.burdenWithOtherInsurance() : claim.burden();
  }

  /** What is left to pay of the bills in the window. */
  private Money left() {
    Money left = Money.ZERO;
    for (ApplicationClaim claim : question().claims()) {
      if (counts(claim)) {
        left = left.plus(claim.burden());
      }
    }
    return left;
  }

  /** In-scope cost that counts, over the bills in the window. */
  public Money base() {
    Money base = Money.ZERO;
    for (ApplicationClaim claim : question().claims()) {
      if (counts(claim)) {
        base = base.plus(costOf(claim));
      }
    }
    return base;
  }

  /** Whether the person is enrolled in basic insurance, or the edition says that it does not matter. */
  public boolean isEnrolled() {
    return question().person().enrolment() != Enrolment.NOT_ENROLLED
        || !step.edition().parameters().hasUnlessDenied(Parameter.APPLICATION_ENROLLED);
  }

  private boolean isHouseholdStated() {
    return question().incomePerHead() != null && question().minimumLivingStandard() != null;
  }

  /** Whether income is tested but not stated. */
  public boolean isHouseholdMissing() {
    return income.isThere() && !isHouseholdStated();
  }

  /** Whether income per head is not below what it must be below. */
  public boolean isIncomeTooHigh() {
    return income.isThere() && isHouseholdStated()
        && !income.isMet(question().incomePerHead(), question().minimumLivingStandard());
  }

  /** Whether assistance was granted this year where it is granted once. */
  public boolean isGrantedAlready() {
    return onceAYear && question().grantedThisYear().isPositive();
  }

  /** Whether the figures are the bounds that the document sets, for want of a standard of the pooling area. */
  public boolean isByBounds() {
    return localSource == null;
  }

  /** Whether nothing speaks against the application. */
  public boolean isEligible() {
    return !isHouseholdMissing() && isEntitled() && isEnrolled() && !isIncomeTooHigh() && !isGrantedAlready();
  }

  /** Whether the person holds, on the reference date, what opens assistance on application. */
  public boolean isEntitled() {
    LocalDate day = reference.isCalendarYear() ? question().appliedOn() : to();
    if (day == null) {
      return false;
    }
    return openToSeriouslyIll && question().seriouslyIll() || question().person().identities().stream()
        .anyMatch(identity -> identity.standsOn(day) && !step.changes().begins(identity).isAfter(counting(day))
            && openTo.contains(identity.type()) && isOfGround(identity));
  }

  /** The day on which an identity must count: on that of its own recognition one that came by a change never does. */
  private LocalDate counting(LocalDate day) {
    return reference == ReferenceDay.RECOGNITION ? question().appliedOn() : day;
  }

  /** A row for a group of the place is open to that group. */
  private boolean isOfGround(Identity identity) {
    return step.ground() == null || step.ground().code() == null || step.ground().code().equals(identity.code());
  }

  /** The line: the rate on the base above the deductible, within what is left of the year's limit. */
  public PayoutLine line() {
    Money base = base();
    Schedule.Share share = schedule.share(Money.ZERO, base);
    LineLimits limits = new LineLimits();
    Money amount = cap == null ? share.amount()
        : limits.cap(LimitName.ANNUAL_CAP, cap, question().grantedThisYear(), share.amount());
    amount = limits.burden(left(), amount);
    return new PayoutLine(Benefit.APPLICATION_ASSISTANCE, amount, base, share.deductible(), share.bands(),
        limits.list(),
        isByBounds() ? List.of(source) : List.of(source, localSource));
  }
}
