package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
import cn.tuodi.table.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Workbooks that someone works on and that are not in force.
 *
 * @param id its name
 * @param edition the edition
 * @param base number of the edition's last publication when the draft was made, 0 where there was none
 * @param baseDigest digest of the edition's workbooks at that time
 * @param workbooks digests of the workbooks uploaded, by name
 * @param by who made it
 * @param madeAt when
 * @param changedAt when its workbooks last changed
 * @param note what it is about, or null
 * @param contentHash content hash that the edition would have, or null where it is not sound
 * @param findings what is wrong with it
 * @param simulatedAt when it was simulated in its present state, or null
 */
public record Draft(String id, EditionId edition, int base, String baseDigest, Map<String, String> workbooks, String by,
    Instant madeAt, Instant changedAt, String note, String contentHash, List<Finding> findings, Instant simulatedAt) {

  /** Whether it could be published. */
  public boolean isSound() {
    return contentHash != null;
  }

  /** Whether it says all that a draft must say. */
  boolean isWhole() {
    return id != null && edition != null && baseDigest != null && workbooks != null && !workbooks.isEmpty()
        && madeAt != null && changedAt != null && findings != null;
  }

  Draft with(Map<String, String> changed, CheckResult result, Instant now) {
    return new Draft(id, edition, base, baseDigest, changed, by, madeAt, now, note, result.contentHash(),
        result.findings(), null);
  }

  Draft simulated(Instant now) {
    return new Draft(id, edition, base, baseDigest, workbooks, by, madeAt, changedAt, note, contentHash, findings, now);
  }
}
