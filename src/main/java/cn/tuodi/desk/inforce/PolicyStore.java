package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.DurableFiles;
import cn.tuodi.desk.file.TableFiles;
import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.desk.record.Chronicle;
import cn.tuodi.desk.record.ClockSkew;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Drafts;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.Publications;
import cn.tuodi.desk.record.Safeguards;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * The editions in force: those of the application, in their place those of a directory, in their place what was
 * published. A look at the directory finds what changed, makes it ready beside the decisions that go on, and puts it in
 * force by one write; what is not sound changes nothing.
 */
public final class PolicyStore {

  private static final Logger LOG = Logger.getLogger(PolicyStore.class);
  /** The folder of a directory in which the store keeps what it writes. */
  private static final int MAX_READINGS = 50;
  private static final long PAUSE_MILLISECONDS = 50;

  private final Path directory;
  private final Clock clock;
  private final ApplicationFiles files;
  private final VersionLoader loader;
  private final StoreFolders folders;
  private final Intention intention;
  private final CurrentCatalogue current;
  private final EditionsInForce inForce;

  private TableFiles settled = TableFiles.NONE;
  private Chronicle chronicle = Chronicle.NONE;
  private Map<EditionId, Set<String>> lost = Map.of();
  private String lastDigest;
  private Instant readAt;
  private volatile StoreState state;

  private PolicyStore(Path directory, Safeguards safeguards, Clock clock) {
    this.directory = directory;
    this.clock = clock;
    Catalogue application = EditionArchive.load();
    this.files = ApplicationFiles.load();
    this.loader = new VersionLoader(application, files, clock);
    this.folders = directory == null ? null : StoreFolders.of(directory.resolve(DurableFiles.OWN), safeguards);
    this.intention = folders == null ? new Intention(application, null, null)
        : new Intention(application, folders.archive(), folders.publications());
    this.inForce = new EditionsInForce(application, directory == null, loader, clock);
    this.current = new CurrentCatalogue(inForce.catalogue());
    describe(null);
  }

  /** A store of the application's own editions only. */
  public static PolicyStore ofApplication() {
    return new PolicyStore(null, Safeguards.NONE, Clock.systemUTC());
  }

  /**
   * A store with a directory, which is read at once: what is published there is in force when this returns.
   *
   * @param directory the directory
   * @param clock tells when publications come into force
   */
  public static PolicyStore at(Path directory, Clock clock) {
    return at(directory, Safeguards.NONE, clock);
  }

  /**
   * The same, where more is known of its history than it knows itself.
   *
   * @param directory the directory
   * @param safeguards what is known from elsewhere
   * @param clock tells when publications come into force
   */
  public static PolicyStore at(Path directory, Safeguards safeguards, Clock clock) {
    PolicyStore store = new PolicyStore(directory.toAbsolutePath().normalize(), safeguards, clock);
    store.settle();
    return store;
  }

  /** What decisions are made by. */
  public CurrentCatalogue current() {
    return current;
  }

  /** What is known of the store. */
  public StoreState state() {
    return state;
  }

  /** How many versions of editions were not put in force since the start because they are not sound. */
  public long refusals() {
    return inForce.refusals();
  }

