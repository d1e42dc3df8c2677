package cn.tuodi.edition;

import cn.tuodi.claim.Claim;
import cn.tuodi.edition.proof.RowExample;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.table.Sheet;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An edition whose sources were found sound, ready to be compiled.
 *
 * @param description what is known of it
 * @param rules rule source by path: written rules, and the rules that sheets stand for
 * @param sheets the checked cells of all its sheets, in the order of workbooks and sheets
 * @param sources the files it was made of
 * @param examples claims that its rows apply to
 * @param questions other questions that its rows answer
 * @param cases worked cases, each with what should come of it
 * @param unmet rows that apply to nobody, which people should confirm
 */
public record CheckedEdition(EditionDescription description, Map<String, String> rules, List<Sheet> sheets,
    EditionSources sources, List<RowExample> examples,
    List<RowQuestion> questions, List<WorkedCase> cases, List<Finding> unmet) {

  /**
   * Claims of all its rows, at ordinary and at extreme figures; in each area with standards of its own, too, at ordinary
   * ones.
   */
  public List<Claim> trialClaims() {
    List<Claim> claims = new ArrayList<>();
    examples.forEach(example -> {
      claims.addAll(TrialClaims.of(example.claim()));
      claims.addAll(TrialClaims.ofOtherCosts(example.claim()));
    });
    description.areas()
        .forEach(area -> examples.forEach(example -> claims.add(TrialClaims.in(area.areaCode(), example.claim()))));
    return claims;
  }
}
