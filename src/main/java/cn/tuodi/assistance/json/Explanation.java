package cn.tuodi.assistance.json;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Limit;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.language.Language;
import cn.tuodi.money.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One sentence that tells a layperson how a payout line comes about, with its figures. */
final class Explanation {

  private final StringBuilder text = new StringBuilder(160);
  private final PayoutLine line;
  private final Language language;

  private Explanation(PayoutLine line, Language language) {
    this.line = line;
    this.language = language;
  }

  static String of(PayoutLine line, Language language) {
    Explanation explanation = new Explanation(line, language);
    switch (line.benefit()) {
      case CRITICAL_ILLNESS -> explanation.begin("基本医保支付后，政策范围内还有 ", " 元计入大病保险", "After basic insurance ",
          " yuan within the policy scope count towards critical-illness insurance");
      case MEDICAL_ASSISTANCE ->
        explanation.begin("保险支付后，有 ", " 元计入医疗救助", "After insurance ", " yuan count towards medical assistance");
      case TOP_UP_ASSISTANCE -> explanation.begin("医疗救助后，有 ", " 元计入倾斜救助", "After medical assistance ",
          " yuan count towards top-up assistance");
      case APPLICATION_ASSISTANCE -> explanation.begin("12 个月内有 ", " 元费用计入依申请救助", "Over twelve months ",
          " yuan count towards assistance on application");
      case INSTITUTION_BORNE -> explanation.begin("目录外费用 ", " 元，超出总费用规定比例的部分由医疗机构承担", "Of ",
          " yuan outside the catalogues the institution bears what exceeds a set share of the bill");
    }
    explanation.bands();
    explanation.limits();
    return explanation.end();
  }

  private void begin(String zh, String zhAfter, String en, String enAfter) {
    text.append(language.of(zh, en)).append(line.eligible()).append(language.of(zhAfter, enAfter));
  }

  private void bands() {
    for (Schedule.Band band : line.bands()) {
      if (!line.isBelowDeductible(band)) {
        text.append(language.of("；", "; ")).append(yuan(band.cost())).append(language.of(" 元 × ", " yuan × "))
            .append(band.rate()).append(" = ").append(band.amount()).append(language.of(" 元", " yuan"));
      } else {
        text.append(language.of("；其中 ", "; of this ")).append(yuan(band.cost()));
        if (line.benefit() == Benefit.INSTITUTION_BORNE) {
          text.append(language.of(" 元在规定比例 ", " yuan lie within that share, "))
              .append(yuan(band.to())).append(language.of(" 元以内", " yuan"));
        } else {
          text.append(language.of(" 元在起付线 ", " yuan lie below the yearly deductible of ")).append(yuan(band.to()))
              .append(language.of(" 元以内，不支付", " yuan and are not paid"));
        }
      }
    }
  }

  private void limits() {
    for (Limit limit : line.limits()) {
      if (limit.bound()) {
        text.append(language.of("；", "; "));
        switch (limit.name()) {
          case ANNUAL_CAP, CARE_CAP, PLAN_CAP -> text
              .append(language.of(limit.name().label(), limitName(limit))).append(' ').append(limit.cap())
              .append(language.of(" 元，此前已用 ", " yuan, of which used before: ")).append(limit.usedBefore())
              .append(language.of(" 元", " yuan"));
          case BURDEN_LEFT -> text.append(language.of("不超过剩余费用 ", "not more than the ")).append(limit.cap())
              .append(language.of(" 元", " yuan left to pay"));
        }
      }
    }
  }

  private String end() {
    return text.append(language.of("；本项支付 ", "; this line pays ")).append(line.amount())
        .append(language.of(" 元。", " yuan.")).toString();
  }

  private static String limitName(Limit limit) {
    return switch (limit.name()) {
      case ANNUAL_CAP -> "the annual cap is";
      case CARE_CAP -> "the annual cap for this kind of care is";
      case PLAN_CAP -> "the cap of the plan is";
      case BURDEN_LEFT -> "left to pay:";
    };
  }

  private static String yuan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
