package cn.tuodi.desk.record;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.file.DurableFiles;
import cn.tuodi.desk.file.StoreAccess;
import cn.tuodi.desk.file.StoredJson;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The records of publications as files, one folder each. One is made by moving its folder to its number, which succeeds
 * for one of several writers only; before that moment there is nothing, after it everything.
 *
 * @param folder where they lie
 */
public record RecordFiles(Path folder) {

  private static final Logger LOG = Logger.getLogger(RecordFiles.class);
  private static final String FILE = "publication.json";
  private static final String EXAMPLES = "examples.ndjson.gz";
  private static final int MAX_EXAMPLES_BYTES = 8 * 1024 * 1024;
  private static final String NUMBER = "\\d{6,9}";
  private static final String NEW = ".new-";

  /** The form of a record, read before the rest of it; none is the first. */
  private record Form(int format) {}

  /** Nobody knows whether a record is in its place for good: the disk failed at the last step. */
  static final class Unconfirmed extends IOException {

    private static final long serialVersionUID = 1L;

    private final int number;

    private Unconfirmed(int number, IOException cause) {
      super(cause);
      this.number = number;
    }

    /** The number of the record. */
    public int number() {
      return number;
    }
  }

  /**
   * Reads a record.
   *
   * @throws CorruptFile if it is none
   * @throws IOException if nobody can tell, because the directory does not answer
   */
  static PublishedRecord read(Path home) throws IOException {
    Path file = home.resolve(FILE);
    try {
      byte[] content = StoredJson.bytes(file);
      Form form = StoredJson.parsed(content, Form.class, any -> true);
      if (form.format() > Publication.FORMAT) {
        throw CorruptFile.ofNewer(file, form.format(), Publication.FORMAT);
      }
      return new PublishedRecord(StoredJson.parsed(content, Publication.class,
          publication -> publication.isWhole() && publication.number() == number(home)), Digest.of(content));
    } catch (CorruptFile | StoreAccess.NoAnswer e) {
      throw e;
    } catch (IOException e) {
      throw CorruptFile.ofPublication(file, e);
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
  public static int number(Path home) {
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
   * What a publication decided in examples when it was made.
   *
   * @throws CorruptFile if that is missing or no longer what was kept
   * @throws IOException if nobody can tell, because the directory does not answer
   */
  byte[] examples(Publication publication) throws IOException {
    Path home = home(publication.number());
    Path named = home.resolve(examplesOf(publication.edition()));
    Path file = DurableFiles.exists(named) ? named : home.resolve(EXAMPLES);
    try {
      byte[] content = DurableFiles.read(file, MAX_EXAMPLES_BYTES);
      if (Digest.of(content).equals(publication.examples())) {
        return content;
      }
    } catch (StoreAccess.NoAnswer e) {
      throw e;
    } catch (IOException e) {
      throw CorruptFile.ofPublication(file, e);
    }
    throw CorruptFile.ofAltered(file);
  }

  /** The file of what a publication decided of an edition besides its own. */
  private static String examplesOf(EditionId other) {
    return "examples-" + other.region() + "-" + other.year() + ".ndjson.gz";
  }

  /**
   * The files of what a publication decided in examples.
   *
   * @param examples of its own edition, or null
   * @param other the other edition that it publishes, or null
   * @param ofOther of that, or null
   */
  static Map<String, byte[]> examples(byte[] examples, EditionId other, byte[] ofOther) {
    Map<String, byte[]> files = new TreeMap<>();
    if (examples != null) {
      files.put(EXAMPLES, examples);
    }
    if (ofOther != null) {
      files.put(examplesOf(other), ofOther);
    }
    return files;
  }

  /**
   * Puts a record in its place.
   *
   * @param content the record
   * @param examples what it decides in examples, by the name of the file
   * @param number its number
   * @return whether it was; it was not where another writer took its number
   */
  boolean place(byte[] content, Map<String, byte[]> examples, int number) throws IOException {
    Path written = folder.resolve(NEW + UUID.randomUUID());
    boolean moved = false;
    try {
      DurableFiles.createDirectories(written);
      DurableFiles.write(written.resolve(FILE), content);
      for (Map.Entry<String, byte[]> file : examples.entrySet()) {
        DurableFiles.write(written.resolve(file.getKey()), file.getValue());
      }
      DurableFiles.force(written);
      moved = move(written, home(number));
    } finally {
      if (!moved) {
        removeQuietly(written);
      }
    }
    if (moved) {
      try {
        DurableFiles.force(folder);
      } catch (IOException e) {
        throw new Unconfirmed(number, e);
      }
    }
    return moved;
  }

  private static boolean move(Path written, Path home) throws IOException {
    if (DurableFiles.exists(home)) {
      return false;
    }
    try {
      DurableFiles.move(written, home);
    } catch (StoreAccess.NoAnswer e) {
      throw new Unconfirmed(number(home), e);
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

  /** What cannot be removed now is removed by a later start. */
  private static void removeQuietly(Path home) {
    try {
      remove(home);
    } catch (IOException e) {
      LOG.debug("an unfinished record cannot be removed: " + e);
    }
  }

  private static void remove(Path home) throws IOException {
    DurableFiles.delete(home.resolve(FILE));
    for (Path file : DurableFiles.list(home)) {
      DurableFiles.delete(file);
    }
    DurableFiles.delete(home);
  }
}
