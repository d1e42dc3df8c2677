package cn.tuodi.replay;

import cn.tuodi.decision.Decider;
import cn.tuodi.decision.Decision;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionTrial;
import cn.tuodi.facts.Claim;
import cn.tuodi.wire.DecisionJson;
import cn.tuodi.wire.DecisionView;
import cn.tuodi.wire.EarlierDecision;
import cn.tuodi.wire.Json;
import cn.tuodi.wire.Language;
import java.util.List;

/** Decides a claim with and without a trace, tells the decision in both languages and decides it again. */
public final class ReplayTrial implements EditionTrial {

  @Override
  public void tryOut(Edition edition, Claim claim) {
    Decider decider = new Decider(new Catalogue(List.of(edition)));
    if (!(decider.decide(claim) instanceof Decision decision)) {
      return;
    }
    Decision again = (Decision) decider.decide(claim);
    Decision traced = (Decision) decider.decide(claim, true);
    for (Language language : Language.values()) {
      DecisionJson told = DecisionView.of(decision, language);
      Json.bytes(DecisionView.of(traced, language));
      EarlierDecision earlier = new EarlierDecision(told.decisionId(), told.policy(), Json.tree(told));
      if (Replay.of(again, earlier, language).result() != ReplayJson.Result.IDENTICAL) {
        throw new IllegalStateException("a claim is not decided the same way twice");
      }
    }
  }
}
