package cn.tuodi.console.trial;

import cn.tuodi.assistance.ClassificationStep;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.DecisionContext;
import cn.tuodi.assistance.DecisionLedger;
import cn.tuodi.claim.Identity;
import cn.tuodi.console.Glossary;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Held;
import cn.tuodi.policy.Retrospect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which of the identities that a claim states do not count on its service date, and why. */
public final class Recognised {

  private final Decision decision;
  private final Language language;
  private final LocalDate day;
  private final Retrospect retrospect;

  private Recognised(Decision decision, Language language) {
    this.decision = decision;
    this.language = language;
    this.day = decision.claim().serviceDate();
    this.retrospect = new Retrospect(decision.edition().parameters());
  }

  /** A sentence for each identity that does not count; none where all of them do. */
  static List<String> of(Decision decision, Language language) {
    return new Recognised(decision, language).sentences();
  }

  private List<String> sentences() {
    ClassificationStep recognitions =
        ClassificationStep.of(new DecisionContext(decision.claim(), decision.edition(), new DecisionLedger()));
    boolean classified = decision.standing().personClass().number() > 0;
    List<String> sentences = new ArrayList<>();
    for (Identity identity : decision.edition().terms()
        .ended(decision.claim().person(), decision.edition().parameters()).identities()) {
      // What gives the class counts, be it only until the end of the month in which it ended.
      if (classified && identity.type() == decision.standing().identity()) {
        continue;
      }
      Held held = recognitions.held(identity);
      if (held != Held.HELD || !classified) {
        sentences.add(
            language.text("language.labelled", Glossary.of(identity.type().label(), language),
                why(held, identity, recognitions.begins(identity))));
      }
    }
    return sentences;
  }

  private String why(Held held, Identity identity, LocalDate begins) {
    return switch (held) {
      case NOT_YET -> retrospect.reachesBack(identity, decision.claim().care().type()) ? tooLate(identity)
          : begins.isAfter(identity.recognisedOn()) && !identity.recognisedOn().isAfter(day)
              ? language.text("console.counts-from-the-month-after-the-change", identity.recognisedOn(), begins, day)
              : language.text("console.recognised-from-on-after-the-service", identity.recognisedOn(), day);
      case NO_LONGER -> language.text("console.ended-on-before-the-service-date", identity.endedOn(), day);
      case HELD -> language.text("console.held-on-the-service-date-but");
    };
  }

  private String tooLate(Identity identity) {
    return language.text(retrospect.isFromRecognition() ? "console.recognised-on-which-reaches-back"
        : "console.applied-for-on-which-reaches-back", retrospect.day(identity), retrospect.months(),
        retrospect.first(identity), day);
  }
}
