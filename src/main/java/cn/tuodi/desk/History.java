package cn.tuodi.desk;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.Version;
import cn.tuodi.desk.record.AuditEntry;
import cn.tuodi.desk.record.Chronicle;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Head;
import cn.tuodi.desk.record.Losses;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationTimeline;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was published, by whom, when and why. */
public final class History {

  private final PolicyStore store;
  private final Clock clock;

  /** The history of a store. */
  public History(PolicyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** All publications that can be read, the last first. */
  public List<PublicationEntry> all() {
    return entries(Stream::of);
  }

  /** The edition that is put back with a version of another, as {@link Chronicle#putBackWith} has it. */
  public Optional<EditionId> putBackWith(EditionId edition, int version) {
    try {
      return store.hasDirectory() ? store.publications().look().putBackWith(edition, version) : Optional.empty();
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /** The same, one that publishes two editions as one of each. */
  public List<PublicationEntry> byEdition() {
    return entries(publication -> publication.views().stream());
  }

  private List<PublicationEntry> entries(Function<Publication, Stream<Publication>> views) {
    if (!store.hasDirectory()) {
      return List.of();
    }
    try {
      Instant now = clock.instant();
      Chronicle chronicle = store.publications().look();
      Map<EditionId, PublicationTimeline> timelines = chronicle.timelines();
      return chronicle.publications().stream().flatMap(views)
          .map(publication -> new PublicationEntry(publication,
              timelines.get(publication.edition()).place(publication, now)))
          .sorted(Comparator.comparing((PublicationEntry entry) -> entry.publication().number()).reversed()).toList();
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /** Every number of the history with what is there under it, the first first. */
  public List<AuditEntry> audit() {
    if (!store.hasDirectory()) {
      return List.of();
    }
    try {
      List<PublicationEntry> entries = all();
      return AuditEntry.of(store.publications().look(), entries, store.publications().losses().all());
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /**
   * Reads the whole history, all workbooks of it, and what was decided by them in examples.
   *
   * @return everything that is missing, damaged or altered
   */
  public List<Finding> verify() {
    Set<Finding> findings = new LinkedHashSet<>();
    try {
      Chronicle chronicle = store.publications().look();
      findings.addAll(chronicle.findings());
      store.publications().damaged().forEach(file -> findings.add(file.finding()));
      for (Publication publication : chronicle.publications().stream().flatMap(made -> made.views().stream())
          .toList()) {
        try {
          store.archive().read(publication.edition(), publication.workbooks());
          store.publications().examples(publication);
        } catch (CorruptFile e) {
          findings.add(e.finding());
        }
      }
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
    return List.copyOf(findings);
  }

  /** The end of the history, as it can be stated elsewhere; empty where nothing was published. */
  public Optional<Head> end() {
    try {
      return Optional.ofNullable(Head.of(store.publications().look().records().values()));
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /**
   * Puts on record that what is missing is lost for good, so that the history goes on without it. Editions are then as
   * the publications before say.
   *
   * @return the numbers
   */
  public Set<Integer> acceptLoss(String by, String reason) {
    store.requireWritable();
    try {
      Chronicle chronicle = store.publications().look();
      if (chronicle.missing().isEmpty()) {
        throw new DeskRefusal(Reason.NOTHING_CHANGED, Message.of("desk.no-record-is-missing"));
      }
      Set<Integer> numbers = new TreeSet<>(chronicle.missing().keySet());
      Losses losses = store.publications().losses();
      Set<Integer> all = losses.numbers();
      all.addAll(numbers);
      losses.keep(new Losses.Loss(numbers, by, clock.instant(), reason, chronicle.next(all)));
      return numbers;
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
  public List<PublicationEntry> of(EditionId edition) {
    return byEdition().stream().filter(entry -> entry.publication().edition().equals(edition)).toList();
  }

  /**
   * A publication.
   *
   * @throws DeskRefusal if there is none of that number, or its record is damaged
   */
  public PublicationEntry publication(int number) {
    return all().stream().filter(entry -> entry.publication().number() == number).findFirst()
        .orElseThrow(() -> missing(number));
  }

  private DeskRefusal missing(int number) {
    return damaged().stream().filter(file -> Integer.toString(number).equals(file.name())).findFirst()
        .map(file -> DeskRefusal.damaged(file.finding()))
        .orElseGet(() -> DeskRefusal.noSuchVersion());
  }

  /** The files of the edition as it was published; where that went back, as application and directory hold it now. */
  public EditionSources sources(Publication publication) {
    try {
      return publication.hasWorkbooks() ? store.files().of(store.version(publication))
          : store.files().of(store.ground(publication.edition()).orElseThrow(
              () -> DeskRefusal.noSuchVersion()));
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /** The files of an edition as application and directory hold them; empty where they have none of it. */
  public Optional<EditionSources> ground(EditionId edition) {
    try {
      Optional<Version> ground = store.ground(edition);
      return ground.isEmpty() ? Optional.empty() : Optional.of(store.files().of(ground.get()));
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
