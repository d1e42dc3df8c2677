package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.LineLimits;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Payer;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.Channel;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.Parameter;
import java.util.List;

/** Medical assistance is known; top-up assistance and hints may follow. */
public final class AssistedStep extends AfterInsuranceStep {

  private final TermsStep terms;
  private final PayoutLine line;

  AssistedStep(TermsStep terms, PayoutLine line) {
    super(terms.file(), terms.standing());
    this.terms = terms;
    this.line = line;
  }

  /** Whether a cap of the year held the line down. */
  public boolean isCapReached() {
    return line.isBoundBy(LimitName.ANNUAL_CAP) || line.isBoundBy(LimitName.CARE_CAP);
  }

  /** Whether the annual cap itself held the line down. */
  public boolean isAnnualCapReached() {
    return line.isBoundBy(LimitName.ANNUAL_CAP);
  }

  /** Whether something is left to pay, and the edition points out relief beyond assistance when a cap is reached. */
  public boolean isReliefPointedOut() {
    return parameters().has(Parameter.RELIEF_AT_CAP) && terms.burdenLeft().exceeds(line.amount());
  }

  /** Whether assistance leaves eligible cost to the person. */
  public boolean isBurdenLeft() {
    return remaining().isPositive();
  }

  /** Eligible cost left after assistance, as far as it is still to be paid by anybody. */
  public Money remaining() {
    return line.eligible().minus(line.amount()).min(terms.burdenLeft().minus(line.amount())).atLeastZero();
  }

  /** What went unpaid only because of the cap of the year. */
  private Money aboveCap() {
    Money uncapped = Money.ZERO;
    for (Schedule.Band band : line.bands()) {
      uncapped = uncapped.plus(band.amount());
    }
    return uncapped.minus(line.amount()).min(remaining()).atLeastZero();
  }

  @Override
  SettledStep settled() {
    return terms.settled();
  }

  /** Whether top-up assistance may be applied for because the burden of the year counts as heavy. */
  public boolean isBurdenHeavy() {
    if (!parameters().has(Parameter.TOP_UP_HINT_BURDEN) || !parameters().has(Parameter.TOP_UP_ON_APPLICATION)) {
      return false;
    }
    Money heavy = yuan(parameters().yuan(Parameter.TOP_UP_HINT_BURDEN), Parameter.TOP_UP_HINT_BURDEN.label(),
        parameters().source(Parameter.TOP_UP_HINT_BURDEN));
    return getBurden() > heavy.inFen();
  }

  /** Whether top-up assistance may be applied for above the annual cap, however heavy the burden is. */
  public boolean isToppedUpAboveCapOnApplication() {
    return parameters().has(Parameter.TOP_UP_ON_APPLICATION) && !parameters().has(Parameter.TOP_UP_HINT_BURDEN);
  }

  /**
   * Whether this is a stay whose deposit may be waived: at a designated institution, in the pooling area and referred on
   * from primary care unless the edition says that this does not matter.
   */
  public boolean isStayWithoutDeposit() {
    return careType() == CareType.INPATIENT && isDesignated()
        && (claim().care().primaryCareReferral() || !asks(Parameter.DEPOSIT_AFTER_PRIMARY_CARE))
        && (claim().care().place() == Place.POOLING_AREA || !asks(Parameter.DEPOSIT_IN_POOLING_AREA));
  }

  private boolean asks(Parameter parameter) {
    return parameters().hasUnlessDenied(parameter);
  }

