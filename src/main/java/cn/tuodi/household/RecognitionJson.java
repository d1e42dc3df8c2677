package cn.tuodi.household;

import cn.tuodi.assistance.json.Citations;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
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
    @Schema(nullable = true) BigDecimal threshold, @Schema(required = true) List<String> reasons,
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
        recognised == null ? null : perHead(answer.household(), 2),
        recognised == null ? null : answer.ledger().threshold().setScale(2, RoundingMode.HALF_UP), reasons,
        answer.ledger().source() == null ? List.of() : List.of(citations.of(answer.ledger().source())),
        DecisionView.notices(answer.ledger().notices(), citations, language));
  }

  private static BigDecimal perHead(Household household, int decimals) {
    return household.incomeAfterCost().divide(BigDecimal.valueOf(household.members()), decimals, RoundingMode.HALF_UP);
  }

  /** Income per head to the fen, or finer where only that shows on which side of the threshold it lies. */
  private static String shown(RecognitionAnswer answer) {
    BigDecimal threshold = answer.ledger().threshold();
    BigDecimal exact = perHead(answer.household(), FINEST);
    int decimals = 2;
    while (decimals < FINEST
        && exact.compareTo(threshold) != perHead(answer.household(), decimals).compareTo(threshold)) {
      decimals++;
    }
    return perHead(answer.household(), decimals).toPlainString();
  }

  private static String reason(RecognitionCriterion criterion, boolean met, RecognitionAnswer answer,
      Language language) {
    String mark = met ? language.text("household.met") : language.text("household.not-met");
    Household household = answer.household();
    return mark + switch (criterion) {
      case SERIOUSLY_ILL -> language.text("household.a-member-is-seriously-ill");
      case IN_NO_OTHER_CLASS -> language.text("household.the-household-is-on-neither-the");
      case ASSETS -> language.text("household.assets-are-within-the-rules-of");
      case INCOME -> language.text("household.yuan-per-head-to-be-below", household.disposableIncome(),
          household.selfPayment(), household.members(), shown(answer), yuan(answer));
    };
  }

  private static Money yuan(RecognitionAnswer answer) {
    return Money.halfUp(answer.ledger().threshold());
  }
}
