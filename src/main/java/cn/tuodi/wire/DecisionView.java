package cn.tuodi.wire;

import cn.tuodi.decision.Decision;
import cn.tuodi.decision.Totals;
import cn.tuodi.decision.TraceEntry;
import cn.tuodi.edition.EditionDescription;
import cn.tuodi.facts.ByCare;
import cn.tuodi.facts.Entitlement;
import cn.tuodi.facts.Limit;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Notice;
import cn.tuodi.facts.PayoutLine;
import cn.tuodi.facts.Schedule;
import cn.tuodi.facts.Source;
import cn.tuodi.facts.Standing;
import cn.tuodi.facts.YearToDate;
import cn.tuodi.table.Provision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Puts a decision into the words of the wire contract, in one language. */
public final class DecisionView {

  private final Decision decision;
  private final Language language;

  private DecisionView(Decision decision, Language language) {
    this.decision = decision;
    this.language = language;
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
        new DecisionJson.Policy(edition.id().toString(), edition.contentHash()), decision.status(), personClass(),
        payouts(), notices(), entitlements(), totals(), yearToDate(), trace());
  }

  private DecisionJson.PersonClassJson personClass() {
    Standing standing = decision.standing();
    if (standing.personClass().number() == 0) {
      return null;
    }
    return new DecisionJson.PersonClassJson(standing.personClass().number(), standing.severe(), standing.identity(),
        language.of(standing.label(), standing.labelEn()), List.of(provision(standing.source())));
  }

  private List<DecisionJson.Payout> payouts() {
    List<DecisionJson.Payout> payouts = new ArrayList<>(decision.lines().size());
    for (PayoutLine line : decision.lines()) {
      payouts.add(new DecisionJson.Payout(line.benefit(), line.benefit().payer(), yuan(line.amount()),
          yuan(line.eligible()), bands(line), limits(line), provisions(line.sources()),
          Explanation.of(line, language)));
    }
    return payouts;
  }

  private static List<DecisionJson.BandJson> bands(PayoutLine line) {
    List<DecisionJson.BandJson> bands = new ArrayList<>(line.bands().size());
    for (Schedule.Band band : line.bands()) {
      bands.add(new DecisionJson.BandJson(shown(band.from()), band.to() == null ? null : shown(band.to()),
          band.rate().share(), shown(band.cost()), yuan(band.amount())));
    }
    return bands;
  }

  private static List<DecisionJson.LimitJson> limits(PayoutLine line) {
    List<DecisionJson.LimitJson> limits = new ArrayList<>(line.limits().size());
    for (Limit limit : line.limits()) {
      limits.add(new DecisionJson.LimitJson(limit.name(), yuan(limit.cap()), yuan(limit.usedBefore()), limit.bound()));
    }
    return limits;
  }

  private List<DecisionJson.NoticeJson> notices() {
    List<DecisionJson.NoticeJson> notices = new ArrayList<>(decision.notices().size());
    for (Notice notice : decision.notices()) {
      notices.add(new DecisionJson.NoticeJson(notice.code(), notice.severity(), Messages.of(notice, language),
          notice.reviewable(), provisions(notice.sources())));
    }
    return notices;
  }

  private List<DecisionJson.EntitlementJson> entitlements() {
    List<DecisionJson.EntitlementJson> entitlements = new ArrayList<>(decision.entitlements().size());
    for (Entitlement entitlement : decision.entitlements()) {
      entitlements
          .add(new DecisionJson.EntitlementJson(entitlement.type(), List.of(provision(entitlement.source()))));
    }
    return entitlements;
  }

  private DecisionJson.TotalsJson totals() {
    Totals totals = decision.totals();
    return new DecisionJson.TotalsJson(yuan(totals.total()), yuan(totals.basicInsurance()),
        yuan(totals.criticalIllness()), yuan(totals.employeeSupplement()), yuan(totals.otherInsurance()),
        yuan(totals.medicalAssistance()), yuan(totals.topUpAssistance()), yuan(totals.institutionBorne()),
        yuan(totals.personal()));
  }

  private DecisionJson.YearToDateJson yearToDate() {
    YearToDate year = decision.yearToDate();
    return new DecisionJson.YearToDateJson(year.year(), yuan(year.burdenAfterInsurance()),
        new DecisionJson.Used(yuan(year.criticalIllnessEligible()), yuan(year.criticalIllnessPaid())),
        new DecisionJson.AssistanceJson(byCare(year.assistanceEligible()), byCare(year.assistancePaid())),
        new DecisionJson.Used(yuan(year.topUpEligible()), yuan(year.topUpPaid())));
  }

  private static DecisionJson.ByCareJson byCare(ByCare amounts) {
    return new DecisionJson.ByCareJson(yuan(amounts.inpatient()), yuan(amounts.chronicOutpatient()),
        yuan(amounts.majorOutpatient()));
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

  private List<DecisionJson.ProvisionJson> provisions(List<Source> sources) {
    List<DecisionJson.ProvisionJson> provisions = new ArrayList<>(sources.size());
    for (Source source : sources) {
      provisions.add(provision(source));
    }
    return provisions;
  }

  private DecisionJson.ProvisionJson provision(Source source) {
    Provision provision = decision.edition().provisions().get(source.provision());
    boolean inTable = source.workbook() != null;
    return new DecisionJson.ProvisionJson(provision.id(), provision.instrument(), provision.article(),
        inTable ? decision.edition().path(source.workbook()) : null, source.sheet(), inTable ? source.row() : null);
  }

  private static BigDecimal yuan(Money amount) {
    return amount.inYuan();
  }

  /** Edges of bands can be finer than a fen; they are shown rounded. */
  private static BigDecimal shown(BigDecimal yuan) {
    return yuan.setScale(2, RoundingMode.HALF_UP);
  }
}
