package cn.tuodi.desk.inforce;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.UnavailableEdition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Which version of each edition is in force, and which should be and is not sound. Editions stand alone: one that is not
 * sound takes no other down. What was published decides or nothing does; where what lies in the directory is not sound,
 * the edition stays as it last was by directory and application.
 */
final class EditionsInForce {

  private static final Logger LOG = Logger.getLogger(EditionsInForce.class);

  private final VersionLoader loader;
  private final Clock clock;
  private final CoveredAreas areas;
  private final AtomicLong refusals = new AtomicLong();
  private Map<EditionId, Standing> standings = new TreeMap<>();
  private Map<EditionId, Refused> refused = new TreeMap<>();
  private Set<EditionId> unavailable = new TreeSet<>();
  private Catalogue catalogue;
  private boolean changed;

  private record Standing(Version version, Edition edition, Instant since) {}

  private record Refused(Version version, List<Finding> findings, Instant since) {}

  /** What was in force before this process began. */
  interface Before {

    /** The version of an edition that was. */
    Optional<LastGood.Kept> version(EditionId edition);

    /** The editions of which any was; none where nobody knows. */
    Set<EditionId> editions();
  }

  /**
   * The editions of a store.
   *
   * @param application the editions of the application
   * @param alone whether they are in force as they are, without a directory that must be read before
   */
  EditionsInForce(Catalogue application, boolean alone, VersionLoader loader, Clock clock) {
    this.loader = loader;
    this.clock = clock;
    this.areas = new CoveredAreas(application);
    application.editions().forEach(edition -> {
      if (alone) {
        standings.put(edition.id(), new Standing(Version.ofApplication(edition.id()), edition, clock.instant()));
      } else {
        unavailable.add(edition.id());
      }
    });
    this.catalogue = alone ? application : made();
  }

  /** The editions that decide, and those that should and cannot. */
  Catalogue catalogue() {
    return catalogue;
  }

  private Catalogue made() {
    return new Catalogue(standings.values().stream().map(Standing::edition).toList(),
        unavailable.stream().map(id -> new UnavailableEdition(id, areas.of(id))).toList());
  }

  /** Whether the last taking changed the catalogue. */
  boolean hasChanged() {
    return changed;
  }

  /** How many versions were found not to be sound. */
  long refusals() {
    return refusals.get();
  }

  /** What is in force. */
  List<LastGood.Kept> kept() {
    return standings.values().stream()
        .map(standing -> new LastGood.Kept(standing.version(), standing.edition().description().hashOfAll())).toList();
  }

  /** The editions that are in force or should be. */
  Set<EditionId> editions() {
    Set<EditionId> editions = new TreeSet<>(standings.keySet());
    editions.addAll(unavailable);
    return editions;
  }

  /** The versions in force. */
  List<Version> versions() {
    return standings.values().stream().map(Standing::version).toList();
  }

  /** The version of an edition in force. */
  Optional<Version> version(EditionId edition) {
    return Optional.ofNullable(standings.get(edition)).map(Standing::version);
  }

  /** The editions that should decide and cannot. */
  Set<EditionId> unavailable() {
    return unavailable;
  }

  /** What is wrong with the version of an edition that should be in force. */
  List<Finding> findings(EditionId edition) {
    return refused.containsKey(edition) ? refused.get(edition).findings() : List.of();
  }

  /**
   * Puts versions in force.
   *
   * @param wanted what should be in force, by edition
   * @param before what was before this process began, or null where it has put versions in force itself
   */
  void take(Map<EditionId, Version> wanted, Before before) {
    Map<EditionId, Standing> next = new TreeMap<>();
    Map<EditionId, Refused> faults = new TreeMap<>();
    wanted.forEach((id, version) -> {
      VersionLoader.Outcome outcome = loader.load(version);
      if (outcome.isSound()) {
        next.put(id, standing(version, outcome.edition()));
      } else {
        faults.put(id, refusal(version, outcome.findings()));
        earlier(version, before).ifPresent(standing -> next.put(id, standing));
      }
    });
    Map<EditionId, Standing> apart = apart(next, faults);
    Set<EditionId> out = out(faults, apart, before);
    changed = !same(apart.values(), standings.values()) || !out.equals(unavailable);
    tell(apart, faults, out);
    standings = apart;
    refused = faults;
    unavailable = out;
    if (changed) {
      apart.values().forEach(standing -> areas.learn(standing.edition().description()));
      catalogue = made();
    }
  }

  private Standing standing(Version version, Edition edition) {
    Standing before = standings.get(version.edition());
    return before != null && before.edition() == edition ? new Standing(version, edition, before.since())
        : new Standing(version, edition, clock.instant());
  }

  /** What may stand in for a version of the directory that is not sound; nothing may for one that was published. */
  private Optional<Standing> earlier(Version version, Before before) {
    if (version.origin() == Origin.PUBLICATION) {
      return Optional.empty();
    }
    Optional<Standing> earlier =
        before == null ? Optional.ofNullable(standings.get(version.edition())) : standing(version.edition(), before);
    return earlier.filter(standing -> standing.version().origin() != Origin.PUBLICATION);
  }

  private Optional<Standing> standing(EditionId edition, Before before) {
    return before.version(edition).flatMap(kept -> Optional.ofNullable(loader.load(kept.version()).edition())
        .filter(ready -> kept.version().origin() != Origin.APPLICATION
            || ready.description().hashOfAll().equals(kept.contentHash()))
        .map(ready -> standing(kept.version(), ready)));
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
        if (standing.version().origin() == Origin.PUBLICATION) {
          taken.remove(id);
        }
      }
    });
    return taken;
  }

  /**
   * The editions that should decide and cannot. One of the directory that never was in force is simply not there, as
   * before.
   */
  private Set<EditionId> out(Map<EditionId, Refused> faults, Map<EditionId, Standing> apart, Before before) {
    Set<EditionId> out = new TreeSet<>();
    faults.forEach((id, fault) -> {
      boolean isNew = before == null ? !standings.containsKey(id) && !unavailable.contains(id)
          : !before.editions().isEmpty() && !before.editions().contains(id);
      if (!apart.containsKey(id) && (fault.version().origin() == Origin.PUBLICATION || !isNew)) {
        out.add(id);
      }
    });
    return out;
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

  private void tell(Map<EditionId, Standing> next, Map<EditionId, Refused> faults, Set<EditionId> out) {
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
            next.containsKey(id) ? "the last good version stays in force"
                : out.contains(id) ? "nothing may take its place and it decides no claims"
                    : "nothing of it is in force",
            fault.findings().size(), fault.findings().get(0));
      }
    });
  }

  /**
   * What is known of every edition.
   *
   * @param pending what comes into force later
   * @param lost workbooks of publications in force that are missing or damaged
   */
  List<EditionState> states(Map<EditionId, EditionState.Pending> pending, Map<EditionId, Set<String>> lost) {
    TreeSet<EditionId> all = new TreeSet<>(standings.keySet());
    all.addAll(refused.keySet());
    all.addAll(unavailable);
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
          pending.get(id), lost.getOrDefault(id, Set.of()), unavailable.contains(id)));
    }
    return states;
  }
}
