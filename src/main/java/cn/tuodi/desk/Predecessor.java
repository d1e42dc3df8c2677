package cn.tuodi.desk;

import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The edition of the same region that one of a later year follows. */
public final class Predecessor {

  private Predecessor() {}

  /** The latest year before that of an edition; empty where the region has none. */
  public static Optional<EditionId> of(EditionId edition, Collection<EditionId> editions) {
    return editions.stream().filter(other -> other.region().equals(edition.region()) && other.year() < edition.year())
        .max(Comparator.naturalOrder());
  }

  /**
   * The files of what an edition follows: its own as they are in force, or for a new year those of the latest year before
   * it in the same region; empty where there is neither, or nobody knows.
   */
  static Optional<EditionSources> sources(EditionId edition, PolicyStore store) {
    try {
      Optional<EditionSources> own = store.sources(edition).filter(sources -> !sources.workbooks().isEmpty());
      return own.isPresent() ? own : of(edition, store).flatMap(store::sources);
    } catch (DeskRefusal e) {
      return Optional.empty();
    }
  }

  /** The same among those that can decide. */
  static Optional<EditionId> of(EditionId edition, PolicyStore store) {
    return of(edition, store.current().get().editions().stream().map(Edition::id).toList());
  }
}
