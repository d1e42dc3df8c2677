package cn.tuodi.desk;

import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Message;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of an edition that work at the desk starts from: those in force, or rules without workbooks for a new edition.
 * Where what was published cannot be used, they are what can still be read of it, so that a person can publish the rest
 * anew; what is lost is known by name and must be part of what is published.
 *
 * @param sources the files
 * @param lost workbooks that were published and cannot be read
 */
public record Stock(EditionSources sources, Set<String> lost) {

  /**
   * The files of an edition.
   *
   * @throws DeskRefusal if nobody knows which they are
   */
  static Stock of(PolicyStore store, EditionId edition) {
    try {
      return new Stock(store.sources(edition).orElseGet(() -> store.files().of(edition)), Set.of());
    } catch (DeskRefusal e) {
      if (e.reason() != Reason.DAMAGED) {
        throw e;
      }
      try {
        return readable(store, published(store, edition).orElseThrow(() -> e));
      } catch (IOException failure) {
        throw DeskRefusal.failed(failure);
      }
    }
  }

  /** None, where nobody knows which they are. */
  static Stock none(EditionId edition) {
    return new Stock(new EditionSources(edition.toString(), Map.of(), Map.of()), Set.of());
  }

  private static Stock readable(PolicyStore store, Publication publication) throws IOException {
    Map<String, byte[]> readable = store.archive().readable(publication.workbooks());
    Set<String> lost = new TreeSet<>(publication.workbooks().keySet());
    lost.removeAll(readable.keySet());
    EditionSources own = store.files().of(publication.edition());
    return new Stock(new EditionSources(own.name(), own.rules(), readable), lost);
  }

  /** The publication that is or should be in force. */
  private static Optional<Publication> published(PolicyStore store, EditionId edition) throws IOException {
    Integer number = store.state().of(edition).map(Stock::publication).orElse(null);
    return store.publications().of(edition).publications().stream()
        .filter(publication -> Integer.valueOf(publication.number()).equals(number) && publication.hasWorkbooks())
        .findFirst();
  }

  private static Integer publication(EditionState state) {
    if (state.rejected() != null) {
      return state.rejected().publication();
    }
    return state.inForce() == null ? null : state.inForce().publication();
  }

  /** The names of the workbooks that can be read. */
  public Set<String> workbooks() {
    return sources.workbooks().keySet();
  }

  /** Those, and of those that are lost. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(workbooks());
    names.addAll(lost);
    return names;
  }

  /**
   * Refuses a draft that would leave out what is lost, as if nobody had ever published it.
   *
   * @param given the workbooks of the draft
   */
  void requireNoneLeftOut(Set<String> given) {
    Set<String> missing = new TreeSet<>(lost);
    missing.removeAll(given);
    if (!missing.isEmpty()) {
      throw new DeskRefusal(Reason.DAMAGED,
          Message.of("desk.workbooks-of-what-is-in-force",
              Message.given(missing.stream().map(WorkbookTitle::zh).collect(Collectors.joining("、")),
                  missing.stream().map(WorkbookTitle::en).collect(Collectors.joining(", ")))));
    }
  }
}
