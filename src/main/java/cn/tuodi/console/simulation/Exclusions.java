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
      left.add(new Exclusions(count(unreadable) + language.of(" 行无法读取", " line(s) cannot be read"),
          listed(unreadable, result.unreadable().examples().stream().map(line -> said(line, language)).toList(),
              language)));
    }
    for (SimulationJson.SidePart side : List.of(result.from(), result.to())) {
      side.refused().forEach((code, count) -> left.add(new Exclusions(
          side.policy() + language.of("：", ": ") + count(count)
              + language.of(" 份费用单据无法核定：", " claim(s) cannot be decided: ") + refused(code, language),
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
    all.add(language.of("另有 " + count(count - lines.size()) + " 份未列出", "and " + count(count - lines.size()) + " more"));
    return all;
  }

  private static String said(SimulationJson.RefusedPart claim, boolean isSynthetic, Language language) {
    return isSynthetic
        ? language.of("第 " + claim.number() + " 份：" + claim.message(),
            "number " + claim.number() + ": " + claim.message())
        : language.of("第 " + claim.number() + " 行（" + claim.claimId() + "）：" + claim.message(),
            "line " + claim.number() + " (" + claim.claimId() + "): " + claim.message());
  }

  private static String said(Unreadable line, Language language) {
    return language.of("第 " + line.line() + " 行", "line " + line.line()) + (line.place().isEmpty() ? "" : " ")
        + line.place() + language.of("：", ": ") + line.message();
  }

  private static String refused(RefusalCode code, Language language) {
    return switch (code) {
      case POLICY_UNAVAILABLE -> language.of("政策目前无法使用", "the policy cannot be used at present");
      case NO_POLICY_FOR_REGION -> language.of("不在这个版本的地区", "their place is not that of the edition");
      case NO_POLICY_IN_FORCE -> language.of("不在这个版本的有效期内", "their day is not within the edition");
      case RESIDENT_SCHEME_ONLY -> language.of("只适用于城乡居民医保", "only for residents' insurance");
      case CONTRIBUTION_BELOW_MINIMUM -> language.of("个人缴费低于最低标准", "the contribution is below the minimum");
      case COSTS_DO_NOT_ADD_UP -> language.of("各项费用之和不等于总费用", "the costs do not add up to the total");
      case PAYMENTS_EXCEED_COSTS -> language.of("各项支付之和超过总费用", "the payments are more than the total");
      case YEAR_MISMATCH -> language.of("年度累计不是就医年度的", "the year to date is of another year");
      case PAYMENTS_CONTRADICT_ENROLMENT ->
        language.of("未参保却有医保支付", "insurance is stated to have paid for somebody who was not insured");
      case CRITICAL_ILLNESS_PLAN_NOT_APPLICABLE ->
        language.of("所填大病保险方案不适用", "the critical-illness plan stated cannot apply");
      case CRITICAL_ILLNESS_UNSETTLED -> language.of("没有大病保险的支付或方案",
          "neither a payment nor a plan of critical-illness insurance is stated");
    };
  }
}
