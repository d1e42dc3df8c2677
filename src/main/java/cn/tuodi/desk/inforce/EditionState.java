package cn.tuodi.desk.inforce;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is in force of an edition, and what is not although it should be.
 *
 * @param edition the edition
 * @param inForce what is in force, or null where nothing is
 * @param rejected what should be in force and is not sound, or null
 * @param pending what was published for later, or null
 * @param lost workbooks of the publication in force that are missing or damaged: it decides by what they held as long as
 *        this process runs
 * @param isUnavailable whether it should decide claims and cannot: they are answered with that
 */
public record EditionState(EditionId edition, InForce inForce, Rejected rejected, Pending pending,
    Set<String> lost, boolean isUnavailable) {

  /**
   * A version in force.
   *
   * @param origin where its workbooks come from
   * @param publication number of the publication, or null
   * @param contentHash content hash of the edition
   * @param since since when this process decides by it
   */
  public record InForce(Origin origin, Integer publication, String contentHash, Instant since) {}

  /**
   * A version that is not sound.
   *
   * @param origin where its workbooks come from
   * @param publication number of the publication, or null
   * @param since since when this process knows
   * @param findings what is wrong with it
   */
  public record Rejected(Origin origin, Integer publication, Instant since, List<Finding> findings) {}

  /**
   * A publication whose time has not come.
   *
   * @param publication its number
   * @param effectiveFrom when it comes into force
   */
  public record Pending(int publication, Instant effectiveFrom) {}
}
