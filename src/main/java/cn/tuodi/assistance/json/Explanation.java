package cn.tuodi.assistance.json;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Derived;
import cn.tuodi.answer.Limit;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.OutOfScope;
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

  /**
   * The sentence of a line.
   *
   * @param cost what it says of the cost that counts, or null for what the benefit says
   */
  static String of(PayoutLine line, String cost, Language language) {
    Explanation explanation = new Explanation(line, language);
    explanation.say(cost == null ? cost(line, language) : cost);
    explanation.derived();
    explanation.bands();
    explanation.limits();
    return explanation.end();
  }

  private static String cost(PayoutLine line, Language language) {
    return switch (line.benefit()) {
      case CRITICAL_ILLNESS ->
        language.text("assistance.after-basic-insurance-yuan-within-the", line.eligible());
      case MEDICAL_ASSISTANCE ->
        language.text("assistance.after-insurance-yuan-count-towards-medical", line.eligible());
      case TOP_UP_ASSISTANCE ->
        language.text("assistance.after-medical-assistance-yuan-count-towards", line.eligible());
      case APPLICATION_ASSISTANCE ->
        language.text("assistance.over-twelve-months-yuan-count-towards", line.eligible());
      case INSTITUTION_BORNE ->
        language.text(OutOfScope.SHEET.equals(line.sources().get(0).sheet()) ? "assistance.of-yuan-out-of-scope-the"
            : "assistance.of-yuan-outside-the-catalogues-the", line.eligible());
    };
  }

  private void say(String sentence) {
    text.append(sentence);
  }

  private void derived() {
    line.derived()
        .forEach(derived -> say(language.text("assistance.the-amount-is-a-multiple", arguments(derived, language))));
  }

  /** How an amount came out that is a multiple of a figure of the place. */
  static String of(Derived derived, Language language) {
    return language.text("assistance.the-amount-was-a-multiple", arguments(derived, language));
  }

  private static Object[] arguments(Derived derived, Language language) {
    String base = derived.multiple().base();
    return new Object[] {language.of(derived.heading(), EnglishWords.of(derived.heading())), derived.amount(),
        language.of(base, derived.baseEn() == null ? base : derived.baseEn()), derived.figure(),
        derived.multiple().factor()};
  }

  private void bands() {
    for (Schedule.Band band : line.bands()) {
      String cost = yuan(band.cost());
      if (!line.isBelowDeductible(band)) {
        say(language.text("assistance.yuan-yuan", cost, band.rate(), band.amount()));
      } else if (line.benefit() == Benefit.INSTITUTION_BORNE) {
        say(language.text("assistance.of-this-yuan-lie-within-that", cost, yuan(band.to())));
      } else {
        say(language.text("assistance.of-this-yuan-lie-below-the", cost, yuan(band.to())));
      }
    }
  }

  private void limits() {
    for (Limit limit : line.limits()) {
      if (limit.bound()) {
        say(switch (limit.name()) {
          case ANNUAL_CAP -> language.text("assistance.the-annual-cap-is-yuan-of", limit.cap(), limit.usedBefore());
          case CARE_CAP -> language.text("assistance.the-annual-cap-for-this-kind", limit.cap(), limit.usedBefore());
          case BILL_CAP -> language.text("assistance.one-bill-pays-at-most", limit.cap());
          case PLAN_CAP -> language.text("assistance.the-cap-of-the-plan-is", limit.cap(), limit.usedBefore());
          case BURDEN_LEFT -> language.text("assistance.not-more-than-the-yuan-left", limit.cap());
        });
      }
    }
  }

  private String end() {
    say(language.text("assistance.this-line-pays-yuan", line.amount()));
    return text.toString();
  }

  private static String yuan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
