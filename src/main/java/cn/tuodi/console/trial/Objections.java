package cn.tuodi.console.trial;

import cn.tuodi.answer.Refusal;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Identity;
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

  /** Where a code stands among the identities. */
  private String codePointer(Object code) {
    List<Identity> identities = claim.person().identities();
    int at = 0;
    while (at < identities.size() - 1 && !code.equals(identities.get(at).code())) {
      at++;
    }
    return "/person/identities/" + at + "/code";
  }

  private FieldFault of(Refusal refusal) {
    return switch (refusal.code()) {
      case POLICY_UNAVAILABLE -> new FieldFault(List.of(),
          language.text("console.what-was-published-cannot-be-used"));
      case NO_POLICY_FOR_REGION -> FieldFault.at("/region", noPolicyForRegion());
      case NO_POLICY_IN_FORCE -> FieldFault.at("/serviceDate", noPolicyInForce());
      case IDENTITY_CODE_UNKNOWN -> FieldFault.at(codePointer(refusal.arguments().get(0)),
          language.text("console.the-policy-has-no-identity-of-this-code", refusal.arguments().get(0)));
      case RESIDENT_SCHEME_ONLY -> FieldFault.at("/person/scheme",
          language.text("console.only-for-residents-insurance"));
      case CONTRIBUTION_BELOW_MINIMUM -> new FieldFault(List.of(),
          language.text("console.the-personal-contribution-is-below-the"));
      case COSTS_DO_NOT_ADD_UP -> new FieldFault(COSTS, costsDoNotAddUp());
      case PAYMENTS_EXCEED_COSTS -> new FieldFault(PAYMENTS, paymentsExceedCosts());
      case YEAR_MISMATCH -> new FieldFault(List.of("/yearToDate/year", "/serviceDate"), yearMismatch());
      case PAYMENTS_CONTRADICT_ENROLMENT -> new FieldFault(
          List.of("/person/enrolment", "/payments/basicInsurance", "/payments/criticalIllness"),
          language.text("console.the-person-was-not-insured-when"));
      case CRITICAL_ILLNESS_PLAN_NOT_APPLICABLE -> new FieldFault(List.of("/criticalIllnessPlan/deductible",
          "/criticalIllnessPlan/disposableIncomePerHead"),
          language.text("console.the-critical-illness-plan-cannot-apply"));
      case CRITICAL_ILLNESS_UNSETTLED -> new FieldFault(
          List.of("/payments/criticalIllness", "/criticalIllnessPlan/deductible"),
          language.text("console.insurance-comes-first-state-what-critical"));
      case YEAR_TO_DATE_TOO_LARGE -> new FieldFault(refusal.arguments().stream().map(Object::toString).toList(),
          language.text("console.the-year-to-date-would-be-more"));
    };
  }

  private String noPolicyForRegion() {
    String known = catalogue.editions().stream().map(edition -> edition.description().areaCode()).distinct()
        .map(code -> Areas.inFull(code, language)).collect(Collectors.joining(language.text("language.list-comma-2")));
    return language.text("console.no-policy-covers-loaded-are-those", Areas.inFull(claim.region(), language), known);
  }

  private String noPolicyInForce() {
    String known = catalogue.covering(claim.region()).stream().map(Edition::description)
        .map(description -> EditionView.of(description, language))
        .map(edition -> language.text("language.bracketed", edition.name(), edition.days()))
        .collect(Collectors.joining(language.text("language.list-comma-2")));
    return language.text("console.no-policy-of-the-area-is", claim.serviceDate(), known);
  }

  private String costsDoNotAddUp() {
    Costs costs = claim.costs();
    Money sum = costs.sumOfParts();
    boolean less = costs.total().exceeds(sum);
    String difference =
        Figures.amount(less ? costs.total().minus(sum) : sum.minus(costs.total()));
    return language.text(
        less ? "console.in-scope-advance-share-above-price" : "console.in-scope-advance-share-above-price-limits",
        Figures.amount(sum), Figures.amount(costs.total()), difference);
  }

  private String paymentsExceedCosts() {
    Money sum = claim.payments().sum();
    return language.text("console.the-payments-add-up-to-yuan", Figures.amount(sum),
        Figures.amount(claim.costs().total()), Figures.amount(sum.minus(claim.costs().total())));
  }

  private String yearMismatch() {
    return language.text("console.the-year-to-date-is-of-the", claim.yearToDate().year(),
        claim.serviceDate().getYear());
  }
}
