package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.LineLimits;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.Circumstance;
import java.util.ArrayList;
import java.util.List;

/** Nothing stands against assistance; circumstances that change the rate of this claim are gone through one by one. */
public final class AdmissionStep extends AfterInsuranceStep {

  private final TermsStep terms;
  private final Circumstance circumstance;
  private final Schedule schedule;
  private final List<Source> adjustments;

  private AdmissionStep(TermsStep terms, Circumstance circumstance, Schedule schedule, List<Source> adjustments) {
    super(terms.file(), terms.standing());
    this.terms = terms;
    this.circumstance = circumstance;
    this.schedule = schedule;
    this.adjustments = adjustments;
  }

  static AdmissionStep of(TermsStep terms) {
    Circumstance first = terms.isUnreferred() ? Circumstance.UNREFERRED : lateEnrolment(terms);
    return new AdmissionStep(terms, first, terms.schedule(), List.of());
  }

  private static Circumstance lateEnrolment(TermsStep terms) {
    return terms.claim().person().enrolment() == Enrolment.ENROLLED_AT_APPLICATION ? Circumstance.LATE_ENROLMENT : null;
  }

  @Override
  SettledStep settled() {
    return terms.settled();
  }

  /** The circumstance at hand, by its name, or null when all were looked at. */
  public String getCircumstance() {
    return circumstance == null ? null : circumstance.name();
  }

  /** Whether every circumstance has been looked at. */
  public boolean isSettled() {
    return circumstance == null;
  }

  /**
   * The step after a circumstance.
   *
   * @param points percentage points off every rate, or null
   * @param portion share of the rate that is paid, or null for all of it
   * @param flat rate that is paid instead of every other, or null
   * @param notice notice to give, or null
   * @param source the row
   */
  public AdmissionStep adjusted(Rate points, Rate portion, Rate flat, NoticeCode notice, Source source) {
    Circumstance next = circumstance == Circumstance.UNREFERRED ? lateEnrolment(terms) : null;
    if (points == null && portion == null && flat == null) {
      return new AdmissionStep(terms, next, schedule, adjustments);
    }
    Schedule from = flat == null ? schedule : schedule.flat(flat);
    Schedule changed = from.adjusted(points == null ? Rate.NONE : points, portion == null ? Rate.ALL : portion);
    List<Source> more = new ArrayList<>(adjustments);
    more.add(source);
    if (notice != null) {
      ledger().notice(Notice.info(notice, source).about(points == null ? portion : points));
    }
    return new AdmissionStep(terms, next, changed, more);
  }

  /** The line of medical assistance: the year's schedule on these terms, within every cap and what is left to pay. */
  public PayoutLine line() {
    Money eligible = terms.eligibleCost();
    Schedule.Share share = schedule.share(terms.costBefore(), eligible);
    LineLimits limits = new LineLimits();
    Money amount = share.amount();
    if (terms.annualCap() != null) {
      amount = limits.cap(LimitName.ANNUAL_CAP, terms.annualCap(), terms.paidBefore(), amount);
    }
    for (TermsStep.Cap cap : terms.furtherCaps()) {
      amount = limits.cap(LimitName.ANNUAL_CAP, cap.amount(), cap.within().of(claim().yearToDate().assistancePaid()),
          amount);
    }
    if (terms.careCap() != null) {
      Money paidForCare = claim().yearToDate().assistancePaid().of(careType());
      amount = limits.cap(LimitName.CARE_CAP, terms.careCap(), paidForCare, amount);
    }
    if (terms.billCap() != null) {
      amount = limits.ofBill(terms.billCap(), amount);
    }
    amount = limits.burden(terms.burdenLeft(), amount);
    List<Source> sources = terms.sources();
    sources.addAll(1, adjustments);
    return new PayoutLine(Benefit.MEDICAL_ASSISTANCE, amount, eligible, share.deductible(), share.bands(),
        limits.list(), sources).paidBy(terms.payer());
  }

  /** The next step, once the line is known. */
  public AssistedStep paying(PayoutLine line) {
    return new AssistedStep(terms, line);
  }
}
