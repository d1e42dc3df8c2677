package cn.tuodi.console.trial;

import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.answer.Benefit;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.desk.preview.PreviewJson;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.replay.ReplayJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A claim as it is decided now and as a draft would have it, line by line.
 *
 * @param identical whether both are the same
 * @param lines what each party pays, both ways; none where one of them cannot decide
 * @param inForceFault why the policy in force cannot decide it, or empty
 * @param draftFault why the draft cannot, or empty
 * @param differences every other difference, a sentence each
 */
record ComparedAnswers(boolean identical, List<Line> lines, String inForceFault, String draftFault,
    List<String> differences) {

  /**
   * A line.
   *
   * @param label what pays
   * @param before how much now
   * @param after how much by the draft
   * @param change what that is more or less, or empty
   * @param howBefore how it comes about now, or empty
   * @param howAfter how it would come about, or empty
   */
  record Line(String label, String before, String after, String change, String howBefore, String howAfter) {}

  static ComparedAnswers of(PreviewJson.TrialJson trial, Language language) {
    List<Line> lines = trial.inForce() == null && trial.draft() == null ? List.of()
        : new Lines(trial.inForce(), trial.draft(), language).all();
    return new ComparedAnswers(trial.identical(), lines, said(trial.inForceProblem()), said(trial.draftProblem()),
        trial.differences().stream().map(ReplayJson.DifferenceJson::message).map(Figures::grouped).toList());
  }

  private static String said(Problem problem) {
    return problem == null ? "" : problem.detail();
  }

  /** The lines of two decisions, either of which may be missing. */
  private static final class Lines {

    private final DecisionJson before;
    private final DecisionJson after;
    private final Language language;
    private final List<Line> lines = new ArrayList<>();

    Lines(DecisionJson before, DecisionJson after, Language language) {
      this.before = before;
      this.after = after;
      this.language = language;
    }

    List<Line> all() {
      lines.add(new Line(language.text("console.outcome"), status(before), status(after), "", "", ""));
      lines.add(new Line(language.text("console.class-2"), standing(before), standing(after), "", "", ""));
      stated("console.the-bill", DecisionJson.TotalsJson::total);
      stated("console.basic-insurance", DecisionJson.TotalsJson::basicInsurance);
      computed(Benefit.CRITICAL_ILLNESS, DecisionJson.TotalsJson::criticalIllness);
      stated("console.employees-supplement", DecisionJson.TotalsJson::employeeSupplement);
      computed(Benefit.INSTITUTION_BORNE, DecisionJson.TotalsJson::institutionBorne);
      computed(Benefit.MEDICAL_ASSISTANCE, DecisionJson.TotalsJson::medicalAssistance);
      computed(Benefit.TOP_UP_ASSISTANCE, DecisionJson.TotalsJson::topUpAssistance);
      stated("console.other-insurance", DecisionJson.TotalsJson::otherInsurance);
      stated("console.left-to-the-person", DecisionJson.TotalsJson::personal);
      return lines;
    }

    private String status(DecisionJson decision) {
      return decision == null ? "" : DisplayNames.of(decision.status(), language);
    }

    private String standing(DecisionJson decision) {
      return decision == null ? ""
          : decision.personClass() == null ? language.text("console.none") : decision.personClass().label();
    }

    private void stated(String key, Function<DecisionJson.TotalsJson, Money> amount) {
      add(language.text(key), amount, "", "");
    }

    private void computed(Benefit benefit, Function<DecisionJson.TotalsJson, Money> amount) {
      add(DisplayNames.of(benefit, language), amount, how(before, benefit), how(after, benefit));
    }

    private static String how(DecisionJson decision, Benefit benefit) {
      return decision == null ? ""
          : decision.payouts().stream().filter(payout -> payout.benefit() == benefit).findFirst()
              .map(payout -> Figures.grouped(payout.explanation())).orElse("");
    }

    /** A line that is zero both ways tells nothing. */
    private void add(String label, Function<DecisionJson.TotalsJson, Money> amount, String howBefore, String howAfter) {
      Optional<Money> was = Optional.ofNullable(before).map(DecisionJson::totals).map(amount);
      Optional<Money> is = Optional.ofNullable(after).map(DecisionJson::totals).map(amount);
      if (was.filter(Money::isPositive).isPresent() || is.filter(Money::isPositive).isPresent()) {
        lines.add(new Line(label, was.map(Figures::amount).orElse(""), is.map(Figures::amount).orElse(""),
            was.isPresent() && is.isPresent() ? change(was.get(), is.get()) : "", howBefore, howAfter));
      }
    }

    private static String change(Money was, Money is) {
      int compared = is.inYuan().compareTo(was.inYuan());
      String difference = Figures.amount(is.inYuan().subtract(was.inYuan()).abs());
      return compared == 0 ? "" : (compared > 0 ? "+ " : "− ") + difference;
    }
  }
}
