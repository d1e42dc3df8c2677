package cn.tuodi.household;

import cn.tuodi.assistance.json.Citations;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer whether illness has impoverished a household, as the wire contract has it. */
@Schema(name = "Recognition", description = "因病致贫认定及其比较的数值 / recognised or not, with the figures compared")
public record RecognitionJson(@Schema(required = true) DecisionJson.Policy policy,
    @Schema(nullable = true, description = "由其他文件规定则为 null / null where another instrument governs") Boolean recognised,
    @Schema(nullable = true, description = "显示到分，比较时不取整 / shown to the fen, compared unrounded") BigDecimal incomePerHeadAfterCost,
    @Schema(nullable = true) BigDecimal threshold,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "人均收入，仅在不扣除自付费用的地方 / income per head, only where the cost is not deducted") BigDecimal incomePerHead,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "自付费用须超过的数额，不看费用则没有 / what the self-payment must exceed, absent where it is not tested") BigDecimal selfPaymentThreshold,
    @Schema(required = true) List<String> reasons,
    @Schema(required = true) List<DecisionJson.ProvisionJson> provisions,
    @Schema(required = true) List<DecisionJson.NoticeJson> notices) {

  private static final int FINEST = 8;

  /** An answer, in one language. */
  public static RecognitionJson of(RecognitionAnswer answer, Language language) {
    Citations citations = Citations.of(answer.edition());
    Boolean recognised = answer.recognised();
    List<String> reasons = new ArrayList<>();
    answer.ledger().met().forEach((criterion, met) -> reasons.add(reason(criterion, met, answer, language)));
    return new RecognitionJson(DecisionJson.Policy.of(answer.edition()), recognised,
        recognised == null ? null : perHead(answer.household().incomeAfterCost(), answer, 2),
        recognised == null ? null : toTheFen(answer.ledger().threshold()),
        recognised == null || answer.ledger().threshold() == null || answer.ledger().isAfterCost() ? null
            : perHead(answer.household().disposableIncome().inYuan(), answer, 2),
        recognised == null ? null : toTheFen(answer.ledger().costThreshold()), reasons,
        answer.ledger().sources().stream().map(citations::of).toList(),
        DecisionView.notices(answer.ledger().notices(), citations, language));
  }

  private static BigDecimal toTheFen(BigDecimal yuan) {
    return yuan == null ? null : yuan.setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal perHead(BigDecimal income, RecognitionAnswer answer, int decimals) {
    return income.divide(BigDecimal.valueOf(answer.household().members()), decimals, RoundingMode.HALF_UP);
  }

  private static BigDecimal compared(RecognitionAnswer answer, int decimals) {
    Household household = answer.household();
    return perHead(answer.ledger().isAfterCost() ? household.incomeAfterCost() : household.disposableIncome().inYuan(),
        answer, decimals);
  }

  /** Income per head to the fen, or finer where only that shows on which side of the threshold it lies. */
  private static String shown(RecognitionAnswer answer) {
    BigDecimal threshold = answer.ledger().threshold();
    BigDecimal exact = compared(answer, FINEST);
    int decimals = 2;
    while (decimals < FINEST
        && exact.compareTo(threshold) != compared(answer, decimals).compareTo(threshold)) {
      decimals++;
    }
    return compared(answer, decimals).toPlainString();
  }

  private static String reason(RecognitionCriterion criterion, boolean met, RecognitionAnswer answer,
      Language language) {
    String mark = met ? language.text("household.met") : language.text("household.not-met");
    Household household = answer.household();
    return mark + switch (criterion) {
      case SERIOUSLY_ILL -> language.text("household.a-member-is-seriously-ill");
      case IN_NO_OTHER_CLASS -> language.text("household.the-household-is-on-neither-the");
      case ASSETS -> language.text("household.assets-are-within-the-rules-of");
      case INCOME -> answer.ledger().isAfterCost()
          ? language.text("household.yuan-per-head-to-be-below", household.disposableIncome(), household.selfPayment(),
              household.members(), shown(answer), yuan(answer.ledger().threshold()))
          : language.text("household.income-per-head-to-be-below", household.disposableIncome(), household.members(),
              shown(answer), yuan(answer.ledger().threshold()));
      case COST -> language.text("household.self-payment-to-exceed", household.selfPayment(),
          plain(answer.ledger().costThreshold()));
    };
  }

  private static Money yuan(BigDecimal threshold) {
    return Money.halfUp(threshold);
  }

  /** A threshold to the fen, or finer where it is a share of an income that does not come out even. */
  private static String plain(BigDecimal threshold) {
    BigDecimal exact = threshold.stripTrailingZeros();
    return (exact.scale() < 2 ? threshold.setScale(2, RoundingMode.UNNECESSARY) : exact).toPlainString();
  }
}
