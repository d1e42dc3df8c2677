package cn.tuodi.desk.inforce;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store knows of itself.
 *
 * @param directory the directory, or null where none is configured
 * @param writable whether drafts and publications can be kept
 * @param readAt when the directory was last read without a fault, or null where it never was
 * @param fault why the directory cannot be read now, or what is missing of the history, or null
 * @param ignored workbooks in the directory that belong to no edition
 * @param editions all editions that are or should be in force, by name
 * @param history what is missing of the history, or damaged in it
 * @param isHistoryKnown whether this process knows all of the history, be it that some of it is gone since
 * @param notices what operators should know and what changes nothing of what is in force
 * @param lastPublication number of the last publication, 0 where there is none
 */
public record StoreState(String directory, boolean writable, Instant readAt, Finding fault, List<String> ignored,
    List<EditionState> editions, List<Finding> history, boolean isHistoryKnown, List<Finding> notices,
    int lastPublication) {

  /** Whether all editions are in force as application, directory and publications have them. */
  public boolean isSound() {
    return fault == null && history.isEmpty()
        && editions.stream().allMatch(edition -> edition.rejected() == null && edition.lost().isEmpty()
            && !edition.isUnavailable());
  }

  /** Why the directory cannot be read now, where that is it, or null. */
  public Finding unread() {
    return history.contains(fault) ? null : fault;
  }

  /** The workbooks that belong to no edition, with what to do about them. */
  public List<Finding> misplaced() {
    return ignored.stream().map(file -> Finding.ofFile(file,
        Message.of("desk.not-used-its-place-or-name")))
        .toList();
  }

  /** What is known of an edition. */
  public Optional<EditionState> of(EditionId edition) {
    return editions.stream().filter(state -> state.edition().equals(edition)).findFirst();
  }

  /** The editions that should decide claims and cannot. */
  public List<EditionId> unavailable() {
    return editions.stream().filter(EditionState::isUnavailable).map(EditionState::edition).toList();
  }

  /**
   * Whether decisions can rest on the store: its directory was read, all that was published is known, and every edition
   * decides by what it should.
   */
  public boolean isReady() {
    return directory == null || readAt != null && isHistoryKnown && unavailable().isEmpty();
  }
}
