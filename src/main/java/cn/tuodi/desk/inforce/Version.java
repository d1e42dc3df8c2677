package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.Publications;
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
 * @param examples gives what it decided when it was published
 */
public record Version(EditionId edition, Origin origin, Integer publication, String digest, Workbooks workbooks,
    Examples examples) {

  /** Nothing is known of what it decided. */
  static final Examples NO_EXAMPLES = () -> null;

  /** Gives workbooks by name. */
  interface Workbooks {
    Map<String, byte[]> read() throws IOException;
  }

  /** Gives what a version decided in examples when it was published, or null where that was not kept. */
  interface Examples {
    byte[] read() throws IOException;
  }

  /** What the application was built with. */
  static Version ofApplication(EditionId edition) {
    return new Version(edition, Origin.APPLICATION, null, "", Map::of, NO_EXAMPLES);
  }

  /** What lies in the directory. */
  static Version ofDirectory(EditionId edition, Map<String, byte[]> workbooks) {
    return new Version(edition, Origin.DIRECTORY, null, Digest.ofFiles(workbooks), () -> workbooks,
        NO_EXAMPLES);
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
    }, NO_EXAMPLES);
  }

  /** What was published. */
  public static Version of(Publication publication, WorkbookArchive archive, Publications publications) {
    return new Version(publication.edition(), Origin.PUBLICATION, publication.number(),
        "all " + Digest.ofDigests(publication.workbooks()),
        () -> archive.read(publication.edition(), publication.workbooks()),
        () -> publications.examples(publication));
  }

  /** Whether the workbooks are the same, wherever they come from. */
  public boolean sameWorkbooks(Version other) {
    return edition.equals(other.edition) && digest.equals(other.digest);
  }
}
