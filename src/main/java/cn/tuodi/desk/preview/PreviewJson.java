package cn.tuodi.desk.preview;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.replay.EarlierDecision;
import cn.tuodi.replay.Replay;
import cn.tuodi.replay.ReplayJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What previews answer. */
public final class PreviewJson {

  private PreviewJson() {}

  /** What publishing a draft would do. */
  @Schema(name = "PublicationPreview", description = "发布这份草稿会怎样 / what publishing the draft would do")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Preview(@Schema(required = true) String draft, @Schema(required = true) String edition,
      @Schema(required = true, description = "所见草稿的 changedAt，发布时原样写入 seen / changedAt of the draft, to be sent as seen when it is published") Instant seen,
      @Schema(required = true) DaysJson days,
      @Schema(required = true, description = "改动对全部日期有效的表：没有生效、失效日期 / sheets that change on all days, for their rows have no first and last day") List<String> undatedSheets,
      @Schema(nullable = true, description = "与现行版本（新年度与上一年度）的差异；没有可比的为 null / differences from what is in force, of a new year from the year before; null where there is neither") ChangesJson changes,
      @Schema(required = true, description = "核定结果会变的算例，每张表最多若干个 / claims on which decisions change, some of each sheet") List<ExampleJson> examples,
      @Schema(nullable = true, description = "模拟时间 / when the draft was simulated as it is") Instant simulatedAt) {}

  /** Days of service that change. */
  @Schema(name = "ChangedDays", description = "核定结果可能改变的就医日期 / days of service on which decisions may change")
  public record DaysJson(@Schema(required = true) List<DayRangeJson> periods,
      @Schema(required = true, description = "启用的日期（北京时间） / the day from which it would be in force, in Beijing") LocalDate effectiveOn,
      @Schema(required = true, description = "其中在启用之日以前的天数；大于 0 时发布须写明 pastReason / how many of the days come before that; above 0 pastReason is needed") long past) {}

  /** A period. */
  @Schema(name = "DayRange")
  public record DayRangeJson(@Schema(required = true) LocalDate from,
      @Schema(nullable = true, description = "最后一天，没有终止则为 null / last day, null while open") LocalDate to) {}

  /** A worked example. */
  @Schema(name = "WorkedExample", description = "算例 / a claim decided before and after")
  public record ExampleJson(@Schema(required = true, description = "所改的行 / the row that changes") String subject,
      @Schema(required = true, ref = "Claim") Map<String, Object> claim,
      @Schema(required = true) AmountsJson before, @Schema(required = true) AmountsJson after) {}

  /** What a claim comes to. */
  @Schema(name = "ExampleAmounts")
  public record AmountsJson(@Schema(required = true) Status status, @Schema(required = true) Money criticalIllness,
      @Schema(required = true) Money medicalAssistance, @Schema(required = true) Money topUpAssistance,
      @Schema(required = true) Money personal) {

    private static AmountsJson of(Decision decision) {
      return new AmountsJson(decision.status(), decision.totals().criticalIllness(),
          decision.totals().medicalAssistance(), decision.totals().topUpAssistance(), decision.totals().personal());
    }
  }

  /** A claim tried on a draft. */
  @Schema(name = "DraftDecision", description = "一份单据按草稿和按现行政策核定的结果 / a claim decided by a draft and by the policy in force")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record TrialJson(
      @Schema(required = true, description = "两个结果相同（政策标识除外） / both are the same, but for the policy they name") boolean identical,
      @Schema(nullable = true, description = "按现行政策核定的结果 / as decided by the policy in force") DecisionJson inForce,
      @Schema(nullable = true, description = "现行政策无法核定的原因 / why the policy in force cannot decide it") Problem inForceProblem,
      @Schema(nullable = true, description = "按草稿核定的结果 / as it would be decided") DecisionJson draft,
      @Schema(nullable = true, description = "草稿无法核定的原因 / why it could not be decided") Problem draftProblem,
      @Schema(required = true, description = "逐项差异，earlier 为现行，now 为草稿 / every difference: earlier is what is in force, now the draft") List<ReplayJson.DifferenceJson> differences) {}

  /** A preview, in one language. */
  public static Preview of(PublicationPreview preview, Language language) {
    ChangesJson changes = preview.changes() == null ? null : ChangesJson.of(preview.changes(), language);
    return new Preview(preview.draft().id(), preview.draft().edition().toString(), preview.draft().changedAt(),
        new DaysJson(preview.days().days().periods().stream()
            .map(period -> new DayRangeJson(period.first(), period.last())).toList(), preview.days().from(),
            preview.days().past()),
        preview.undated(), changes,
        preview.examples().stream().map(example -> of(example, language)).toList(), preview.draft().simulatedAt());
  }

  private static ExampleJson of(WorkedExample example, Language language) {
    return new ExampleJson(ChangesJson.subject(example.row(), language), ClaimView.of(example.claim()),
        AmountsJson.of(example.before()), AmountsJson.of(example.after()));
  }

  /** A trial, in one language. */
  public static TrialJson of(DraftTrial trial, String claimId, Language language) {
    List<ReplayJson.DifferenceJson> differences = List.of();
    boolean identical = trial.inForce() instanceof Refusal one && trial.draft() instanceof Refusal other
        && one.code() == other.code();
    if (trial.inForce() instanceof Decision before && trial.draft() instanceof Decision after) {
      DecisionJson told = DecisionView.of(before, language);
      differences = Replay.of(after, new EarlierDecision(told.decisionId(), told.policy(), Json.tree(told)), language)
          .differences().stream().filter(difference -> !difference.kind().isOfPolicy()).toList();
      identical = differences.isEmpty();
    }
    return new TrialJson(identical, decision(trial.inForce(), language), problem(trial.inForce(), claimId, language),
        decision(trial.draft(), language), problem(trial.draft(), claimId, language), differences);
  }

  private static DecisionJson decision(Outcome outcome, Language language) {
    return outcome instanceof Decision decision ? DecisionView.of(decision, language) : null;
  }

  private static Problem problem(Outcome outcome, String claimId, Language language) {
    return outcome instanceof Refusal refusal ? Problem.refused(refusal, claimId, language) : null;
  }
}
