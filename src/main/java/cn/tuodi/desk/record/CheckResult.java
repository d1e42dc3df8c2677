package cn.tuodi.desk.record;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What a check found.
 *
 * @param edition the edition
 * @param contentHash content hash that the edition would have, or null where it is not sound
 * @param findings what is wrong with it; of a sound one, what it has no more and people should confirm
 */
public record CheckResult(EditionId edition, String contentHash, List<Finding> findings) {

  private static final int MAX_FINDINGS = 1000;

  /** The result of a check that found something: as much of it as anybody can use, and how much more there is. */
  public static CheckResult unsound(EditionId edition, List<Finding> findings) {
    if (findings.size() <= MAX_FINDINGS) {
      return new CheckResult(edition, null, findings);
    }
    List<Finding> first = new ArrayList<>(findings.subList(0, MAX_FINDINGS));
    int more = findings.size() - MAX_FINDINGS;
    first.add(Finding.ofFile(edition.toString(), Message.of("desk.and-more-correct-these-then-check", more)));
    return new CheckResult(edition, null, first);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return contentHash != null;
  }
}
