package cn.tuodi.store;

import java.util.List;

/**
 * What lies where drafts are kept.
 *
 * @param drafts the drafts, the last changed first
 * @param damaged files that are no readable drafts, by name
 */
public record DraftList(List<Draft> drafts, List<DamagedFile> damaged) {

  /** Nothing at all. */
  static final DraftList NONE = new DraftList(List.of(), List.of());
}
