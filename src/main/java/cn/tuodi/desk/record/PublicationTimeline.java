package cn.tuodi.desk.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The publications of one edition, by number. The last one whose time has come is in force; one that was published
 * to be so at once is from the moment it is read, whatever the clocks of its writer and its reader say. So a publication
 * that is followed by one with an earlier time never is in force.
 *
 * @param publications the publications
 */
public record PublicationTimeline(List<Publication> publications) {

  /** The publication in force at a moment. */
  public Optional<Publication> inForce(Instant now) {
    return publications.stream().filter(publication -> publication.isDue(now))
        .reduce((earlier, later) -> later);
  }

  /** The publication that comes into force next. */
  public Optional<Publication> pending(Instant now) {
    return last().filter(publication -> !publication.isDue(now));
  }

  /** The last one. */
  public Optional<Publication> last() {
    return publications.isEmpty() ? Optional.empty() : Optional.of(publications.get(publications.size() - 1));
  }

  /** Number of the last one, 0 where there is none. */
  public int lastNumber() {
    return last().map(Publication::number).orElse(0);
  }

  /** What became of a publication. */
  public PublicationState place(Publication publication, Instant now) {
    if (inForce(now).filter(publication::equals).isPresent()) {
      return publication.hashAfter() == null ? PublicationState.WITHDRAWN : PublicationState.IN_FORCE;
    }
    if (pending(now).filter(publication::equals).isPresent()) {
      return PublicationState.PENDING;
    }
    boolean overtaken =
        !publication.isAtOnce() && publications.stream().anyMatch(later -> later.number() > publication.number()
            && later.effectiveFrom().isBefore(publication.effectiveFrom()));
    return overtaken ? PublicationState.NEVER : PublicationState.PAST;
  }
}
