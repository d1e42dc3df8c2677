package cn.tuodi.replay;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionTrial;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import java.util.List;

/** Decides a claim with and without a trace, tells the decision in both languages and decides it again. */
public final class ReplayTrial implements EditionTrial {

  @Override
  public void tryOut(Edition edition, Claim claim) {
    AssistanceDecider decider = new AssistanceDecider(new Catalogue(List.of(edition)));
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
