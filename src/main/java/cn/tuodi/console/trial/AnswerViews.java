package cn.tuodi.console.trial;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Severity;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.ByCare;
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
    stated("basic", language.of("基本医保", "Basic insurance"), totals.basicInsurance(), true);
    computed("critical", Benefit.CRITICAL_ILLNESS, totals.criticalIllness());
    stated("supplement", language.of("职工大额医疗费用补助", "Employees' supplement"), totals.employeeSupplement(), false);
    computed("institution", Benefit.INSTITUTION_BORNE, totals.institutionBorne());
    computed("assistance", Benefit.MEDICAL_ASSISTANCE, totals.medicalAssistance());
    computed("topup", Benefit.TOP_UP_ASSISTANCE, totals.topUpAssistance());
    stated("other", language.of("其他补充保险", "Other insurance"), totals.otherInsurance(), false);
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
        ? language.of("不属于救助对象，不享受医疗救助", "In no class of recipients, no assistance")
        : DisplayNames.of(decision.status(), language);
  }

  private void bill(Decision decided) {
    var costs = decided.claim().costs();
    String parts = language.of(
        "政策范围内 " + Figures.amount(costs.policyScope()) + " 元，乙类先行自付 " + Figures.amount(costs.advance())
            + " 元，超限价自付 " + Figures.amount(costs.overLimit()) + " 元，目录外全自费 " + Figures.amount(costs.selfPaid()) + " 元。",
        "In scope " + Figures.amount(costs.policyScope()) + ", advance share of class B "
            + Figures.amount(costs.advance()) + ", above price limits " + Figures.amount(costs.overLimit())
            + ", outside the catalogues " + Figures.amount(costs.selfPaid()) + " yuan.");
    steps.add(new Step("bill", language.of("总费用", "The bill"), Figures.amount(total), "", "0%", "100%", parts, null,
        List.of(), List.of(), List.of()));
  }

  private void stated(String key, String label, Money amount, boolean always) {
    if (always || amount.isPositive()) {
      add(key, label, amount, language.of("按单据填写金额。", "As the claim states it."), null);
    }
  }

  private void computed(String key, Benefit benefit, Money amount) {
    Optional<DecisionJson.Payout> line =
        decision.payouts().stream().filter(payout -> payout.benefit() == benefit).findFirst();
    if (line.isPresent()) {
      add(key, DisplayNames.of(benefit, language), amount, Figures.grouped(line.get().explanation()), line.get());
    } else if (benefit == Benefit.CRITICAL_ILLNESS || amount.isPositive()) {
      add(key, DisplayNames.of(benefit, language), amount, language.of("按单据填写金额。", "As the claim states it."), null);
    } else if (benefit == Benefit.MEDICAL_ASSISTANCE) {
      add(key, DisplayNames.of(benefit, language), amount,
          language.of("没有这一项，原因见下面的提示。", "There is no such line; the notices below say why."), null);
    }
  }

  private void personal() {
    Money amount = decision.totals().personal();
    steps.add(new Step("personal", language.of("个人负担", "Left to the person"), Figures.amount(amount),
        Figures.percent(amount, total), "0%", Figures.percent(amount, total),
        language.of("总费用减去以上各项，还剩 " + Figures.amount(amount) + " 元。",
            "The bill less everything above leaves " + Figures.amount(amount) + " yuan."),
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
            ? language.of(Figures.round(band.from()) + " 元以上部分", "above " + Figures.round(band.from()))
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
          language.of("所填本年度累计中，医疗救助的已付金额大于计入费用：已按所填计算，请核对。",
              "In the year to date, more assistance is stated as paid than there was cost to be assisted: computed as "
                  + "stated, please check it."),
          List.of()));
    }
    notices.addAll(ofDecision());
    return notices;
  }

  /** Assistance pays at most all of a cost, so that a sum stated as paid cannot be more. */
  private static boolean isPaidBeyondBasis(YearToDate stated) {
    ByCare paid = stated.assistancePaid();
    ByCare basis = stated.assistanceEligible();
    return paid.inpatient().exceeds(basis.inpatient()) || paid.chronicOutpatient().exceeds(basis.chronicOutpatient())
        || paid.majorOutpatient().exceeds(basis.majorOutpatient())
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
