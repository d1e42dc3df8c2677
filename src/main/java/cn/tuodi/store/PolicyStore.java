package cn.tuodi.store;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionId;
import cn.tuodi.edition.EditionSources;
import cn.tuodi.store.DeskRefusal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * The editions in force: those of the application, in their place those of a directory, in their place what was
 * published. A look at the directory finds what changed, makes it ready beside the decisions that go on, and puts it in
 * force by one write; what is not sound changes nothing.
 */
public final class PolicyStore {

  private static final Logger LOG = Logger.getLogger(PolicyStore.class);
  /** The folder of a directory in which the store keeps what it writes. */
  static final String OWN = ".tuodi";
  private static final int MOST_READINGS = 50;
  private static final long PAUSE_MILLISECONDS = 50;

  private final Path directory;
  private final Clock clock;
  private final Catalogue application;
  private final ApplicationFiles files;
  private final VersionLoader loader;
  private final WorkbookArchive archive;
  private final Publications publications;
  private final LastGood lastGood;
  private final Drafts drafts;
  private final CurrentCatalogue current;
  private final EditionsInForce inForce;

  private TableFiles settled = TableFiles.NONE;
  private String lastDigest;
  private Instant readAt;
  private volatile StoreState state;

  private PolicyStore(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
    this.application = EditionArchive.load();
    this.files = ApplicationFiles.load();
    this.loader = new VersionLoader(application, files, clock);
    Path own = directory == null ? null : directory.resolve(OWN);
    this.archive = own == null ? null : new WorkbookArchive(own.resolve("workbooks"));
    this.publications = own == null ? null : new Publications(own.resolve("publications"));
    this.lastGood = own == null ? null : new LastGood(own.resolve("last-good"), archive);
    this.drafts = own == null ? null : new Drafts(own.resolve("drafts"));
    this.current = new CurrentCatalogue(application);
    this.inForce = new EditionsInForce(application, loader, clock);
    this.state = new StoreState(directory == null ? null : directory.toString(), false, null, null, List.of(),
        inForce.states(Map.of()));
  }

  /** A store of the application's own editions only. */
  public static PolicyStore ofApplication() {
    return new PolicyStore(null, Clock.systemUTC());
  }

