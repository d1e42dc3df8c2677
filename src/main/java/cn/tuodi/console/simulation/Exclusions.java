package cn.tuodi.console.simulation;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.console.Figures;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.SimulationJson;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is not in the figures of a simulation, and why: unsaid, it would look like claims that do not change.
 *
 * @param summary how many are left out, and why
 * @param lines the first of them
 */
record Exclusions(String summary, List<String> lines) {

  /** What is left out, by the reason; none where everything is in the figures. */
  static List<Exclusions> of(SimulationJson result, Language language) {
    List<Exclusions> left = new ArrayList<>();
    long unreadable = result.unreadable().count();
    if (unreadable > 0) {
      left.add(new Exclusions(language.text("console.line-s-cannot-be-read", count(unreadable)),
          listed(unreadable, result.unreadable().examples().stream().map(line -> said(line, language)).toList(),
              language)));
    }
    for (SimulationJson.SidePart side : List.of(result.from(), result.to())) {
      side.refused().forEach((code, count) -> left.add(new Exclusions(
          language.text("console.claim-s-cannot-be-decided", side.policy(), count(count), refused(code, language)),
          listed(count, side.refusedExamples().stream().filter(claim -> claim.code() == code)
              .map(claim -> said(claim, result.portfolio().synthetic(), language)).toList(), language))));
    }
    return left;
  }

  private static String count(long count) {
    return Figures.round(BigDecimal.valueOf(count));
  }

  /** Lines, and how many there are besides. */
  private static List<String> listed(long count, List<String> lines, Language language) {
    if (count <= lines.size()) {
      return lines;
    }
    List<String> all = new ArrayList<>(lines);
    all.add(language.text("console.and-more", count(count - lines.size())));
    return all;
  }

  private static String said(SimulationJson.RefusedPart claim, boolean isSynthetic, Language language) {
    return isSynthetic
        ? language.text("console.number", claim.number(), claim.message())
        : language.text("console.line-3", claim.number(), claim.claimId(), claim.message());
  }

  private static String said(Unreadable line, Language language) {
    return language.text(line.place().isEmpty() ? "console.line" : "console.line-2", line.line(), line.place(),
        line.message());
  }

  private static String refused(RefusalCode code, Language language) {
    return switch (code) {
      case POLICY_UNAVAILABLE -> language.text("console.the-policy-cannot-be-used-at");
      case NO_POLICY_FOR_REGION -> language.text("console.their-place-is-not-that-of");
      case NO_POLICY_IN_FORCE -> language.text("console.their-day-is-not-within-the");
      case IDENTITY_CODE_UNKNOWN -> language.text("console.their-identity-code-is-unknown");
      case RESIDENT_SCHEME_ONLY -> language.text("console.only-for-residents-insurance");
      case CONTRIBUTION_BELOW_MINIMUM -> language.text("console.the-contribution-is-below-the-minimum");
      case COSTS_DO_NOT_ADD_UP -> language.text("console.the-costs-do-not-add-up");
      case PAYMENTS_EXCEED_COSTS -> language.text("console.the-payments-are-more-than-the");
      case YEAR_MISMATCH -> language.text("console.the-year-to-date-is-of");
      case PAYMENTS_CONTRADICT_ENROLMENT ->
        language.text("console.insurance-is-stated-to-have-paid");
      case CRITICAL_ILLNESS_PLAN_NOT_APPLICABLE ->
        language.text("console.the-critical-illness-plan-stated-cannot");
      case CRITICAL_ILLNESS_UNSETTLED -> language.text("console.neither-a-payment-nor-a-plan");
      case YEAR_TO_DATE_TOO_LARGE -> language.text("console.the-year-to-date-would-be-more");
    };
  }
}
