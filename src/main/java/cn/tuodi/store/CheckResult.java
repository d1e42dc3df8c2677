package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
import cn.tuodi.table.Finding;
import java.util.List;

/**
 * What a check found.
 *
 * @param edition the edition
 * @param contentHash content hash that the edition would have, or null where it is not sound
 * @param findings what is wrong with it
 */
public record CheckResult(EditionId edition, String contentHash, List<Finding> findings) {

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findings.isEmpty();
  }
}
