package cn.tuodi.json;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as RFC 9457 has it.
 *
 * @param type kind of problem, a URN
 * @param title short name in the caller's language
 * @param status HTTP status
 * @param detail what happened and what to do, in the caller's language
 * @param code code of the wire contract
 * @param claimId id of the claim, where it could be read
 * @param line line of a batch, or null
 * @param violations malformed fields, for INVALID_REQUEST; sums of the year, for YEAR_TO_DATE_TOO_LARGE
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(@Schema(required = true) String type, @Schema(required = true) String title,
    @Schema(required = true) int status, @Schema(required = true) String detail, @Schema(required = true) String code,
    String claimId, Long line, List<Violation> violations) {

  /** A request that cannot be read. */
  public static Problem invalid(List<Violation> violations, Language language) {
    return new Problem(uri("INVALID_REQUEST"), language.text("json.invalid-request"), 400,
        language.text("json.field-s-are-malformed-see-violations", violations.size()),
        "INVALID_REQUEST", null, null, violations);
  }

  /** A claim that cannot be answered. */
  public static Problem refused(Refusal refusal, String claimId, Language language) {
    Problem problem = of(refusal.code() == RefusalCode.POLICY_UNAVAILABLE ? 503 : 422, refusal.code().name(),
        language.text("json.cannot-be-decided"), detail(refusal, language)).about(claimId);
    return refusal.code() == RefusalCode.YEAR_TO_DATE_TOO_LARGE ? problem.with(tooLarge(refusal, language)) : problem;
  }

  /**
   * A failure of this program on a request or a claim.
   *
   * @param error id under which the failure stands in the log
   * @param language the caller's language
   */
  public static Problem failed(String error, Language language) {
    return of(500, "INTERNAL_ERROR", language.text("json.internal-error"),
        language.text("json.this-was-not-processed-ask-the", error));
  }

  /** Any other problem. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(uri(code), title, status, detail, code, null, null, null);
  }

  /** The same, about a claim. */
  public Problem about(String id) {
    return new Problem(type, title, status, detail, code, id, line, violations);
  }

  /** The same, with what is malformed. */
  public Problem with(List<Violation> malformed) {
    return new Problem(type, title, status, detail, code, claimId, line, malformed);
  }

  /** The same, at a line of a batch. */
  public Problem atLine(long number) {
    return new Problem(type, title, status, detail, code, claimId, number, violations);
  }

  private static String uri(String code) {
    return "urn:tuodi:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String detail(Refusal refusal, Language language) {
    List<Object> about = refusal.arguments();
    return switch (refusal.code()) {
      case POLICY_UNAVAILABLE -> language.text("json.what-was-published-of-cannot-be", names(about.get(0), ", "));
      case NO_POLICY_FOR_REGION -> about.size() == 1 ? language.text("json.no-policy-covers-area", about.get(0))
          : language.text("json.the-area-has-no-figure", about.get(0),
              names(about.get(1), language.text("language.list-comma")));
      case NO_POLICY_IN_FORCE ->
        language.text("json.no-policy-is-in-force-on", about.get(0), names(about.get(1), "; "));
      case IDENTITY_CODE_UNKNOWN ->
        language.text("json.the-policy-has-no-identity-of-this-code", about.get(0), about.get(1));
      case RESIDENT_SCHEME_ONLY -> language.text("json.only-for-residents-insurance");
      case CONTRIBUTION_BELOW_MINIMUM ->
        language.text("json.the-personal-contribution-of-yuan-is", about.get(0), about.get(2), about.get(1));
      case COSTS_DO_NOT_ADD_UP -> costsDoNotAddUp((Money) about.get(0), (Money) about.get(1), language);
      case PAYMENTS_EXCEED_COSTS -> language.text("json.the-payments-add-up-to-more", about.get(0), about.get(1));
      case YEAR_MISMATCH -> language.text("json.yeartodate-is-of-the-service-date", about.get(0), about.get(1));
      case PAYMENTS_CONTRADICT_ENROLMENT -> language.text("json.the-person-was-not-insured-when");
      case CRITICAL_ILLNESS_PLAN_NOT_APPLICABLE -> language.text("json.the-critical-illness-plan-cannot-apply");
      case CRITICAL_ILLNESS_UNSETTLED -> language.text("json.insurance-comes-first-state-payments-criticalillness");
      case YEAR_TO_DATE_TOO_LARGE -> language.text("json.the-year-would-be-too-large");
    };
  }

  private static List<Violation> tooLarge(Refusal refusal, Language language) {
    String fault = language.text("json.would-be-more-than", ValueType.LARGEST_SUM);
    return refusal.arguments().stream().map(pointer -> new Violation(pointer.toString(), fault)).toList();
  }

  private static String costsDoNotAddUp(Money total, Money sum, Language language) {
    Money difference = total.exceeds(sum) ? total.minus(sum) : sum.minus(total);
    return language.text("json.policyscope-advance-overlimit-and-selfpaid-add", sum, total, difference);
  }

  private static String names(Object all, String separator) {
    return ((Collection<?>) all).stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
