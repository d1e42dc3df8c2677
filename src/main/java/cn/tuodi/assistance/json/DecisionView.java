package cn.tuodi.assistance.json;

import cn.tuodi.answer.Entitlement;
import cn.tuodi.answer.Limit;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Totals;
import cn.tuodi.assistance.TraceEntry;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.Standing;
import java.util.ArrayList;
import java.util.List;

/** Puts a decision into the words of the wire contract, in one language. */
public final class DecisionView {

  private final Decision decision;
  private final Language language;
  private final Citations citations;

  private DecisionView(Decision decision, Language language) {
    this.decision = decision;
    this.language = language;
    this.citations = Citations.of(decision.edition());
  }

  /**
   * A decision as the wire contract has it.
   *
   * @param decision the decision
   * @param language language of labels, messages and explanations
   */
  public static DecisionJson of(Decision decision, Language language) {
    return new DecisionView(decision, language).json();
  }

  private DecisionJson json() {
    EditionDescription edition = decision.edition();
    return new DecisionJson(decision.claim().claimId(), decision.decisionId(),
        DecisionJson.Policy.of(edition), decision.status(), personClass(),
        payouts(), notices(decision.notices(), citations, language), entitlements(), totals(),
        of(decision.yearToDate()), trace());
  }

  private DecisionJson.PersonClassJson personClass() {
    Standing standing = decision.standing();
    if (standing.personClass().number() == 0) {
      return null;
    }
    return new DecisionJson.PersonClassJson(standing.personClass().number(), standing.severe(), standing.identity(),
        standing.identityCode(), language.of(standing.label(), standing.labelEn()), citations.of(standing.sources()));
  }

  private List<DecisionJson.Payout> payouts() {
    List<DecisionJson.Payout> payouts = new ArrayList<>(decision.lines().size());
    for (PayoutLine line : decision.lines()) {
      payouts.add(payout(line, citations, language));
    }
    return payouts;
  }

  public static DecisionJson.Payout payout(PayoutLine line, Citations citations, Language language) {
    return payout(line, null, citations, language);
  }

  /** A line the cost of which counts by a sentence of its own, or null. */
  public static DecisionJson.Payout payout(PayoutLine line, String cost, Citations citations, Language language) {
    return new DecisionJson.Payout(line.benefit(), line.payer(), line.amount(), line.eligible(), bands(line),
        limits(line), citations.of(line.sources()), Explanation.of(line, cost, language));
  }

  private static List<DecisionJson.BandJson> bands(PayoutLine line) {
    List<DecisionJson.BandJson> bands = new ArrayList<>(line.bands().size());
    for (Schedule.Band band : line.bands()) {
      // Edges can be finer than a fen; they are shown rounded.
      bands.add(new DecisionJson.BandJson(Money.halfUp(band.from()), band.to() == null ? null : Money.halfUp(band.to()),
          band.rate().share(), Money.halfUp(band.cost()), band.amount()));
    }
    return bands;
  }

  private static List<DecisionJson.LimitJson> limits(PayoutLine line) {
    List<DecisionJson.LimitJson> limits = new ArrayList<>(line.limits().size());
    for (Limit limit : line.limits()) {
      limits.add(new DecisionJson.LimitJson(limit.name(), limit.cap(), limit.usedBefore(), limit.bound()));
    }
    return limits;
  }

  public static List<DecisionJson.NoticeJson> notices(List<Notice> notices, Citations citations, Language language) {
    List<DecisionJson.NoticeJson> shown = new ArrayList<>(notices.size());
    for (Notice notice : notices) {
      List<DecisionJson.ProvisionJson> cited = citations.of(notice.sources());
      shown
          .add(new DecisionJson.NoticeJson(notice.code(), notice.severity(),
              NoticeTexts.whole(notice, cited, citations::isOwn, language),
              notice.reviewable(), cited));
    }
    return shown;
  }

  private List<DecisionJson.EntitlementJson> entitlements() {
    List<DecisionJson.EntitlementJson> entitlements = new ArrayList<>(decision.entitlements().size());
    for (Entitlement entitlement : decision.entitlements()) {
      entitlements
          .add(new DecisionJson.EntitlementJson(entitlement.type(), List.of(citations.of(entitlement.source()))));
    }
    return entitlements;
  }

  private DecisionJson.TotalsJson totals() {
    Totals totals = decision.totals();
    return new DecisionJson.TotalsJson(totals.total(), totals.basicInsurance(),
        totals.criticalIllness(), totals.employeeSupplement(), totals.otherInsurance(),
        totals.medicalAssistance(), totals.topUpAssistance(), totals.institutionBorne(),
        totals.personal());
  }

  /** What has accumulated in a year. */
  public static DecisionJson.YearToDateJson of(YearToDate year) {
    return new DecisionJson.YearToDateJson(year.year(), year.burdenAfterInsurance(),
        new DecisionJson.Used(year.criticalIllnessEligible(), year.criticalIllnessPaid()),
        new DecisionJson.AssistanceJson(byCare(year.assistanceEligible()), byCare(year.assistancePaid())),
        new DecisionJson.Used(year.topUpEligible(), year.topUpPaid()), year.region());
  }

  private static DecisionJson.ByCareJson byCare(ByCare amounts) {
    return new DecisionJson.ByCareJson(amounts.inpatient(), amounts.chronicOutpatient(),
        amounts.majorOutpatient(), ifAny(amounts.specialDrugOutpatient()), ifAny(amounts.ordinaryOutpatient()),
        ifAny(amounts.maternityOutpatient()));
  }

  private static Money ifAny(Money amount) {
    return amount.isZero() ? null : amount;
  }

  private List<DecisionJson.Traced> trace() {
    if (decision.trace() == null) {
      return null;
    }
    List<DecisionJson.Traced> trace = new ArrayList<>(decision.trace().size());
    for (TraceEntry entry : decision.trace()) {
      trace.add(new DecisionJson.Traced(entry.rule(), entry.provision()));
    }
    return trace;
  }
}
