package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The workbooks of each edition that were last in force, so that a start finds them even where what lies in the directory
 * by then is not sound. Kept only where the directory can be written.
 */
final class LastGood {

  private static final Logger LOG = Logger.getLogger(LastGood.class);
  private static final String ENDING = ".json";

  private final Path folder;
  private final WorkbookArchive archive;
  private final Map<EditionId, String> kept = new HashMap<>();

  private record Stored(EditionId edition, Origin origin, Integer publication, String digest,
      Map<String, String> workbooks) {

    boolean isWhole() {
      return edition != null && origin != null && digest != null && workbooks != null;
    }
  }

  LastGood(Path folder, WorkbookArchive archive) {
    this.folder = folder;
    this.archive = archive;
  }

  /** Keeps versions; a fault is told and changes nothing of what is in force. */
  void keep(List<Version> versions) {
    for (Version version : versions) {
      if (version.origin() == Origin.APPLICATION || version.digest().equals(kept.get(version.edition()))) {
        continue;
      }
      try {
        Map<String, String> digests = archive.keep(version.workbooks().read());
        DurableFiles.replace(file(version.edition()), StoredJson.bytes(new Stored(version.edition(), version.origin(),
            version.publication(), version.digest(), digests)));
        kept.put(version.edition(), version.digest());
      } catch (IOException e) {
        LOG.warn("the last good version of " + version.edition() + " cannot be kept: " + e);
      }
    }
  }

  /** The version of an edition that was kept. */
  Optional<Version> read(EditionId edition) {
    try {
      if (!Files.exists(file(edition))) {
        return Optional.empty();
      }
      Stored stored = StoredJson.read(file(edition), Stored.class, Stored::isWhole);
      return Optional.of(new Version(stored.edition(), stored.origin(), stored.publication(), stored.digest(),
          () -> archive.read(stored.workbooks())));
    } catch (IOException e) {
      LOG.warn("the last good version of " + edition + " cannot be read: " + e);
      return Optional.empty();
    }
  }

  /** Digests of all workbooks that are kept. */
  Set<String> digests() throws IOException {
    Set<String> digests = new HashSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(name -> name.toString().endsWith(ENDING)).toList()) {
          digests.addAll(StoredJson.read(file, Stored.class, Stored::isWhole).workbooks().values());
        }
      }
    }
    return digests;
  }

  private Path file(EditionId edition) {
    return folder.resolve(edition.region() + "." + edition.year() + ENDING);
  }
}
