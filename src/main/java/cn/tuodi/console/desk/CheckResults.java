package cn.tuodi.console.desk;

import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.edition.source.EditionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The last few results of checks of files that are too large to go along with their page. Only whoever has been given the
 * id of one finds it, and later ones take its place.
 */
@ApplicationScoped
final class CheckResults {

  private static final int MAX_KEPT = 20;

  private final Map<String, Kept> results = new LinkedHashMap<>() {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
      return size() > MAX_KEPT;
    }
  };

  /**
   * The result of a check.
   *
   * @param edition where the workbooks belong
   * @param workbooks their names within the edition
   * @param result what was found
   */
  record Kept(EditionId edition, Set<String> workbooks, CheckResult result) {}

  /** Keeps a result for a while. */
  synchronized String keep(Kept result) {
    String id = UUID.randomUUID().toString();
    results.put(id, result);
    return id;
  }

  /** A result that is still there. */
  synchronized Optional<Kept> kept(String id) {
    return Optional.ofNullable(results.get(id));
  }
}
