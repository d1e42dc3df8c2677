package cn.tuodi.desk.inforce;

import cn.tuodi.edition.source.EditionId;
import java.util.List;
import java.util.Map;

/**
 * What is to be published. Another edition may be published with it.
 *
 * @param edition the edition
 * @param workbooks its workbooks by name; none where it goes back to what application and directory hold
 * @param version the version that is put back, or null where there is none or the workbooks are new
 * @param again number of the publication that is put back, 0 for application and directory, or null for new workbooks
 * @param authors who worked on the draft, or null where there was none
 * @param also what is published with it, or null
 */
public record PublicationContent(EditionId edition, Map<String, byte[]> workbooks, Version version, Integer again,
    List<String> authors, PublicationContent also) {

  /** The same with another edition. */
  public PublicationContent with(PublicationContent other) {
    return new PublicationContent(edition, workbooks, version, again, authors, other);
  }
}
