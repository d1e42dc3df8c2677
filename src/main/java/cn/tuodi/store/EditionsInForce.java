package cn.tuodi.store;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionId;
import cn.tuodi.table.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Which version of each edition is in force, and which should be and is not sound. Editions stand alone: one that is not
 * sound keeps its earlier version and takes no other down.
 */
final class EditionsInForce {

  private static final Logger LOG = Logger.getLogger(EditionsInForce.class);

  private final VersionLoader loader;
  private final Clock clock;
  private final AtomicLong refusals = new AtomicLong();
  private Map<EditionId, Standing> standings = new TreeMap<>();
  private Map<EditionId, Refused> refused = new TreeMap<>();
  private Catalogue catalogue;
  private boolean changed;

  private record Standing(Version version, Edition edition, Instant since) {}

  private record Refused(Version version, List<Finding> findings, Instant since) {}

  EditionsInForce(Catalogue application, VersionLoader loader, Clock clock) {
    this.loader = loader;
    this.clock = clock;
    this.catalogue = application;
    application.editions().forEach(edition -> standings.put(edition.id(),
        new Standing(Version.ofApplication(edition.id()), edition, clock.instant())));
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** Whether the last taking changed the catalogue. */
  boolean hasChanged() {
    return changed;
  }

  /** How many versions were found not to be sound. */
  long refusals() {
    return refusals.get();
  }

  /** The versions in force. */
  List<Version> versions() {
    return standings.values().stream().map(Standing::version).toList();
  }

  /** The version of an edition in force. */
  Optional<Version> version(EditionId edition) {
    return Optional.ofNullable(standings.get(edition)).map(Standing::version);
  }

  /**
   * Puts versions in force.
   *
   * @param wanted what should be in force, by edition
   * @param otherwise what else an edition can have where that is not sound, before its version so far
   */
  void take(Map<EditionId, Version> wanted, Function<EditionId, Optional<Version>> otherwise) {
    Map<EditionId, Standing> next = new TreeMap<>();
    Map<EditionId, Refused> faults = new TreeMap<>();
    wanted.forEach((id, version) -> {
      VersionLoader.Outcome outcome = loader.load(version);
      if (outcome.isSound()) {
        next.put(id, standing(version, outcome.edition()));
      } else {
        faults.put(id, new Refused(version, outcome.findings(), outcome.since()));
        earlier(id, otherwise).ifPresent(standing -> next.put(id, standing));
      }
    });
    Map<EditionId, Standing> apart = apart(next, faults);
    Catalogue taken = new Catalogue(apart.values().stream().map(Standing::edition).toList());
    changed = !same(apart.values(), standings.values());
    tell(apart, faults);
    standings = apart;
    refused = faults;
    if (changed) {
      catalogue = taken;
    }
  }

  private Standing standing(Version version, Edition edition) {
    Standing before = standings.get(version.edition());
    return before != null && before.edition() == edition ? new Standing(version, edition, before.since())
        : new Standing(version, edition, clock.instant());
  }

  private Optional<Standing> earlier(EditionId id, Function<EditionId, Optional<Version>> otherwise) {
    Optional<Standing> other = otherwise.apply(id)
        .flatMap(version -> Optional.ofNullable(loader.load(version).edition())
            .map(edition -> standing(version, edition)));
    return other.isPresent() ? other : Optional.ofNullable(standings.get(id));
  }

  /** As many of the changes as leave no two editions in one place on one day. */
  private Map<EditionId, Standing> apart(Map<EditionId, Standing> next, Map<EditionId, Refused> faults) {
    if (Overlap.among(next.values().stream().map(Standing::edition).toList()).isEmpty()) {
      return next;
    }
    Map<EditionId, Standing> taken = new TreeMap<>(standings);
    taken.keySet().retainAll(next.keySet());
    next.forEach((id, standing) -> {
      List<Edition> others = taken.values().stream().map(Standing::edition).filter(other -> !other.id().equals(id))
          .toList();
      List<Finding> overlaps = Overlap.of(standing.edition(), others);
      if (overlaps.isEmpty()) {
        taken.put(id, standing);
      } else if (taken.get(id) == null || taken.get(id).edition() != standing.edition()) {
        faults.put(id, refusal(standing.version(), overlaps));
      }
    });
    return taken;
  }

  private Refused refusal(Version version, List<Finding> findings) {
    Refused before = refused.get(version.edition());
    boolean known = before != null && before.version().sameWorkbooks(version) && before.findings().equals(findings);
    return new Refused(version, findings, known ? before.since() : clock.instant());
  }

  private static boolean same(Collection<Standing> one, Collection<Standing> other) {
    return one.size() == other.size()
        && one.stream().allMatch(standing -> other.stream().anyMatch(in -> in.edition() == standing.edition()));
  }

  private void tell(Map<EditionId, Standing> next, Map<EditionId, Refused> faults) {
    next.forEach((id, standing) -> {
      Standing before = standings.get(id);
      if (before == null || before.edition() != standing.edition()) {
        LOG.infof("edition %s is in force as %s%s: %s", id, standing.version().origin(),
            standing.version().publication() == null ? "" : " " + standing.version().publication(),
            standing.edition().description().hashOfAll());
      }
    });
    standings.keySet().stream().filter(id -> !next.containsKey(id))
        .forEach(id -> LOG.infof("edition %s is no longer in force", id));
    faults.forEach((id, fault) -> {
      Refused before = refused.get(id);
      if (before == null || !before.version().sameWorkbooks(fault.version())) {
        refusals.incrementAndGet();
        LOG.warnf("edition %s is not sound, %s: %d finding(s), the first: %s", id,
            next.containsKey(id) ? "the last good version stays in force" : "nothing of it is in force",
            fault.findings().size(), fault.findings().get(0));
      }
    });
  }

  /** What is known of every edition. */
  List<EditionState> states(Map<EditionId, EditionState.Pending> pending) {
    TreeSet<EditionId> all = new TreeSet<>(standings.keySet());
    all.addAll(refused.keySet());
    all.addAll(pending.keySet());
    List<EditionState> states = new ArrayList<>();
    for (EditionId id : all) {
      Standing standing = standings.get(id);
      Refused fault = refused.get(id);
      states.add(new EditionState(id,
          standing == null ? null
              : new EditionState.InForce(standing.version().origin(), standing.version().publication(),
                  standing.edition().description().hashOfAll(), standing.since()),
          fault == null ? null
              : new EditionState.Rejected(fault.version().origin(), fault.version().publication(), fault.since(),
                  fault.findings()),
          pending.get(id)));
    }
    return states;
  }
}
