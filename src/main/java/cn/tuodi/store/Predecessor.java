package cn.tuodi.store;

import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionId;
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

  /** The same among those that can decide. */
  static Optional<EditionId> of(EditionId edition, PolicyStore store) {
    return of(edition, store.current().get().editions().stream().map(Edition::id).toList());
  }
}
