package cn.tuodi.edition;

import cn.tuodi.claim.Claim;
import cn.tuodi.edition.proof.Coverage;
import cn.tuodi.edition.proof.RowExample;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tries an edition out before it is used: every row decides a claim that it applies to, at ordinary and at extreme
 * figures, and the decision is told in every way in which this program tells one. A row at which that fails is found here
 * and not by the first person whom it meets.
 */
final class EditionTrials {

  private static final Logger LOG = Logger.getLogger(EditionTrials.class);
  private static final List<EditionTrial> ALL =
      ServiceLoader.load(EditionTrial.class, EditionTrials.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get).toList();

  private EditionTrials() {}

  /**
   * Tries an edition out.
   *
   * @throws InvalidEdition with the rows that fail
   */
  static void check(Edition edition, List<RowExample> examples) {
    List<Finding> findings = new ArrayList<>();
    for (RowExample example : examples) {
      String error = findings.size() == Coverage.MOST ? null : error(edition, example.claim());
      if (error != null) {
        findings.add(new Finding(example.sheet().workbook(), example.sheet().name(),
            Column.letter(0) + example.row().number(),
            "适用第 " + example.row().number() + " 行的单据试算失败，不能发布：请检查这一行的数值，并联系运维人员，错误编号 " + error,
            "a claim that row " + example.row().number()
                + " applies to could not be decided and told: check the figures of the row, and ask the operators about error "
                + error,
            example.claim()));
      }
    }
    for (EditionDescription area : edition.description().areas()) {
      examples.stream().map(example -> error(edition, TrialClaims.in(area.areaCode(), example.claim())))
          .filter(Objects::nonNull).findFirst().ifPresent(error -> findings.add(Finding.ofFile(
              EditionSources.LOCAL + area.areaCode(),
              "按该地区标准试算单据失败，不能发布：请检查各表的数值，并联系运维人员，错误编号 " + error,
              "a claim under the standards of the area could not be decided and told: check the figures, and ask the "
                  + "operators about error " + error)));
    }
    if (!findings.isEmpty()) {
      throw new InvalidEdition(edition.id().toString(), findings);
    }
  }

  /** The id under which a failure stands in the log, or null where there is none. */
  private static String error(Edition edition, Claim claim) {
    try {
      for (Claim tried : TrialClaims.of(claim)) {
        ALL.forEach(trial -> trial.tryOut(edition, tried));
      }
      return null;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      String id = UUID.randomUUID().toString();
      LOG.errorf(e, "the edition %s fails on a claim made to try it out, error %s", edition.id(), id);
      return id;
    }
  }
}
