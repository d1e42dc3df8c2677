package cn.tuodi.desk.record;

import cn.tuodi.desk.file.DurableFiles;
import cn.tuodi.desk.file.StoreAccess;
import cn.tuodi.desk.file.StoredJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The end of the history, kept beside its records: a file for every publication of which the last few stay, so that
 * writers at the same time never write over each other. A witness is a folder of the same kind in another place, which
 * remembers where the store itself is emptied or put back to an earlier state.
 */
final class Heads {

  private static final Logger LOG = Logger.getLogger(Heads.class);
  private static final String NUMBER = "\\d{6,9}\\.json";
  private static final int KEPT = 4;

  private final Path folder;
  private Path lastFile;
  private Head last;

  Heads(Path folder) {
    this.folder = folder;
  }

  /**
   * The last one that can be read.
   *
   * @throws IOException if the folder cannot be read
   */
  synchronized Optional<Head> read() throws IOException {
    List<Path> files = files();
    for (int i = files.size() - 1; i >= 0; i--) {
      if (files.get(i).equals(lastFile)) {
        return Optional.of(last);
      }
      try {
        last = StoredJson.read(files.get(i), Head.class, Head::isWhole);
        lastFile = files.get(i);
        return Optional.of(last);
      } catch (StoreAccess.NoAnswer e) {
        throw e;
      } catch (IOException e) {
        // The one before says enough: records that are there are read anyway.
        LOG.debug("a head of the history cannot be read: " + e);
      }
    }
    return Optional.empty();
  }

  /** Keeps one, and drops those long before it. */
  synchronized void keep(Head head) throws IOException {
    DurableFiles.replace(folder.resolve(String.format("%06d.json", head.number())), StoredJson.bytes(head));
    List<Path> files = files();
    for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
      DurableFiles.delete(old);
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(DurableFiles.list(folder));
    files.removeIf(file -> !file.getFileName().toString().matches(NUMBER));
    files.sort(Comparator.comparingInt((Path file) -> file.getFileName().toString().length())
        .thenComparing(Comparator.naturalOrder()));
    return files;
  }
}
