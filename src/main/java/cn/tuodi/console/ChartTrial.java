package cn.tuodi.console;

import cn.tuodi.decision.Decider;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionTrial;
import cn.tuodi.facts.Claim;
import cn.tuodi.wire.Language;
import java.util.List;

/** Draws what is paid on a claim as its cost rises, from few points, in both languages. */
public final class ChartTrial implements EditionTrial {

  @Override
  public void tryOut(Edition edition, Claim claim) {
    Sweep.Result sweep = Sweep.roughly(new Decider(new Catalogue(List.of(edition))), claim);
    for (Language language : Language.values()) {
      ChartView.of(sweep, claim, language);
    }
  }
}
