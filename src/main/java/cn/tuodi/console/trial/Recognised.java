package cn.tuodi.console.trial;

import cn.tuodi.assistance.ClassificationStep;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.DecisionContext;
import cn.tuodi.assistance.DecisionLedger;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.console.Glossary;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Held;
import cn.tuodi.policy.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which of the identities that a claim states do not count on its service date, and why. */
public final class Recognised {

  private final Decision decision;
  private final Language language;
  private final LocalDate day;

  private Recognised(Decision decision, Language language) {
    this.decision = decision;
    this.language = language;
    this.day = decision.claim().serviceDate();
  }

  /** A sentence for each identity that does not count; none where all of them do. */
  static List<String> of(Decision decision, Language language) {
    return new Recognised(decision, language).sentences();
  }

  private List<String> sentences() {
    ClassificationStep recognitions =
        ClassificationStep.of(new DecisionContext(decision.claim(), decision.edition().parameters(),
            decision.edition().scope(), decision.edition().local(), new DecisionLedger()));
    boolean classified = decision.standing().personClass().number() > 0;
    List<String> sentences = new ArrayList<>();
    for (Identity identity : decision.claim().person().identities()) {
      // What gives the class counts, be it only until the end of the month in which it ended.
      if (classified && identity.type() == decision.standing().identity()) {
        continue;
      }
      Held held = recognitions.held(identity);
      if (held != Held.HELD || !classified) {
        sentences.add(Glossary.of(identity.type().label(), language) + language.of("：", ": ") + why(held, identity));
      }
    }
    return sentences;
  }

  private String why(Held held, Identity identity) {
    return switch (held) {
      case NOT_YET -> reachesBack(identity) ? appliedTooLate(identity)
          : language.of(identity.recognisedOn() + " 起认定，晚于就医日期 " + day + "，本次就医不按这一身份救助。",
              "recognised from " + identity.recognisedOn() + " on, after the service date of " + day
                  + ": it does not count for this care.");
      case NO_LONGER -> language.of("已于 " + identity.endedOn() + " 退出，早于就医日期 " + day + "，本次就医不按这一身份救助。",
          "ended on " + identity.endedOn() + ", before the service date of " + day
              + ": it does not count for this care.");
      case HELD -> language.of("就医当日有效，但本版政策没有把它列入救助对象类别。",
          "held on the service date, but this edition puts it in no class of recipients.");
    };
  }

  private boolean reachesBack(Identity identity) {
    return identity.type() == IdentityType.ILLNESS_IMPOVERISHED && identity.appliedOn() != null
        && decision.edition().parameters().has(Parameter.RETROSPECTIVE_MONTHS);
  }

  private String appliedTooLate(Identity identity) {
    int months = decision.edition().parameters().count(Parameter.RETROSPECTIVE_MONTHS);
    return language.of(
        identity.appliedOn() + " 申请，往前追溯 " + months + " 个月至 " + identity.appliedOn().minusMonths(months) + "，就医日期 "
            + day
            + " 更早，本次就医不按这一身份救助。",
        "applied for on " + identity.appliedOn() + ", which reaches back " + months + " months to "
            + identity.appliedOn().minusMonths(months) + "; the service date of " + day
            + " is earlier: it does not count for this care.");
  }
}
