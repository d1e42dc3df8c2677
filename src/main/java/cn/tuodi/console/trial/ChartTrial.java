package cn.tuodi.console.trial;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionTrial;
import cn.tuodi.language.Language;
import java.util.List;

/** Draws what is paid on a claim as its cost rises, from few points, in both languages. */
public final class ChartTrial implements EditionTrial {

  @Override
  public boolean variesCosts() {
    return true;
  }

  @Override
  public void tryOut(Edition edition, Claim claim) {
    Sweep.Result sweep = Sweep.roughly(new AssistanceDecider(new Catalogue(List.of(edition))), claim);
    for (Language language : Language.values()) {
      ChartView.of(sweep, claim, language);
    }
  }
}
