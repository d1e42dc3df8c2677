package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.DurableFiles;
import cn.tuodi.desk.file.StoredJson;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What was last in force of each edition, so that a start finds it even where what lies in the directory by then is not
 * sound. Kept only where the directory can be written.
 */
final class LastGood {

  private static final Logger LOG = Logger.getLogger(LastGood.class);
  private static final String ENDING = ".json";

  private final Path folder;
  private final WorkbookArchive archive;
  private final Map<EditionId, Stored> kept = new HashMap<>();

  private record Stored(EditionId edition, Origin origin, Integer publication, String digest,
      Map<String, String> workbooks, String contentHash) {

    boolean isWhole() {
      return edition != null && origin != null && digest != null && workbooks != null;
    }

    boolean isOf(Version version, String hash) {
      return origin == version.origin() && digest.equals(version.digest()) && hash.equals(contentHash);
    }
  }

  /**
   * What was kept.
   *
   * @param version the version
   * @param contentHash content hash of the edition with it, or null where an earlier program kept it
   */
  record Kept(Version version, String contentHash) {}

  LastGood(Path folder, WorkbookArchive archive) {
    this.folder = folder;
    this.archive = archive;
  }

  /**
   * Keeps what is in force, and nothing of editions that no longer are; a fault is told and changes nothing of what is in
   * force.
   *
   * @param inForce what is in force
   * @param unavailable editions that should be in force and cannot
   */
  void keep(List<Kept> inForce, Collection<EditionId> unavailable) {
    Set<EditionId> editions = new HashSet<>(unavailable);
    for (Kept now : inForce) {
      EditionId edition = now.version().edition();
      editions.add(edition);
      Stored before = kept.get(edition);
      if (before == null || !before.isOf(now.version(), now.contentHash())) {
        keep(now);
      }
    }
    dropAllBut(editions);
  }

  private void keep(Kept now) {
    Version version = now.version();
    try {
      // Publications are kept for good, and the application has its own.
      Map<String, String> digests =
          version.origin() == Origin.DIRECTORY ? archive.keep(version.workbooks().read()) : Map.of();
      Stored stored = new Stored(version.edition(), version.origin(), version.publication(), version.digest(), digests,
          now.contentHash());
      DurableFiles.replace(file(version.edition()), StoredJson.bytes(stored));
      kept.put(version.edition(), stored);
    } catch (IOException e) {
      LOG.warn("the last good version of " + version.edition() + " cannot be kept: " + e);
    }
  }

  private void dropAllBut(Set<EditionId> editions) {
    Set<String> names = new HashSet<>();
    editions.forEach(edition -> names.add(file(edition).getFileName().toString()));
    try {
      for (Path file : files()) {
        if (!names.contains(file.getFileName().toString())) {
          DurableFiles.delete(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("last good versions of editions that are no longer in force cannot be dropped: " + e);
    }
    kept.keySet().retainAll(editions);
  }

  /** What was in force before this process began; the editions are read once. */
  EditionsInForce.Before before() {
    Set<EditionId> editions = editions();
    return new EditionsInForce.Before() {

      @Override
      public Optional<Kept> version(EditionId edition) {
        return read(edition);
      }

      @Override
      public Set<EditionId> editions() {
        return editions;
      }
    };
  }

  private Optional<Kept> read(EditionId edition) {
    try {
      if (!DurableFiles.exists(file(edition))) {
        return Optional.empty();
      }
      Stored stored = StoredJson.read(file(edition), Stored.class, Stored::isWhole);
      return Optional.of(new Kept(new Version(stored.edition(), stored.origin(), stored.publication(), stored.digest(),
          () -> archive.read(stored.edition(), stored.workbooks()), Version.NO_EXAMPLES), stored.contentHash()));
    } catch (IOException e) {
      LOG.warn("the last good version of " + edition + " cannot be read: " + e);
      return Optional.empty();
    }
  }

  /** The editions of which anything was kept; none where the store is new, or cannot be written. */
  private Set<EditionId> editions() {
    Set<EditionId> editions = new HashSet<>();
    try {
      for (Path file : files()) {
        String name = file.getFileName().toString();
        TableName.edition(name.substring(0, name.length() - ENDING.length()).replace('.', '/'))
            .ifPresent(editions::add);
      }
    } catch (IOException e) {
      LOG.warn("last good versions cannot be read: " + e);
    }
    return editions;
  }

  /** Digests of all workbooks that are kept. */
  Set<String> digests() throws IOException {
    Set<String> digests = new HashSet<>();
    for (Path file : files()) {
      digests.addAll(StoredJson.read(file, Stored.class, Stored::isWhole).workbooks().values());
    }
    return digests;
  }

  private List<Path> files() throws IOException {
    return DurableFiles.list(folder).stream().filter(file -> !file.getFileName().toString().startsWith(".")
        && file.getFileName().toString().endsWith(ENDING)).toList();
  }

  private Path file(EditionId edition) {
    return folder.resolve(edition.region() + "." + edition.year() + ENDING);
  }
}
