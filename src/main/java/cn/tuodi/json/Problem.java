package cn.tuodi.json;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param violations malformed fields, for INVALID_REQUEST
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(@Schema(required = true) String type, @Schema(required = true) String title,
    @Schema(required = true) int status, @Schema(required = true) String detail, @Schema(required = true) String code,
    String claimId, Long line, List<Violation> violations) {

  /** A request that cannot be read. */
  public static Problem invalid(List<Violation> violations, Language language) {
    return new Problem(uri("INVALID_REQUEST"), language.of("请求无效", "Invalid request"), 400,
        language.of("请求有 " + violations.size() + " 处错误，见 violations。",
            violations.size() + " field(s) are malformed, see violations."),
        "INVALID_REQUEST", null, null, violations);
  }

  /** A claim that cannot be answered. */
  public static Problem refused(Refusal refusal, String claimId, Language language) {
    return of(refusal.code() == RefusalCode.POLICY_UNAVAILABLE ? 503 : 422, refusal.code().name(),
        language.of("无法核定", "Cannot be decided"), detail(refusal, language))
        .about(claimId);
  }

  /**
   * A failure of this program on a request or a claim.
   *
   * @param error id under which the failure stands in the log
   * @param language the caller's language
   */
  public static Problem failed(String error, Language language) {
    return of(500, "INTERNAL_ERROR", language.of("内部错误", "Internal error"),
        language.of("未能处理，请联系运维人员，错误编号 " + error + "。",
            "This was not processed: ask the operators about error " + error + "."));
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
      case POLICY_UNAVAILABLE -> language.of(
          "政策 " + names(about.get(0), ", ") + " 已发布的内容目前无法使用，不能以其他内容代替；请稍后重试，并通知运维人员。",
          "What was published of " + names(about.get(0), ", ")
              + " cannot be used at present, and nothing else may take its "
              + "place: try again later, and tell the operators.");
      case NO_POLICY_FOR_REGION ->
        language.of("没有适用于地区 " + about.get(0) + " 的政策。", "No policy covers area " + about.get(0) + ".");
      case NO_POLICY_IN_FORCE -> language.of(about.get(0) + " 没有有效的政策；该地区已载入：" + names(about.get(1), "; ") + "。",
          "No policy is in force on " + about.get(0) + "; loaded for the area: " + names(about.get(1), "; ") + ".");
      case RESIDENT_SCHEME_ONLY -> language.of("只适用于城乡居民医保。", "Only for residents' insurance.");
      case CONTRIBUTION_BELOW_MINIMUM -> language.of(
          "个人缴费 " + about.get(0) + " 元低于 " + about.get(2) + " 年度最低标准 " + about.get(1) + " 元。",
          "The personal contribution of " + about.get(0) + " yuan is below the minimum of " + about.get(1)
              + " yuan for " + about.get(2) + ".");
      case COSTS_DO_NOT_ADD_UP -> costsDoNotAddUp((Money) about.get(0), (Money) about.get(1), language);
      case PAYMENTS_EXCEED_COSTS -> language.of("各项支付之和 " + about.get(0) + " 超过总费用 " + about.get(1) + "。",
          "The payments add up to " + about.get(0) + ", more than the total of " + about.get(1) + ".");
      case YEAR_MISMATCH -> language.of("yearToDate 的年度 " + about.get(0) + " 不是就医年度 " + about.get(1) + "。",
          "yearToDate is of " + about.get(0) + ", the service date of " + about.get(1) + ".");
      case PAYMENTS_CONTRADICT_ENROLMENT -> language.of("费用发生时未参保，却有基本医保或大病保险支付。",
          "The person was not insured when the cost arose, yet basic or critical-illness insurance is stated to have paid.");
      case CRITICAL_ILLNESS_PLAN_NOT_APPLICABLE -> language.of("所给大病保险方案不适用于该人员或该地区。",
          "The critical-illness plan cannot apply to this person or area.");
      case CRITICAL_ILLNESS_UNSETTLED -> language.of("先保险后救助：请提供 payments.criticalIllness 或 criticalIllnessPlan。",
          "Insurance comes first: state payments.criticalIllness or a criticalIllnessPlan.");
    };
  }

  private static String costsDoNotAddUp(Money total, Money sum, Language language) {
    Money difference = total.exceeds(sum) ? total.minus(sum) : sum.minus(total);
    return language.of(
        "policyScope、advance、overLimit、selfPaid 之和 " + sum + " 不等于 total " + total + "，相差 " + difference + "。",
        "policyScope, advance, overLimit and selfPaid add up to " + sum + ", not to the total of " + total
            + ": they differ by " + difference + ".");
  }

  private static String names(Object editions, String separator) {
    return ((List<?>) editions).stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
