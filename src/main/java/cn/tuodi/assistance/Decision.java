package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Entitlement;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Severity;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.money.Money;
import cn.tuodi.policy.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The decision on a claim.
 *
 * @param decisionId the same for the same claim under the same policy content
 * @param claim the claim
 * @param edition the edition that decided
 * @param status what it amounts to
 * @param standing the class of the person
 * @param lines payouts, in the order in which they are paid
 * @param notices notices, in the order of their codes
 * @param entitlements what the person may claim besides
 * @param totals who pays the bill
 * @param yearToDate what has accumulated with this claim
 * @param trace the rules that fired, in order; null unless asked for
 */
public record Decision(String decisionId, Claim claim, EditionDescription edition, Status status, Standing standing,
    List<PayoutLine> lines, List<Notice> notices, List<Entitlement> entitlements, Totals totals,
    YearToDate yearToDate, List<TraceEntry> trace) implements Outcome {

  private static final Comparator<PayoutLine> PAYING_ORDER = Comparator.comparing(PayoutLine::benefit);

  /** By code; those of one code by what they rest on, whichever rule fired first. */
  private static final Comparator<Notice> CODE_ORDER =
      Comparator.comparing(Notice::code).thenComparing(notice -> notice.sources().toString());

  /** Whether no row of the edition settled the claim. */
  public boolean isUnsettled() {
    for (Notice notice : notices) {
      if (notice.code() == NoticeCode.NOT_SETTLED_BY_RULES) {
        return true;
      }
    }
    return false;
  }

  /** Puts a decision together from the sheet that the rules have written on. */
  static Decision of(Claim claim, EditionDescription edition, DecisionLedger ledger, List<TraceEntry> trace) {
    List<PayoutLine> lines = ledger.lines();
    lines.sort(PAYING_ORDER);
    List<Notice> notices = ledger.notices();
    notices.sort(CODE_ORDER);
    return new Decision(DecisionIdScheme.CURRENT.idOf(claim, edition.contentHash()), claim, edition, status(notices),
        ledger.standing(), lines, notices, ledger.entitlements(), totals(claim, ledger), carriedForward(claim, ledger),
        trace);
  }

  /** The id of this decision by a scheme, such as that of an earlier decision. */
  public String idBy(DecisionIdScheme scheme) {
    return scheme == DecisionIdScheme.CURRENT ? decisionId : scheme.idOf(claim, edition.contentHash());
  }

  /**
   * The same where the claim before it bore the same id of a person who was born on another day: that the year begins at
   * zero is told with its reason.
   */
  public Decision ofAnotherPerson() {
    List<Notice> told = new ArrayList<>(notices);
    told.replaceAll(notice -> notice.code() == NoticeCode.YEAR_TO_DATE_ASSUMED_ZERO
        ? notice.about(claim.person().birthDate()) : notice);
    return new Decision(decisionId, claim, edition, status, standing, lines, told, entitlements, totals, yearToDate,
        trace);
  }

  /** The same where a claim of this id was decided for the person before, in the same batch. */
  public Decision repeated() {
    List<Notice> told = new ArrayList<>(notices);
    told.add(Notice.info(NoticeCode.CLAIM_REPEATED));
    return new Decision(decisionId, claim, edition, status, standing, lines, told, entitlements, totals, yearToDate,
        trace);
  }

  /** The same where more is for a person to settle. */
  Decision inDoubt(List<Notice> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Notice> told = new ArrayList<>(notices);
    told.addAll(more);
    told.sort(CODE_ORDER);
    return new Decision(decisionId, claim, edition, status(told), standing, lines, told, entitlements, totals,
        yearToDate,
        trace);
  }

  /** A denial stands, unless what is paid besides hangs on a fact that the claim leaves out. */
  private static Status status(List<Notice> notices) {
    Status status = Status.DECIDED;
    for (Notice notice : notices) {
      if (notice.code() == NoticeCode.FACT_NOT_STATED) {
        return Status.REVIEW;
      }
      if (notice.severity() == Severity.DENIAL) {
        status = Status.DENIED;
      } else if (notice.severity() == Severity.REVIEW && status == Status.DECIDED) {
        status = Status.REVIEW;
      }
    }
    return status;
  }

  private static Totals totals(Claim claim, DecisionLedger ledger) {
    Payments payments = claim.payments();
    Money assistance = amount(ledger, Benefit.MEDICAL_ASSISTANCE);
    Money topUp = amount(ledger, Benefit.TOP_UP_ASSISTANCE);
    Money borne = amount(ledger, Benefit.INSTITUTION_BORNE);
    Money personal = claim.costs().total().minus(payments.basicInsurance()).minus(ledger.criticalIllness())
        .minus(payments.employeeSupplement()).minus(payments.otherInsurance()).minus(assistance).minus(topUp)
        .minus(borne);
    return new Totals(claim.costs().total(), payments.basicInsurance(), ledger.criticalIllness(),
        payments.employeeSupplement(), payments.otherInsurance(), assistance, topUp, borne, personal);
  }

  private static YearToDate carriedForward(Claim claim, DecisionLedger ledger) {
    YearToDate before = claim.counted().yearToDate();
    PayoutLine assistance = ledger.line(Benefit.MEDICAL_ASSISTANCE);
    PayoutLine topUp = ledger.line(Benefit.TOP_UP_ASSISTANCE);
    boolean addsUp = assistance != null && ledger.isAddedUp(claim.care().type());
    Money counted = ledger.criticalIllnessCounts() ? ledger.criticalIllness() : Money.ZERO;
    return new YearToDate(before.year(),
        before.burdenAfterInsurance().plus(claim.burdenAfter(ledger.criticalIllness())),
        before.criticalIllnessEligible().plus(ledger.criticalIllnessBasis()),
        before.criticalIllnessPaid().plus(counted),
        !addsUp ? before.assistanceEligible()
            : before.assistanceEligible().plus(claim.care().type(), assistance.eligible()),
        !addsUp ? before.assistancePaid()
            : before.assistancePaid().plus(claim.care().type(), assistance.amount()),
        topUp == null ? before.topUpEligible() : before.topUpEligible().plus(topUp.eligible()),
        topUp == null ? before.topUpPaid() : before.topUpPaid().plus(topUp.amount()), before.region());
  }

  private static Money amount(DecisionLedger ledger, Benefit benefit) {
    PayoutLine line = ledger.line(benefit);
    return line == null ? Money.ZERO : line.amount();
  }
}
