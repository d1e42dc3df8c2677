package cn.tuodi.simulation;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Provision;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.SampleSettings;
import cn.tuodi.simulation.portfolio.Unreadable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of a simulation as answers show it.
 *
 * @param portfolio where the claims came from
 * @param claims how many claims were read
 * @param unreadable lines that are no claims
 * @param notices what is to be known before the figures are relied upon
 * @param from what they add up to under the one policy
 * @param to what they add up to under the other
 * @param compared how the claims compare
 * @param people who gains and who loses
 * @param largestChanges the claims of which the amounts left to the person differ most
 */
@Schema(name = "SimulationResult", description = "同一批单据在两个政策下的结果 / one portfolio of claims under two policies")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulationJson(PortfolioPart portfolio, long claims, UnreadablePart unreadable,
    List<SimulationNotice> notices, SidePart from, SidePart to, ComparedPart compared, PeoplePart people,
    List<ChangePart> largestChanges) {

  /**
   * Where the claims came from.
   *
   * @param kind SAMPLE, NDJSON or CSV
   * @param synthetic whether they were generated
   * @param sample what they were drawn for, or left out
   */
  @Schema(name = "SimulationPortfolio")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PortfolioPart(PortfolioSource.Kind kind, boolean synthetic, SampleSettings sample) {}

  /**
   * Lines that are no claims.
   *
   * @param count how many
   * @param examples the first of them, with line and column or pointer
   */
  @Schema(name = "SimulationUnreadable")
  public record UnreadablePart(long count, List<Unreadable> examples) {}

  /**
   * What the claims add up to under a policy.
   *
   * @param policy what people call it
   * @param edition its edition
   * @param contentHash hash over its content
   * @param asIfInForce whether every claim was decided as if the edition were in force at its place and on its day
   * @param statuses how many claims were decided with each status
   * @param refused how many claims were refused, by code
   * @param refusedExamples the first claims refused for each reason
   * @param totals sums of the claims decided
   * @param funds what each fund pays
   * @param byClassAndCare sums by class and kind of care
   * @param inScopeInpatient the share of in-scope inpatient cost that the funds pay
   */
  @Schema(name = "SimulationSide")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SidePart(String policy, String edition, String contentHash, boolean asIfInForce,
      Map<Status, Long> statuses, Map<RefusalCode, Long> refused, List<RefusedPart> refusedExamples, Sums totals,
      FundsPart funds,
      List<GroupPart> byClassAndCare, SharePart inScopeInpatient) {}

  /**
   * A claim that a policy does not decide.
   *
   * @param number line of the portfolio, or number in the sample
   * @param claimId id of the claim
   * @param code why
   * @param message the same in words
   */
  @Schema(name = "SimulationRefused")
  public record RefusedPart(long number, String claimId, RefusalCode code, String message) {

    private static RefusedPart of(RefusedClaim claim, Language language) {
      return new RefusedPart(claim.number(), claim.claimId(), claim.refusal().code(),
          Problem.refused(claim.refusal(), claim.claimId(), language).detail());
    }
  }

  /**
   * What each fund pays.
   *
   * @param basicInsurance basic insurance, as the claims state it
   * @param criticalIllnessInsurance critical-illness insurance
   * @param medicalAssistanceFund medical assistance and top-up
   * @param institution borne by institutions
   * @param other employees' supplement and other insurance
   */
  @Schema(name = "SimulationFunds")
  public record FundsPart(Money basicInsurance, Money criticalIllnessInsurance, Money medicalAssistanceFund,
      Money institution, Money other) {}

  /**
   * A class and a kind of care.
   *
   * @param label name of the class
   * @param care kind of care
   * @param sums what the claims add up to
   */
  @Schema(name = "SimulationGroup")
  public record GroupPart(String label, CareType care, Sums sums) {}

  /**
   * The share of residents' in-scope inpatient cost that the funds pay.
   *
   * @param claims over how many claims
   * @param policyScope their in-scope cost
   * @param basicInsurance basic insurance on them
   * @param criticalIllness critical-illness insurance on them
   * @param assistance medical assistance and top-up on them
   * @param paid what the funds pay of the in-scope cost
   * @param share the share, 0 to 1, four decimals; left out where there is no such cost
   * @param target the share in view, or left out where the edition's register has no such provision
   * @param difference share less target
   * @param provision the provision that sets it
   * @param instrument its document
   * @param article its article
   */
  @Schema(name = "SimulationFundShare")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SharePart(long claims, Money policyScope, Money basicInsurance, Money criticalIllness, Money assistance,
      Money paid, BigDecimal share, BigDecimal target, BigDecimal difference, String provision, String instrument,
      String article) {}

  /**
   * How the claims compare.
   *
   * @param changed claims that both policies decide, with different amounts left to the person
   * @param underReview claims that both policies decide, one of them at least subject to review, so that its amounts may
   *     change
   * @param decidedByFromOnly claims that only the one policy decides
   * @param decidedByToOnly claims that only the other decides
   */
  @Schema(name = "SimulationCompared")
  public record ComparedPart(long changed, long underReview, long decidedByFromOnly, long decidedByToOnly) {}

  /**
   * Who gains and who loses, over the claims of a person that both policies decide.
   *
   * @param gaining persons to whom less is left to pay
   * @param losing persons to whom more is left to pay
   * @param unchanged persons to whom the same is left
   * @param notCompared persons none of whose claims both policies decide
   * @param gained what those who gain have together
   * @param lost what those who lose have less together
   * @param bands how much
   */
  @Schema(name = "SimulationPeople")
  public record PeoplePart(long gaining, long losing, long unchanged, long notCompared, Money gained, Money lost,
      List<BandPart> bands) {}

  /**
   * Persons who gain or lose an amount in a band; an edge belongs to the lower band.
   *
   * @param upTo upper edge in yuan, left out for the last band
   * @param gaining persons who gain
   * @param losing persons who lose
   */
  @Schema(name = "SimulationBand")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BandPart(Money upTo, long gaining, long losing) {}

  /**
   * A claim of which the policies leave different amounts to the person.
   *
   * @param number line of the portfolio, or number in the sample
   * @param gain how much less is left to the person; negative where it is more
   * @param claim the claim as the portfolio states it
   * @param from the decision under the one policy
   * @param to the decision under the other
   */
  @Schema(name = "SimulationChange")
  public record ChangePart(long number, BigDecimal gain, @Schema(ref = "Claim") Map<String, Object> claim,
      DecidedPart from, DecidedPart to) {}

  /**
   * A decision in short.
   *
   * @param status what it amounts to
   * @param label name of the class
   * @param criticalIllness critical-illness insurance
   * @param medicalAssistance medical assistance
   * @param topUpAssistance top-up assistance
   * @param institutionBorne borne by the institution
   * @param personal left to the person
   */
  @Schema(name = "SimulationDecision")
  public record DecidedPart(Status status, String label, Money criticalIllness, Money medicalAssistance,
      Money topUpAssistance, Money institutionBorne, Money personal) {

    private static DecidedPart of(Decision decision, Language language) {
      ClassCare group = ClassCare.of(decision.standing(), decision.claim().care().type());
      return new DecidedPart(decision.status(), language.of(group.label(), group.labelEn()),
          decision.totals().criticalIllness(), decision.totals().medicalAssistance(),
          decision.totals().topUpAssistance(), decision.totals().institutionBorne(), decision.totals().personal());
    }
  }

  /** The result of a simulation in a language. */
  public static SimulationJson of(PortfolioSource source, PolicySide before, PolicySide after, Tally tally,
      Language language) {
    PeopleTally people = tally.people();
    return new SimulationJson(
        new PortfolioPart(source.kind(), source.kind() == PortfolioSource.Kind.SAMPLE, source.settings()),
        tally.claims(), new UnreadablePart(tally.unreadable(), tally.examples()),
        SimulationNotice.of(tally.repeated(), language),
        side(before, tally.before(), language), side(after, tally.after(), language),
        new ComparedPart(tally.claimsChanged(), tally.underReview(), tally.onlyBefore(), tally.onlyAfter()),
        new PeoplePart(people.gaining(), people.losing(), people.unchanged(), people.notCompared(), people.gained(),
            people.lost(), Arrays.stream(GainBand.values())
                .map(band -> new BandPart(band == GainBand.MORE ? null : band.upTo(), people.gaining(band),
                    people.losing(band)))
                .toList()),
        tally.changes().stream()
            .map(change -> new ChangePart(change.number(), change.gain().inYuan(), ClaimView.of(change.claim()),
                DecidedPart.of(change.before(), language), DecidedPart.of(change.after(), language)))
            .toList());
  }

  private static SidePart side(PolicySide side, SideTally tally, Language language) {
    Sums sums = tally.sums();
    return new SidePart(side.name(), side.edition().id().toString(), side.edition().description().hashOfAll(),
        side.asIfInForce(), statuses(tally),
        tally.refusals(),
        tally.refusedExamples().stream().map(claim -> RefusedPart.of(claim, language)).toList(), sums,
        new FundsPart(sums.basicInsurance(), sums.criticalIllness(), sums.assistanceFund(), sums.institutionBorne(),
            sums.employeeSupplement().plus(sums.otherInsurance())),
        tally.groups().entrySet().stream().map(group -> new GroupPart(
            language.of(group.getKey().label(), group.getKey().labelEn()), group.getKey().care(), group.getValue()))
            .toList(),
        share(side, tally.share()));
  }

  private static Map<Status, Long> statuses(SideTally tally) {
    Map<Status, Long> statuses = new EnumMap<>(Status.class);
    Arrays.stream(Status.values()).forEach(status -> statuses.put(status, tally.count(status)));
    return statuses;
  }

  private static SharePart share(PolicySide side, FundShare share) {
    EditionDescription edition = side.edition().description();
    Rate aim = edition.parameters().rate(Parameter.FUND_SHARE_TARGET);
    Provision provision = aim == null ? null
        : edition.provisions().get(edition.parameters().source(Parameter.FUND_SHARE_TARGET).provision());
    BigDecimal reached = share.share();
    BigDecimal target = aim == null ? null : aim.share().setScale(4);
    return new SharePart(share.claims(), share.policyScope(), share.basicInsurance(), share.criticalIllness(),
        share.assistance(), share.paid(), reached, target,
        reached == null || target == null ? null : reached.subtract(target),
        provision == null ? null : provision.id(), provision == null ? null : provision.instrument(),
        provision == null ? null : provision.article());
  }
}
