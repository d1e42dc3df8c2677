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

/** Decides a claim, tells the decision and decides it again; with a trace, it tells it in the other language. */
public final class ReplayTrial implements EditionTrial {

  @Override
  public void tryOut(Edition edition, Claim claim) {
    AssistanceDecider decider = new AssistanceDecider(new Catalogue(List.of(edition)));
    if (!(decider.decide(claim) instanceof Decision decision)) {
      return;
    }
    Decision again = (Decision) decider.decide(claim);
    Decision traced = (Decision) decider.decide(claim, true);
    Json.bytes(DecisionView.of(traced, Language.EN));
    DecisionJson told = DecisionView.of(decision, Language.ZH);
    EarlierDecision earlier = new EarlierDecision(told.decisionId(), told.policy(), Json.tree(told));
    if (Replay.of(again, earlier, Language.ZH).result() != ReplayJson.Result.IDENTICAL) {
      throw new IllegalStateException("a claim is not decided the same way twice");
    }
  }
}
