package cn.tuodi.console.trial;

import cn.tuodi.answer.Refusal;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Costs;
import cn.tuodi.console.Areas;
import cn.tuodi.console.Figures;
import cn.tuodi.console.policies.EditionView;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.util.List;
import java.util.stream.Collectors;

/** Why a claim cannot be decided, in the words of the form and at the fields that it is about. */
final class Objections {

  private static final List<String> COSTS =
      List.of("/costs/total", "/costs/policyScope", "/costs/advance", "/costs/overLimit", "/costs/selfPaid");
  private static final List<String> PAYMENTS = List.of("/payments/basicInsurance", "/payments/criticalIllness",
      "/payments/employeeSupplement", "/payments/otherInsurance", "/costs/total");

  private final Claim claim;
  private final Catalogue catalogue;
  private final Language language;

  private Objections(Claim claim, Catalogue catalogue, Language language) {
    this.claim = claim;
    this.catalogue = catalogue;
    this.language = language;
  }

  /**
   * Why a claim cannot be decided.
   *
   * @param refusal the reason
   * @param claim the claim
   * @param catalogue the editions that could have decided it
   */
  static FieldFault of(Refusal refusal, Claim claim, Catalogue catalogue, Language language) {
    return new Objections(claim, catalogue, language).of(refusal);
  }

  private FieldFault of(Refusal refusal) {
    return switch (refusal.code()) {
      case POLICY_UNAVAILABLE -> new FieldFault(List.of(),
          language.of("已发布的政策内容目前无法使用，不能以其他内容代替：请稍后重试，并通知运维人员",
              "what was published cannot be used at present, and nothing else may take its place: try again later, and "
                  + "tell the operators"));
      case NO_POLICY_FOR_REGION -> FieldFault.at("/region", noPolicyForRegion());
      case NO_POLICY_IN_FORCE -> FieldFault.at("/serviceDate", noPolicyInForce());
      case RESIDENT_SCHEME_ONLY -> FieldFault.at("/person/scheme",
          language.of("只适用于城乡居民医保", "only for residents' insurance"));
      case CONTRIBUTION_BELOW_MINIMUM -> new FieldFault(List.of(),
          language.of("个人缴费低于最低标准", "the personal contribution is below the minimum"));
      case COSTS_DO_NOT_ADD_UP -> new FieldFault(COSTS, costsDoNotAddUp());
      case PAYMENTS_EXCEED_COSTS -> new FieldFault(PAYMENTS, paymentsExceedCosts());
      case YEAR_MISMATCH -> new FieldFault(List.of("/yearToDate/year", "/serviceDate"), yearMismatch());
      case PAYMENTS_CONTRADICT_ENROLMENT -> new FieldFault(
          List.of("/person/enrolment", "/payments/basicInsurance", "/payments/criticalIllness"),
          language.of("费用发生时未参保，却填有基本医保或大病保险支付：请改参保状态，或把这两项支付改为 0",
              "the person was not insured when the cost arose, yet basic or critical-illness insurance is stated to have "
                  + "paid: change the enrolment, or set both payments to 0"));
      case CRITICAL_ILLNESS_PLAN_NOT_APPLICABLE -> new FieldFault(List.of("/criticalIllnessPlan/deductible",
          "/criticalIllnessPlan/disposableIncomePerHead"),
          language.of("所填大病保险方案不适用于该人员或该地区：请填已付的大病保险金额，不填方案",
              "the critical-illness plan cannot apply to this person or area: state what critical-illness insurance has "
                  + "paid and leave the plan empty"));
      case CRITICAL_ILLNESS_UNSETTLED -> new FieldFault(
          List.of("/payments/criticalIllness", "/criticalIllnessPlan/deductible"),
          language.of("先保险后救助：请填大病保险已付金额（没有则填 0），或填写下面的大病保险方案",
              "insurance comes first: state what critical-illness insurance has paid (0 where nothing), or the "
                  + "critical-illness plan below"));
    };
  }

  private String noPolicyForRegion() {
    String known = catalogue.editions().stream().map(edition -> edition.description().areaCode()).distinct()
        .map(code -> Areas.inFull(code, language)).collect(Collectors.joining(language.of("、", "; ")));
    return language.of("没有适用于" + Areas.inFull(claim.region(), language) + "的政策；已载入的地区：" + known,
        "no policy covers " + Areas.inFull(claim.region(), language) + "; loaded are those of " + known);
  }

  private String noPolicyInForce() {
    String known = catalogue.covering(claim.region()).stream().map(Edition::description)
        .map(description -> EditionView.of(description, language))
        .map(edition -> edition.name() + language.of("（", " (") + edition.days() + language.of("）", ")"))
        .collect(Collectors.joining(language.of("、", "; ")));
    return language.of("该地区在 " + claim.serviceDate() + " 没有有效的政策；已载入：" + known,
        "no policy of the area is in force on " + claim.serviceDate() + "; loaded are " + known);
  }

  private String costsDoNotAddUp() {
    Costs costs = claim.costs();
    Money sum = costs.sumOfParts();
    boolean less = costs.total().exceeds(sum);
    String difference =
        Figures.amount(less ? costs.total().minus(sum) : sum.minus(costs.total()));
    return language.of(
        "政策范围内、乙类先行自付、超限价自付、目录外全自费四项之和为 " + Figures.amount(sum) + " 元，总费用为 " + Figures.amount(costs.total())
            + " 元，四项之和" + (less ? "少 " : "多 ") + difference + " 元",
        "in scope, advance share, above price limits and outside the catalogues add up to " + Figures.amount(sum)
            + " yuan; they do not add up to the total of " + Figures.amount(costs.total()) + " yuan but are "
            + difference + " yuan " + (less ? "less" : "more"));
  }

  private String paymentsExceedCosts() {
    Money sum = claim.payments().sum();
    return language.of(
        "各项支付之和为 " + Figures.amount(sum) + " 元，超过总费用 " + Figures.amount(claim.costs().total()) + " 元，多 "
            + Figures.amount(sum.minus(claim.costs().total())) + " 元",
        "the payments add up to " + Figures.amount(sum) + " yuan, which is "
            + Figures.amount(sum.minus(claim.costs().total())) + " yuan more than the total of "
            + Figures.amount(claim.costs().total()) + " yuan");
  }

  private String yearMismatch() {
    return language.of(
        "本年度累计的年度是 " + claim.yearToDate().year() + "，就医年度是 " + claim.serviceDate().getYear() + "，两者应相同",
        "the year to date is of " + claim.yearToDate().year() + ", the service date of "
            + claim.serviceDate().getYear() + ": they must be the same");
  }
}
