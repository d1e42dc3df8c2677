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
      int number = Integer.parseInt(home.getFileName().toString());
      Publication known = read.get(number);
      if (known == null) {
        known = StoredJson.read(home.resolve(FILE), Publication.class).shared();
        read.put(number, known);
      }
      all.add(known);
    }
    if (all.size() < read.size()) {
      throw new NoSuchFileException(folder.toString(), null, "publications that were there are gone");
    }
    return all;
  }

  private List<Path> homes() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(home -> home.getFileName().toString().matches(NUMBER))
          .sorted((one, other) -> Integer.compare(number(one), number(other))).toList();
    }
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
