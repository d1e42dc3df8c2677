package cn.tuodi.desk.file;

import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Workbooks kept by the digest of their bytes, each once, never changed. */
public final class WorkbookArchive {

  private static final String ENDING = ".xlsx";

  private final Path folder;
  /** Marks of files that were read and found as they were kept, by digest. */
  private final Map<String, String> sound = new HashMap<>();

  public WorkbookArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps workbooks.
   *
   * @return their digests by name
   */
  public Map<String, String> keep(Map<String, byte[]> workbooks) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    Instant now = null;
    for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
      String digest = Digest.of(workbook.getValue());
      Path file = file(digest);
      if (holds(file, digest)) {
        // As new, so that nobody drops it who does not know yet what refers to it.
        now = now == null ? DurableFiles.now(folder) : now;
        DurableFiles.touch(file, now);
      } else {
        DurableFiles.replace(file, workbook.getValue());
      }
      digests.put(workbook.getKey(), digest);
    }
    return digests;
  }

  /** Whether a workbook is there as it was kept; one that was damaged since is written anew. */
  private static boolean holds(Path file, String digest) throws IOException {
    return DurableFiles.exists(file) && Digest.of(DurableFiles.read(file, TableFiles.MAX_BYTES)).equals(digest);
  }

  /**
   * The workbooks of some digests by name.
   *
   * @param edition the edition that they are of
   * @param digests their digests by name
   * @throws CorruptFile if one is missing or is no longer what was kept
   */
  public Map<String, byte[]> read(EditionId edition, Map<String, String> digests) throws IOException {
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (Map.Entry<String, String> entry : digests.entrySet()) {
      byte[] content = readable(entry.getValue());
      if (content == null) {
        throw CorruptFile.ofWorkbook(edition, entry.getKey(), file(entry.getValue()));
      }
      workbooks.put(entry.getKey(), content);
    }
    return workbooks;
  }

  /** A workbook as it was kept; null where it is missing or is no longer what was kept. */
  private byte[] readable(String digest) throws IOException {
    try {
      byte[] content = DurableFiles.read(file(digest), TableFiles.MAX_BYTES);
      return Digest.of(content).equals(digest) ? content : null;
    } catch (StoreAccess.NoAnswer e) {
      throw e;
    } catch (IOException e) {
      return null;
    }
  }

  /** Those of the workbooks that are there as they were kept. */
  public Map<String, byte[]> readable(Map<String, String> digests) throws IOException {
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (Map.Entry<String, String> entry : digests.entrySet()) {
      byte[] content = readable(entry.getValue());
      if (content != null) {
        workbooks.put(entry.getKey(), content);
      }
    }
    return workbooks;
  }

  /**
   * The names of those workbooks that are missing or no longer what was kept. A file whose size and time are as they were
   * is not read again.
   */
  public synchronized Set<String> lost(Map<String, String> digests) throws IOException {
    Set<String> lost = new TreeSet<>();
    for (Map.Entry<String, String> entry : digests.entrySet()) {
      String digest = entry.getValue();
      String mark = DurableFiles.mark(file(digest));
      if (mark.isEmpty() || !mark.equals(sound.get(digest)) && readable(digest) == null) {
        lost.add(entry.getKey());
        sound.remove(digest);
      } else {
        sound.put(digest, mark);
      }
    }
    return lost;
  }

  /** Drops what nothing refers to and nobody can be about to refer to. */
  public void keepOnly(Set<String> digests) throws IOException {
    List<Path> files = DurableFiles.list(folder);
    if (files.isEmpty()) {
      return;
    }
    Instant now = DurableFiles.now(folder);
    for (Path file : files) {
      String name = file.getFileName().toString();
      boolean kept = name.endsWith(ENDING) && digests.contains(name.substring(0, name.length() - ENDING.length()));
      if (!kept && DurableFiles.isOld(file, now)) {
        DurableFiles.delete(file);
      }
    }
  }

  private Path file(String digest) {
    return folder.resolve(digest + ENDING);
  }
}
