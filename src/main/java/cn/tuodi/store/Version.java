package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
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
record Version(EditionId edition, Origin origin, Integer publication, String digest, Workbooks workbooks) {

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
  static Version ofDirectory(EditionId edition, Damage damage) {
    return unreadable(edition, Origin.DIRECTORY, damage);
  }

  /** What was published, where nobody knows what that is. */
  static Version ofPublications(EditionId edition, Damage damage) {
    return unreadable(edition, Origin.PUBLICATION, damage);
  }

  private static Version unreadable(EditionId edition, Origin origin, Damage damage) {
    return new Version(edition, origin, null, "unreadable " + damage.finding(), () -> {
      throw damage;
    });
  }

  /** What was published. */
  static Version of(Publication publication, WorkbookArchive archive) {
    return new Version(publication.edition(), Origin.PUBLICATION, publication.number(),
        "all " + Digest.ofDigests(publication.workbooks()), () -> archive.read(publication.workbooks()));
  }

  /** Whether the workbooks are the same, wherever they come from. */
  boolean sameWorkbooks(Version other) {
    return edition.equals(other.edition) && digest.equals(other.digest);
  }
}
