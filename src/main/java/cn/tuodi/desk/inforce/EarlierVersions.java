package cn.tuodi.desk.inforce;

import cn.tuodi.desk.record.Chronicle;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationTimeline;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Versions of editions that were in force before, as they are put back. */
public final class EarlierVersions {

  private final PolicyStore store;
  private final Clock clock;

  /** Versions of a store. */
  public EarlierVersions(PolicyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is published to put a version back, with the other edition that was published with it.
   *
   * @param edition the edition
   * @param timeline what was published of it
   * @param version number of the publication, or 0 for what application and directory hold
   * @throws DeskRefusal if there is no such version, or it is in force already
   */
  public PublicationContent of(EditionId edition, PublicationTimeline timeline, int version) throws IOException {
    PublicationContent content = version == 0 ? ground(edition, timeline) : earlier(timeline, version);
    boolean same = content.version() != null && inForce(edition)
        .filter(now -> now.origin() == content.version().origin() && now.sameWorkbooks(content.version())).isPresent();
    if (same && timeline.pending(clock.instant()).isEmpty()) {
      throw DeskRefusal.inForceAlready();
    }
    return content.with(partner(timeline, version));
  }

  /**
   * The other edition that was published with the version that is put back, or with the one that it takes the place of:
   * what was done in one step is undone in one step. Null where there is none, or it was published since.
   */
  private PublicationContent partner(PublicationTimeline timeline, int version) throws IOException {
    Chronicle chronicle = store.publications().look();
    EditionId edition = timeline.last().map(Publication::edition).orElse(null);
    Optional<EditionId> other = edition == null ? Optional.empty() : chronicle.putBackWith(edition, version);
    if (other.isEmpty()) {
      return null;
    }
    PublicationTimeline theirs = chronicle.of(other.get());
    int back = chronicle.publishedWith(version, edition).isPresent() ? version : theirs.last().orElseThrow().after();
    return back == 0 ? ground(other.get(), theirs) : earlier(theirs, back);
  }

  /** The version in force, none where what should be cannot be used: then an earlier one may take its place. */
  private Optional<Version> inForce(EditionId edition) {
    return store.state().unavailable().contains(edition) ? Optional.empty() : store.version(edition);
  }

  private PublicationContent earlier(PublicationTimeline timeline, int number) throws IOException {
    Publication publication = timeline.publications().stream()
        .filter(earlier -> earlier.number() == number && earlier.isDue(clock.instant())).findFirst()
        .orElseThrow(DeskRefusal::noSuchVersion);
    if (!publication.hasWorkbooks()) {
      return ground(publication.edition(), timeline);
    }
    return new PublicationContent(publication.edition(),
        store.archive().read(publication.edition(), publication.workbooks()),
        store.version(publication), number, null, null);
  }

  private PublicationContent ground(EditionId edition, PublicationTimeline timeline) {
    Optional<Version> ground = store.ground(edition);
    if (timeline.publications().isEmpty()) {
      throw DeskRefusal.noSuchVersion();
    }
    return new PublicationContent(edition, Map.of(), ground.orElse(null), 0, null, null);
  }
}
