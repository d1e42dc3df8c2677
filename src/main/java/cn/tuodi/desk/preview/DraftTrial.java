package cn.tuodi.desk.preview;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.UnavailableEdition;
import java.util.List;
import java.util.stream.Stream;

/**
 * One claim, decided by the policy in force and as it would be if a draft were.
 *
 * @param inForce what is decided now
 * @param draft what would be decided
 */
public record DraftTrial(Outcome inForce, Outcome draft) {

  /**
   * Decides a claim by both.
   *
   * @param catalogue the editions in force
   * @param then the same as they are once the draft is in force
   * @param draft the edition as the draft has it, in place of its namesake, or beside the others
   * @param claim the claim
   */
  static DraftTrial of(Catalogue catalogue, Catalogue then, Edition draft, Claim claim) {
    List<Edition> editions = Stream.concat(Stream.of(draft),
        then.editions().stream().filter(edition -> !edition.id().equals(draft.id()))).toList();
    List<UnavailableEdition> unavailable =
        catalogue.unavailable().stream().filter(edition -> !edition.id().equals(draft.id())).toList();
    return new DraftTrial(new AssistanceDecider(catalogue).decide(claim),
        new AssistanceDecider(new Catalogue(editions, unavailable)).decide(claim));
  }
}
