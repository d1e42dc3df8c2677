package cn.tuodi.premium;

import cn.tuodi.assistance.json.Citations;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a question about a premium as the wire contract has it. Amounts are yuan with two decimals. */
@Schema(name = "PremiumAnswer", description = "参保资助、财政补助和等待期 / subsidy, fiscal shares and waiting period")
public record PremiumJson(@Schema(required = true) DecisionJson.Policy policy,
    @Schema(required = true) SubsidyJson subsidy,
    @Schema(nullable = true, description = "资助后个人应缴；资助不明则为 null / null where the subsidy is not known") Money personalPayable,
    @Schema(required = true) List<FiscalJson> fiscal,
    @Schema(nullable = true, description = "文件未作规定则为 null / null where the sources are silent") WaitingJson waitingPeriod,
    @Schema(required = true) List<DecisionJson.NoticeJson> notices) {

  /** What medical assistance pays. */
  @Schema(name = "PremiumSubsidy")
  public record SubsidyJson(@Schema(nullable = true) Money amount, @Schema(nullable = true) BigDecimal rate,
      @Schema(required = true) List<DecisionJson.ProvisionJson> provisions) {}

  /** What a budget pays. */
  @Schema(name = "FiscalShare")
  public record FiscalJson(@Schema(required = true) FiscalPayer payer, @Schema(required = true) Money amount,
      @Schema(required = true) List<DecisionJson.ProvisionJson> provisions) {}

  /** A waiting period, or that there is none. */
  @Schema(name = "WaitingPeriod")
  public record WaitingJson(@Schema(required = true) boolean applies, @Schema(nullable = true) LocalDate benefitsFrom,
      @Schema(required = true) List<DecisionJson.ProvisionJson> provisions) {}

  /** An answer, in one language. */
  public static PremiumJson of(PremiumAnswer answer, Language language) {
    Citations citations = Citations.of(answer.edition());
    PremiumAnswer.Waiting waiting = answer.waiting();
    return new PremiumJson(DecisionJson.Policy.of(answer.edition()),
        new SubsidyJson(answer.subsidy().amount(),
            answer.subsidy().rate() == null ? null : answer.subsidy().rate().share(),
            citations.of(answer.subsidy().sources())),
        answer.personalPayable(),
        answer.fiscal().stream()
            .map(share -> new FiscalJson(share.payer(), share.amount(), citations.of(share.sources()))).toList(),
        waiting == null ? null
            : new WaitingJson(waiting.applies(), waiting.benefitsFrom(), List.of(citations.of(waiting.source()))),
        DecisionView.notices(answer.notices(), citations, language));
  }
}
