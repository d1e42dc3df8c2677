package cn.tuodi.desk.record;

import cn.tuodi.desk.file.DamagedFile;
import java.util.List;
import java.util.Set;

/**
 * What lies where drafts are kept.
 *
 * @param drafts the drafts, the last changed first
 * @param damaged files that are no readable drafts, by name
 * @param stale ids of drafts that rest on what is no longer in force
 */
public record DraftList(List<Draft> drafts, List<DamagedFile> damaged, Set<String> stale) {

  /** Nothing at all. */
  public static final DraftList NONE = new DraftList(List.of(), List.of(), Set.of());

  /** Whether a draft rests on what is no longer in force. */
  public boolean isStale(Draft draft) {
    return stale.contains(draft.id());
  }

  public DraftList withStale(Set<String> ids) {
    return new DraftList(drafts, damaged, ids);
  }
}
