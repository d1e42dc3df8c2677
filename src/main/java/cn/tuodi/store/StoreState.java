package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store knows of itself.
 *
 * @param directory the directory, or null where none is configured
 * @param writable whether drafts and publications can be kept
 * @param readAt when the directory was last read without a fault, or null where it never was
 * @param fault why the directory cannot be read now, or null
 * @param ignored workbooks in the directory that belong to no edition
 * @param editions all editions that are or should be in force, by name
 */
public record StoreState(String directory, boolean writable, Instant readAt, String fault, List<String> ignored,
    List<EditionState> editions) {

  /** Whether all editions are in force as application, directory and publications have them. */
  public boolean isSound() {
    return fault == null && editions.stream().allMatch(edition -> edition.rejected() == null);
  }

  /** What is known of an edition. */
  public Optional<EditionState> of(EditionId edition) {
    return editions.stream().filter(state -> state.edition().equals(edition)).findFirst();
  }

  /** Whether decisions can rest on the store: its directory was read at least once. */
  public boolean isReady() {
    return directory == null || readAt != null;
  }
}
