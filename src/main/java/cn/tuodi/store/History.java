package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
import cn.tuodi.edition.EditionSources;
import cn.tuodi.store.DeskRefusal.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was published, by whom, when and why. */
public final class History {

  private final PolicyStore store;
  private final Clock clock;

  /** The history of a store. */
  public History(PolicyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What became of a publication. */
  public enum Place {
    /** In force now. */
    IN_FORCE,
    /** Comes into force later. */
    PENDING,
    /** Was in force. */
    PAST,
    /** Never came into force: undone before its time. */
    NEVER
  }

  /**
   * A publication and what became of it.
   *
   * @param publication the publication
   * @param place what became of it
   */
  public record Entry(Publication publication, Place place) {}

  /** All publications that can be read, the last first. */
  public List<Entry> all() {
    if (!store.hasDirectory()) {
      return List.of();
    }
    try {
      Instant now = clock.instant();
      Map<EditionId, List<Publication>> byEdition = new TreeMap<>();
      List<Publication> all = store.publications().readable();
      all.forEach(publication -> byEdition.computeIfAbsent(publication.edition(), edition -> new ArrayList<>())
          .add(publication));
      return all.stream()
          .map(publication -> new Entry(publication,
              new Timeline(byEdition.get(publication.edition())).place(publication, now)))
          .sorted(Comparator.comparing((Entry entry) -> entry.publication().number()).reversed()).toList();
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /** What lies where publications are kept and cannot be read as one, by name. */
  public List<DamagedFile> damaged() {
    try {
      return store.hasDirectory() ? store.publications().damaged() : List.of();
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /** The publications of an edition, the last first. */
  public List<Entry> of(EditionId edition) {
    return all().stream().filter(entry -> entry.publication().edition().equals(edition)).toList();
  }

  /**
   * A publication.
   *
   * @throws DeskRefusal if there is none of that number, or its record is damaged
   */
  public Entry publication(int number) {
    return all().stream().filter(entry -> entry.publication().number() == number).findFirst()
        .orElseThrow(() -> missing(number));
  }

  private DeskRefusal missing(int number) {
    return damaged().stream().filter(file -> Integer.toString(number).equals(file.name())).findFirst()
        .map(file -> DeskRefusal.damaged(file.finding()))
        .orElseGet(() -> new DeskRefusal(Reason.NO_SUCH_VERSION, "没有这个版本", "there is no such version"));
  }

  /** The files of the edition as it was published; where that went back, as application and directory hold it now. */
  public EditionSources sources(Publication publication) {
    try {
      return publication.hasWorkbooks() ? store.files().of(Version.of(publication, store.archive()))
          : store.files().of(store.ground(publication.edition()).orElseThrow(
              () -> new DeskRefusal(Reason.NO_SUCH_VERSION, "没有这个版本", "there is no such version")));
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /**
   * A workbook as it was published.
   *
   * @throws DeskRefusal if there is none of that name
   */
  public byte[] workbook(Publication publication, String workbook) {
    return Desk.found(sources(publication).workbooks().get(workbook));
  }
}
