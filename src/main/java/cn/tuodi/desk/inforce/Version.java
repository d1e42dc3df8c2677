package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.util.Map;

/**
 * One version of an edition's workbooks.
 *
 * @param edition the edition
 * @param origin where they come from
 * @param publication number of the publication, or null
 * @param digest changes with any of them
 * @param workbooks gives them: all of them for a publication, else those that stand in for the application's
 */
public record Version(EditionId edition, Origin origin, Integer publication, String digest, Workbooks workbooks) {

  /** Gives workbooks by name. */
  interface Workbooks {
    Map<String, byte[]> read() throws IOException;
  }

  /** What the application was built with. */
  static Version ofApplication(EditionId edition) {
    return new Version(edition, Origin.APPLICATION, null, "", Map::of);
  }

  /** What lies in the directory. */
  static Version ofDirectory(EditionId edition, Map<String, byte[]> workbooks) {
    return new Version(edition, Origin.DIRECTORY, null, Digest.ofFiles(workbooks), () -> workbooks);
  }

  /** What lies in the directory and cannot be read. */
  static Version ofDirectory(EditionId edition, CorruptFile damage) {
    return unreadable(edition, Origin.DIRECTORY, damage);
  }

  /** What was published, where nobody knows what that is. */
  static Version ofPublications(EditionId edition, CorruptFile damage) {
    return unreadable(edition, Origin.PUBLICATION, damage);
  }

  private static Version unreadable(EditionId edition, Origin origin, CorruptFile damage) {
    return new Version(edition, origin, null, "unreadable " + damage.finding(), () -> {
      throw damage;
    });
  }

  /** What was published. */
  public static Version of(Publication publication, WorkbookArchive archive) {
    return new Version(publication.edition(), Origin.PUBLICATION, publication.number(),
        "all " + Digest.ofDigests(publication.workbooks()),
        () -> archive.read(publication.edition(), publication.workbooks()));
  }

  /** Whether the workbooks are the same, wherever they come from. */
  public boolean sameWorkbooks(Version other) {
    return edition.equals(other.edition) && digest.equals(other.digest);
  }
}