  /**
   * A store with a directory, which is read at once: what is published there is in force when this returns.
   *
   * @param directory the directory
   * @param clock tells when publications come into force
   */
  public static PolicyStore at(Path directory, Clock clock) {
    PolicyStore store = new PolicyStore(directory.toAbsolutePath().normalize(), clock);
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

  /** The files of an edition as they are in force; empty where nothing of it is. */
  public Optional<EditionSources> sources(EditionId edition) {
    Optional<Version> version = version(edition);
    try {
      return version.isEmpty() ? Optional.empty() : Optional.of(files.of(version.get()));
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /** The version of an edition in force. */
  synchronized Optional<Version> version(EditionId edition) {
    return inForce.version(edition);
  }

  /** The version of an edition without anything published. */
  synchronized Optional<Version> ground(EditionId edition) {
    return Optional.ofNullable(wanted(Map.of(), clock.instant()).get(edition));
  }

  /** Refuses where nothing can be kept. */
  void requireWritable() {
    if (directory == null) {
      throw new DeskRefusal(Reason.NO_STORE, "没有配置政策目录（tuodi.store.directory），不能保存草稿或发布",
          "no directory of policies is configured (tuodi.store.directory): drafts and publications cannot be kept");
    }
    if (!isWritable()) {
      throw new DeskRefusal(Reason.STORE_READ_ONLY, "政策目录只读，不能保存草稿或发布；请在其来源处（例如 ConfigMap 或 Git）修改",
          "the directory of policies is read-only: make the change where it comes from, such as a ConfigMap or Git");
    }
  }

  boolean hasDirectory() {
    return directory != null;
  }

  ApplicationFiles files() {
    return files;
  }

  VersionLoader loader() {
    return loader;
  }

  WorkbookArchive archive() {
    return archive;
  }

  Publications publications() {
    return publications;
  }

  Drafts drafts() {
    return drafts;
  }

  /** Reads the directory until two readings are the same, and puts in force what is sound. */
  private synchronized void settle() {
    for (int i = 0; i < MOST_READINGS && readAt == null; i++) {
      refresh();
      if (state.fault() != null) {
        return;
      }
      pause();
    }
    clean();
  }

  /** Drops what stopped writers left, and workbooks that nothing refers to any more. */
  private void clean() {
    if (!isWritable()) {
      return;
    }
    try {
      publications.clean();
      Set<String> digests = new HashSet<>(lastGood.digests());
      publications.all().forEach(publication -> digests.addAll(publication.workbooks().values()));
      DraftList all = drafts.all();
      all.drafts().forEach(draft -> digests.addAll(draft.workbooks().values()));
      if (all.damaged().isEmpty()) {
        // What a damaged draft refers to is not known.
        archive.keepOnly(digests);
      }
    } catch (IOException e) {
      LOG.warn("the directory of policies cannot be cleaned: " + e);
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
    if (directory == null) {
      return;
    }
    try {
      TableFiles read = TableFiles.read(directory);
      boolean same = read.digest().equals(lastDigest);
      lastDigest = read.digest();
      if (same) {
        settled = read;
      }
      if (same || readAt != null) {
        apply();
        readAt = clock.instant();
      }
      describe(null);
    } catch (IOException e) {
      if (state.fault() == null) {
        LOG.warn("the directory of policies cannot be read: " + said(e));
      }
      describe(said(e));
    }
  }

  private static String said(IOException fault) {
    return fault instanceof Damage ? fault.getMessage() : fault.toString();
  }

  /** Puts in force what directory and publications hold, as far as it is sound. */
  private void apply() throws IOException {
    Instant now = clock.instant();
    Map<EditionId, Timeline> timelines = timelines();
    Map<EditionId, Version> wanted = wanted(timelines, now);
    List<Version> pending = new ArrayList<>();
    timelines.values().forEach(timeline -> timeline.pending(now).map(this::version).ifPresent(pending::add));
    inForce.take(wanted, readAt == null ? lastGood::read : edition -> Optional.empty());
    pending.forEach(loader::load);
    Collection<Version> kept = new ArrayList<>(wanted.values());
    kept.addAll(pending);
    kept.addAll(inForce.versions());
    loader.keepOnly(kept);
    if (inForce.hasChanged()) {
      current.replace(inForce.catalogue());
      if (isWritable()) {
        lastGood.keep(inForce.versions());
      }
    }
  }

  private Map<EditionId, Timeline> timelines() throws IOException {
    Map<EditionId, List<Publication>> byEdition = new TreeMap<>();
    for (Publication publication : publications.all()) {
      byEdition.computeIfAbsent(publication.edition(), edition -> new ArrayList<>()).add(publication);
    }
    Map<EditionId, Timeline> timelines = new TreeMap<>();
    byEdition.forEach((edition, all) -> timelines.put(edition, new Timeline(all)));
    return timelines;
  }

  private Map<EditionId, Version> wanted(Map<EditionId, Timeline> timelines, Instant now) {
    Map<EditionId, Version> wanted = new TreeMap<>();
    application.editions().forEach(edition -> wanted.put(edition.id(), Version.ofApplication(edition.id())));
    settled.workbooks().forEach((edition, workbooks) -> wanted.put(edition, Version.ofDirectory(edition, workbooks)));
    timelines.forEach((edition, timeline) -> timeline.inForce(now).filter(Publication::hasWorkbooks)
        .ifPresent(publication -> wanted.put(edition, version(publication))));
    return wanted;
  }

  private Version version(Publication publication) {
    return Version.of(publication, archive);
  }

  private boolean isWritable() {
    return directory != null && Files.isWritable(directory);
  }

  private void describe(String fault) {
    Map<EditionId, EditionState.Pending> pending = new TreeMap<>();
    if (fault == null) {
      try {
        timelines().forEach((edition, timeline) -> timeline.pending(clock.instant())
            .map(next -> new EditionState.Pending(next.number(), next.effectiveFrom()))
            .ifPresent(next -> pending.put(edition, next)));
      } catch (IOException e) {
        LOG.warn("publications cannot be read: " + e);
      }
    }
    StoreState before = state;
    state = new StoreState(directory.toString(), isWritable(), readAt, fault, settled.ignored(),
        inForce.states(pending));
    state.misplaced().stream().filter(file -> !before.ignored().contains(file.file()))
        .forEach(file -> LOG.warn("a workbook of the directory of policies belongs to no edition: " + file));
  }
}
