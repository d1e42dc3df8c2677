package cn.tuodi.console.trial;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Severity;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.console.Areas;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.console.policies.EditionView;
import cn.tuodi.console.trial.AnswerView.BandLine;
import cn.tuodi.console.trial.AnswerView.EntitlementView;
import cn.tuodi.console.trial.AnswerView.LimitLine;
import cn.tuodi.console.trial.AnswerView.NoticeView;
import cn.tuodi.console.trial.AnswerView.Step;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts a decision into the shape of a page: the same figures that the interface gives. */
final class AnswerViews {

  private final DecisionJson decision;
  private final References references;
  private final Language language;
  private final Money total;
  private final List<Step> steps = new ArrayList<>();
  private Money left;

  private AnswerViews(DecisionJson decision, References references, Language language) {
    this.decision = decision;
    this.references = references;
    this.language = language;
    this.total = decision.totals().total();
    this.left = total;
  }

  static AnswerView of(Decision decision, JsonNode claim, String curl, References references, Language language) {
    DecisionJson json = DecisionView.of(decision, language);
    return new AnswerViews(json, references, language).view(decision, claim, curl);
  }

  private AnswerView view(Decision decided, JsonNode claim, String curl) {
    DecisionJson.TotalsJson totals = decision.totals();
    bill(decided);
    stated("basic", language.text("console.basic-insurance"), totals.basicInsurance(), true);
    computed("critical", Benefit.CRITICAL_ILLNESS, totals.criticalIllness());
    stated("supplement", language.text("console.employees-supplement"), totals.employeeSupplement(), false);
    computed("institution", Benefit.INSTITUTION_BORNE, totals.institutionBorne());
    computed("assistance", Benefit.MEDICAL_ASSISTANCE, totals.medicalAssistance());
    computed("topup", Benefit.TOP_UP_ASSISTANCE, totals.topUpAssistance());
    stated("other", language.text("console.other-insurance"), totals.otherInsurance(), false);
    personal();
    DecisionJson.PersonClassJson standing = decision.personClass();
    return new AnswerView(decision, outcome(), Areas.inFull(decided.claim().region(), language),
        EditionView.of(decided.edition(), language), Figures.amount(totals.personal()),
        Figures.percent(total.minus(totals.personal()), total), standing == null ? "" : standing.label(),
        standing == null ? List.of() : references.of(standing.provisions()), Recognised.of(decided, language), steps,
        notices(decided.claim().yearToDate()), entitlements(),
        Json.tree(decision).toPrettyString(), claim.toPrettyString(), curl);
  }

  /** What it amounts to: a claim that is decided without assistance says why there is none. */
  private String outcome() {
    return decision.status() == Status.DECIDED && decision.personClass() == null
        ? language.text("console.in-no-class-of-recipients-no")
        : DisplayNames.of(decision.status(), language);
  }

  private void bill(Decision decided) {
    var costs = decided.claim().costs();
    String parts = language.text("console.in-scope-advance-share-of-class", Figures.amount(costs.policyScope()),
        Figures.amount(costs.advance()), Figures.amount(costs.overLimit()), Figures.amount(costs.selfPaid()));
    steps.add(new Step("bill", language.text("console.the-bill"), Figures.amount(total), "", "0%", "100%", parts, null,
        List.of(), List.of(), List.of()));
  }

  private void stated(String key, String label, Money amount, boolean always) {
    if (always || amount.isPositive()) {
      add(key, label, amount, language.text("console.as-the-claim-states-it"), null);
    }
  }

  private void computed(String key, Benefit benefit, Money amount) {
    Optional<DecisionJson.Payout> line =
        decision.payouts().stream().filter(payout -> payout.benefit() == benefit).findFirst();
    if (line.isPresent()) {
      add(key, DisplayNames.of(benefit, language), amount, Figures.grouped(line.get().explanation()), line.get());
    } else if (benefit == Benefit.CRITICAL_ILLNESS || amount.isPositive()) {
      add(key, DisplayNames.of(benefit, language), amount, language.text("console.as-the-claim-states-it"), null);
    } else if (benefit == Benefit.MEDICAL_ASSISTANCE) {
      add(key, DisplayNames.of(benefit, language), amount,
          language.text("console.there-is-no-such-line-the"), null);
    }
  }

  private void personal() {
    Money amount = decision.totals().personal();
    steps.add(new Step("personal", language.text("console.left-to-the-person"), Figures.amount(amount),
        Figures.percent(amount, total), "0%", Figures.percent(amount, total),
        language.text("console.the-bill-less-everything-above-leaves", Figures.amount(amount)),
        null, List.of(), List.of(), List.of()));
  }

  private void add(String key, String label, Money amount, String explanation, DecisionJson.Payout line) {
    left = left.minus(amount);
    steps.add(
        new Step(key, label, (amount.isPositive() ? "− " : "") + Figures.amount(amount), Figures.percent(amount, total),
            Figures.percent(left, total), Figures.percent(amount, total), explanation,
            line == null ? null : Figures.amount(line.eligible()), line == null ? List.of() : bands(line),
            line == null ? List.of() : limits(line), line == null ? List.of() : references.of(line.provisions())));
  }

  private List<BandLine> bands(DecisionJson.Payout line) {
    return line.bands().stream().map(band -> new BandLine(
        band.to() == null
            ? language.text("console.above", Figures.round(band.from()))
            : Figures.round(band.from()) + " – " + Figures.round(band.to()),
        Figures.amount(band.cost()), Figures.percent(band.rate()), Figures.amount(band.amount()))).toList();
  }

  private List<LimitLine> limits(DecisionJson.Payout line) {
    return line.limits().stream().map(limit -> new LimitLine(DisplayNames.of(limit.name(), language),
        Figures.amount(limit.cap()), Figures.amount(limit.usedBefore()), limit.bound())).toList();
  }

  private List<NoticeView> notices(YearToDate stated) {
    List<NoticeView> notices = new ArrayList<>();
    if (isPaidBeyondBasis(stated)) {
      notices.add(new NoticeView(Severity.INFO.name(), DisplayNames.of(Severity.INFO, language),
          language.text("console.in-the-year-to-date-more"),
          List.of()));
    }
    notices.addAll(ofDecision());
    return notices;
  }

  /** Assistance pays at most all of a cost, so that a sum stated as paid cannot be more. */
  private static boolean isPaidBeyondBasis(YearToDate stated) {
    ByCare paid = stated.assistancePaid();
    ByCare basis = stated.assistanceEligible();
    return Arrays.stream(CareType.values()).anyMatch(care -> paid.of(care).exceeds(basis.of(care)))
        || stated.topUpPaid().exceeds(stated.topUpEligible());
  }

  private List<NoticeView> ofDecision() {
    return decision.notices().stream().map(notice -> new NoticeView(notice.severity().name(),
        DisplayNames.of(notice.severity(), language), Figures.grouped(notice.message()),
        references.of(notice.provisions())))
        .toList();
  }

  private List<EntitlementView> entitlements() {
    return decision.entitlements().stream().map(entitlement -> new EntitlementView(
        DisplayNames.of(entitlement.type(), language), references.of(entitlement.provisions()))).toList();
  }
}
