package cn.tuodi.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The records of publications as files, one folder each. One is made by moving its folder to its number, which succeeds
 * for one of several writers only; before that moment there is nothing, after it everything.
 *
 * @param folder where they lie
 */
record RecordFiles(Path folder) {

  private static final String FILE = "publication.json";
  private static final String NUMBER = "\\d{6,9}";
  private static final String NEW = ".new-";

  /** The form of a record, read before the rest of it; none is the first. */
  private record Form(int format) {}

  /**
   * Reads a record.
   *
   * @throws Damage if it is none
   */
  static PublishedRecord read(Path home) throws Damage {
    Path file = home.resolve(FILE);
    try {
      byte[] content = DurableFiles.read(file);
      Form form = StoredJson.parsed(content, Form.class, any -> true);
      if (form.format() > Publication.FORMAT) {
        throw Damage.ofNewer(file, form.format());
      }
      return new PublishedRecord(StoredJson.parsed(content, Publication.class,
          publication -> publication.isWhole() && publication.number() == number(home)), Digest.of(content));
    } catch (Damage e) {
      throw e;
    } catch (IOException e) {
      throw Damage.ofPublication(file, e);
    }
  }

  /** The folders of records, by number. */
  List<Path> homes() throws IOException {
    return entries().stream().filter(RecordFiles::isNumbered)
        .sorted((one, other) -> Integer.compare(number(one), number(other))).toList();
  }

  /** Everything in the folder but what is just being written. */
  List<Path> entries() throws IOException {
    return DurableFiles.list(folder).stream().filter(home -> !home.getFileName().toString().startsWith(".")).toList();
  }

  /** Whether a folder is that of a record. */
  static boolean isNumbered(Path home) {
    String name = home.getFileName().toString();
    return name.matches(NUMBER) && name.equals(String.format("%06d", number(home)));
  }

  /** The number of the record of a folder. */
  static int number(Path home) {
    return Integer.parseInt(home.getFileName().toString());
  }

  private Path home(int number) {
    return folder.resolve(String.format("%06d", number));
  }

  /** The record of a number. */
  Path file(int number) {
    return home(number).resolve(FILE);
  }

  /**
   * Puts a record in its place.
   *
   * @return whether it was; it was not where another writer took its number
   */
  boolean place(byte[] content, int number) throws IOException {
    Path written = folder.resolve(NEW + UUID.randomUUID());
    boolean moved = false;
    try {
      DurableFiles.createDirectories(written);
      DurableFiles.write(written.resolve(FILE), content);
      DurableFiles.force(written);
      moved = move(written, home(number));
    } finally {
      if (!moved) {
        remove(written);
      }
    }
    DurableFiles.force(folder);
    return moved;
  }

  private static boolean move(Path written, Path home) throws IOException {
    if (DurableFiles.exists(home)) {
      return false;
    }
    try {
      DurableFiles.move(written, home);
    } catch (FileSystemException e) {
      if (DurableFiles.exists(home)) {
        return false;
      }
      throw e;
    }
    return true;
  }

  /** Removes what a writer left that was stopped. */
  void clean() throws IOException {
    List<Path> left = DurableFiles.list(folder).stream()
        .filter(home -> home.getFileName().toString().startsWith(NEW)).toList();
    if (!left.isEmpty()) {
      Instant now = DurableFiles.now(folder);
      for (Path home : left) {
        if (DurableFiles.isOld(home, now)) {
          remove(home);
        }
      }
    }
  }

  private static void remove(Path home) throws IOException {
    DurableFiles.delete(home.resolve(FILE));
    DurableFiles.delete(home);
  }
}