  /** Whether the person holds an identity whose deposit is waived. */
  public boolean isDepositWaived() {
    for (Identity identity : ledger().held()) {
      if (parameters().lists(Parameter.DEPOSIT_WAIVER, identity.type())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the terms are those that the pooling area has loaded of another instrument. */
  public boolean isUnderLocalTerms() {
    return terms.isLocal() && terms.instrument() != null;
  }

  /** The row of the edition that leaves the terms to another instrument. */
  public Source termsSource() {
    return terms.source();
  }

  /** The instrument that the edition takes the terms from. */
  public String instrument() {
    return terms.instrument();
  }

  private LocalStandard.TopUp localTerms() {
    return local().topUp(standing().personClass(), claim().serviceDate());
  }

  private LocalStandard.OverCap localTermsAboveCap() {
    return local().overCap(standing().personClass(), claim().serviceDate());
  }

  /** Whether the pooling area has set terms of top-up assistance for the class. */
  public boolean isToppedUpLocally() {
    return localTerms() != null;
  }

  /** Whether the pooling area has set terms of top-up assistance above the annual cap for the class. */
  public boolean isToppedUpAboveCap() {
    return localTermsAboveCap() != null;
  }

  /**
   * Whether terms of areas top such care up: regularly referred care in the province, unless the edition says that either
   * does not matter.
   */
  public boolean isCareToppedUpLocally() {
    return !(isUnreferred() && asks(Parameter.LOCAL_TOP_UP_REFERRED))
        && !(isOutOfProvince() && asks(Parameter.LOCAL_TOP_UP_IN_PROVINCE));
  }

  /**
   * Whether such care is topped up above the annual cap: at designated institutions, and in other provinces only where
   * it was referred, unless the edition says that either does not matter.
   */
  public boolean isCareToppedUpAboveCap() {
    return (isDesignated() || !asks(Parameter.OVER_CAP_DESIGNATED))
        && !(isOutOfProvince() && isUnreferred() && asks(Parameter.OVER_CAP_REFERRED));
  }

  /** Whether the person enrolled soon enough for top-up assistance above the annual cap. */
  public boolean isEnrolledInTime() {
    return !isLateEnrolled() || !asks(Parameter.OVER_CAP_ENROLLED);
  }

  /** The next step: terms of top-up assistance that the pooling area has set. */
  public TopUpStep localTopUp() {
    LocalStandard.TopUp terms = localTerms();
    return topUp(yuan(terms.threshold(), "起付标准", terms.source()), terms.rate(),
        yuan(terms.cap(), "年度限额", terms.source()), null, terms.source());
  }

  /** The next step: terms of the pooling area on what went unpaid only because of the annual cap. */
  public TopUpStep topUpAboveCap() {
    LocalStandard.OverCap terms = localTermsAboveCap();
    return new TopUpStep(this, aboveCap(), Schedule.above(Money.ZERO, terms.rate()),
        yuan(terms.cap(), "年度限额", terms.source()), null, terms.source());
  }

  /**
   * The next step: terms of top-up assistance.
   *
   * @param threshold burden of the year above which it pays
   * @param rate share paid
   * @param cap cap of the year, or null for none
   * @param payer who pays instead of the fund, or null for the fund
   * @param source the row
   */
  public TopUpStep topUp(Money threshold, Rate rate, Money cap, Payer payer, Source source) {
    return new TopUpStep(this, remaining(), Schedule.above(threshold, rate), cap, payer, source);
  }

  /**
   * Says how the claim is settled. Who was not insured has nothing settled along with insurance and applies at the window.
   *
   * @param channel the way of the insured
   * @param months months after settlement of insurance within which to apply, or null
   * @param source the row
   */
  public void settleThrough(Channel channel, Integer months, Source source) {
    Channel open = isInsured() ? channel : Channel.WINDOW;
    Notice notice = Notice.info(NoticeCode.SETTLEMENT_CHANNEL, source);
    if (months == null) {
      ledger().notice(notice.about(open));
    } else if (claim().settledOn() == null) {
      ledger().notice(notice.about(open, months));
    } else {
      ledger().notice(notice.about(open, months, claim().settledOn().plusMonths(months)));
    }
  }

  /** The line of top-up assistance. */
  PayoutLine topUpLine(Money eligible, Schedule schedule, Money cap, Source source) {
    YearToDate before = claim().yearToDate();
    Schedule.Share share = schedule.share(before.topUpEligible(), eligible);
    LineLimits limits = new LineLimits();
    Money amount = share.amount();
    if (cap != null) {
      amount = limits.cap(LimitName.ANNUAL_CAP, cap, before.topUpPaid(), amount);
    }
    amount = limits.burden(remaining(), amount);
    return new PayoutLine(Benefit.TOP_UP_ASSISTANCE, amount, eligible, share.deductible(), share.bands(), limits.list(),
        List.of(source));
  }
}
