package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The publications of a store, one folder each. A publication is made by moving its folder to its number, which succeeds
 * for one of several writers only; before that moment there is nothing, after it everything.
 */
final class Publications {

  private static final String FILE = "publication.json";
  private static final String NUMBER = "\\d{6,9}";

  private final Path folder;
  private final Map<Integer, Publication> read = new HashMap<>();
  private final DamageLog log = new DamageLog();

  Publications(Path folder) {
    this.folder = folder;
  }

  /**
   * All publications, by number.
   *
   * @throws IOException if one cannot be read, or one that was there is gone
   */
  synchronized List<Publication> all() throws IOException {
    List<Publication> all = new ArrayList<>();
    for (Path home : homes()) {
      all.add(known(home));
    }
    if (all.size() < read.size()) {
      throw new NoSuchFileException(folder.toString(), null, "publications that were there are gone");
    }
    return all;
  }

  /** Those that can be read, by number, to be looked at: what is in force rests on all of them. */
  synchronized List<Publication> readable() throws IOException {
    List<Publication> readable = new ArrayList<>();
    for (Path home : homes()) {
      try {
        readable.add(known(home));
      } catch (Damage e) {
        // Told by damaged().
      }
    }
    return readable;
  }

  /** What lies there and cannot be read, also what this process has read before. */
  List<DamagedFile> damaged() throws IOException {
    List<DamagedFile> damaged = new ArrayList<>();
    for (Path home : entries()) {
      try {
        if (!isNumbered(home)) {
          throw Damage.ofForeign(home);
        }
        read(home);
      } catch (Damage e) {
        damaged.add(new DamagedFile(isNumbered(home) ? Integer.toString(number(home)) : null, e.finding()));
      }
    }
    log.tell(damaged);
    return damaged;
  }

  private Publication known(Path home) throws Damage {
    Publication known = read.get(number(home));
    if (known == null) {
      known = read(home).shared();
      read.put(number(home), known);
    }
    return known;
  }

  private static Publication read(Path home) throws Damage {
    Path file = home.resolve(FILE);
    try {
      return StoredJson.read(file, Publication.class,
          publication -> publication.isWhole() && publication.number() == number(home));
    } catch (IOException e) {
      throw Damage.ofPublication(file, e);
    }
  }

  private List<Path> homes() throws IOException {
    return entries().stream().filter(Publications::isNumbered)
        .sorted((one, other) -> Integer.compare(number(one), number(other))).toList();
  }

  /** Everything in the folder but what is just being written. */
  private List<Path> entries() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(home -> !home.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private static boolean isNumbered(Path home) {
    return home.getFileName().toString().matches(NUMBER);
  }

  private static int number(Path home) {
    return Integer.parseInt(home.getFileName().toString());
  }

  /** The publications of one edition. */
  Timeline of(EditionId edition) throws IOException {
    return new Timeline(all().stream().filter(publication -> publication.edition().equals(edition)).toList());
  }

  /**
   * Makes a publication.
   *
   * @return whether it was made; it was not where another writer took its number
   */
  boolean add(Publication publication) throws IOException {
    Files.createDirectories(folder);
    Path written = folder.resolve(".new-" + UUID.randomUUID());
    Files.createDirectory(written);
    try {
      DurableFiles.write(written.resolve(FILE), StoredJson.bytes(publication));
      DurableFiles.force(written);
      return move(written, folder.resolve(String.format("%06d", publication.number())));
    } finally {
      remove(written);
    }
  }

  private boolean move(Path written, Path home) throws IOException {
    if (Files.exists(home)) {
      return false;
    }
    try {
      Files.move(written, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (Files.exists(home)) {
        return false;
      }
      throw e;
    }
    DurableFiles.force(folder);
    return true;
  }

  /** Removes what a writer left that was stopped. */
  void clean() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> list = Files.list(folder)) {
        for (Path left : list.filter(home -> home.getFileName().toString().startsWith(".new-")).toList()) {
          if (DurableFiles.isOld(left)) {
            remove(left);
          }
        }
      }
    }
  }

  private static void remove(Path home) throws IOException {
    Files.deleteIfExists(home.resolve(FILE));
    Files.deleteIfExists(home);
  }
}