  /**
   * The files of an edition as they are in force; empty where nothing of it is.
   *
   * @throws DeskRefusal if what should be in force cannot be used: nothing else is taken for it
   */
  public Optional<EditionSources> sources(EditionId edition) {
    Optional<Version> version = version(edition);
    try {
      return version.isEmpty() ? Optional.empty() : Optional.of(files.of(version.get()));
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /** The version of an edition in force. */
  public synchronized Optional<Version> version(EditionId edition) {
    if (inForce.unavailable().contains(edition)) {
      throw DeskRefusal.unavailable(edition, loader.built(edition), inForce.findings(edition));
    }
    return inForce.version(edition);
  }

  /** The version that was published. */
  public Version version(Publication publication) {
    return Version.of(publication, folders.archive(), folders.publications());
  }

  /** The version of an edition without anything published. */
  public synchronized Optional<Version> ground(EditionId edition) {
    return Optional.ofNullable(intention.ground(settled, inForce.editions()).get(edition));
  }

  /** All editions but one as they are to be at a moment. */
  public synchronized List<Edition> others(EditionId but, Instant moment) {
    Map<EditionId, Version> wanted =
        new TreeMap<>(intention.at(moment, settled, chronicle, inForce.editions()));
    wanted.remove(but);
    return wanted.values().stream().map(version -> loader.load(version).edition()).filter(Objects::nonNull).toList();
  }

  /** The moments from one on at which what is in force changes, as far as it was published. */
  public synchronized List<Instant> moments(Instant from) {
    TreeSet<Instant> moments = new TreeSet<>(List.of(from));
    chronicle.timelines().values().forEach(timeline -> timeline.pending(from).map(Publication::effectiveFrom)
        .ifPresent(moments::add));
    return List.copyOf(moments);
  }

  /** The history as it was last read. */
  public synchronized Chronicle chronicle() {
    return chronicle;
  }

  /** Refuses where nothing can be kept. */
  public void requireWritable() {
    if (directory == null) {
      throw new DeskRefusal(Reason.NO_STORE, Message.of("desk.no-directory-of-policies-is-configured"));
    }
    if (!isWritable()) {
      throw new DeskRefusal(Reason.STORE_READ_ONLY, Message.of("desk.the-directory-of-policies-is-read"));
    }
  }

  public boolean hasDirectory() {
    return directory != null;
  }

  public ApplicationFiles files() {
    return files;
  }

  public VersionLoader loader() {
    return loader;
  }

  public WorkbookArchive archive() {
    return folders.archive();
  }

  public Publications publications() {
    return folders.publications();
  }

  public Drafts drafts() {
    return folders.drafts();
  }

  /** Reads the directory until two readings are the same, and puts in force what is sound. */
  private synchronized void settle() {
    for (int i = 0; i < MAX_READINGS && readAt == null; i++) {
      if (!look()) {
        return;
      }
      pause();
    }
    if (isWritable()) {
      folders.clean(chronicle);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Looks at the directory once. Files that have not been the same in two looks running are left for the next;
   * publications are whole as soon as they are there.
   */
  public synchronized void refresh() {
    if (directory != null) {
      look();
    }
  }

  /** Whether the directory could be read. */
  private boolean look() {
    try {
      TableFiles read = TableFiles.read(directory);
      Chronicle now = folders.publications().look();
      boolean same = read.digest().equals(lastDigest);
      lastDigest = read.digest();
      settled = same ? read : settled;
      chronicle = now;
      lost = now.lost(folders.archive(), clock.instant());
      if (same || readAt != null) {
        apply();
        readAt = clock.instant();
      }
      describe(null);
      return true;
    } catch (IOException e) {
      if (state.fault() == null) {
        LOG.warn("the directory of policies cannot be read: " + (e instanceof CorruptFile ? e.getMessage() : e));
      }
      describe(CorruptFile.unread(e));
      return false;
    }
  }

  /** Puts in force what directory and publications hold, as far as it is sound. */
  private void apply() {
    Instant now = clock.instant();
    EditionsInForce.Before before = readAt == null ? folders.lastGood().before() : null;
    Set<EditionId> known = before == null ? inForce.editions() : before.editions();
    Map<EditionId, Version> wanted = intention.at(now, settled, chronicle, known);
    List<Version> pending = intention.pending(now, chronicle);
    inForce.take(wanted, before);
    pending.forEach(loader::load);
    Collection<Version> kept = new ArrayList<>(wanted.values());
    kept.addAll(pending);
    kept.addAll(inForce.versions());
    loader.keepOnly(kept);
    boolean writable = isWritable();
    if (inForce.hasChanged()) {
      current.replace(inForce.catalogue());
      if (writable) {
        folders.lastGood().keep(inForce.kept(), inForce.unavailable());
      }
    }
    if (writable) {
      folders.publications().noteEnd(chronicle);
    }
  }

  public boolean isWritable() {
    return directory != null && DurableFiles.isWritable(directory);
  }

  private void describe(Finding fault) {
    Instant now = clock.instant();
    Map<EditionId, EditionState.Pending> pending = new TreeMap<>();
    chronicle.timelines().forEach((edition, timeline) -> timeline.pending(now)
        .map(next -> new EditionState.Pending(next.number(), next.effectiveFrom()))
        .ifPresent(next -> pending.put(edition, next)));
    List<Finding> history = chronicle.findings();
    StoreState before = state;
    state = new StoreState(directory == null ? null : directory.toString(), isWritable(), readAt,
        fault == null && !history.isEmpty() ? history.get(0) : fault, settled.ignored(),
        inForce.states(pending, lost), history, chronicle.missing().isEmpty(), ClockSkew.of(chronicle, now),
        chronicle.records().isEmpty() ? 0 : chronicle.records().lastKey());
    state.misplaced().stream().filter(file -> before == null || !before.ignored().contains(file.file()))
        .forEach(file -> LOG.warn("a workbook of the directory of policies belongs to no edition: " + file));
    state.notices().stream().filter(notice -> before == null || !before.notices().contains(notice))
        .forEach(notice -> LOG.warn(notice.toString()));
  }
}
