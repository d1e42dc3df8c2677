package cn.tuodi.desk.preview;

import cn.tuodi.claim.Claim;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.comparison.Effect;
import cn.tuodi.comparison.ServiceDays;
import cn.tuodi.comparison.SheetChanges;
import cn.tuodi.desk.ChangedDays;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.History;
import cn.tuodi.desk.Predecessor;
import cn.tuodi.desk.inforce.Overlap;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what publishing would do, and what publications did. Changes nothing. */
public final class Previews {

  private final PolicyStore store;
  private final Desk desk;
  private final History history;
  private final Clock clock;

  /**
   * Previews of what is published in a store.
   *
   * @param clock tells which days are past
   */
  public Previews(PolicyStore store, Desk desk, History history, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.history = history;
    this.clock = clock;
  }

  /**
   * What a draft changes of its edition in force, or a new year of the year before; empty where it is not sound, or there
   * is neither.
   *
   * @throws InvalidEdition if it is no longer sound
   */
  public Optional<EditionChanges> changes(Draft draft) {
    Optional<EditionSources> before = draft.isSound() ? desk.before(draft.edition()) : Optional.empty();
    return before.map(sources -> EditionComparison.of(EditionChecker.check(sources),
        EditionChecker.check(desk.sources(draft))));
  }

  /**
   * What publishing a draft would do.
   *
   * @param draft the draft
   * @param effectiveFrom from when it would be in force, or null for at once
   * @throws DeskRefusal if it is not sound
   */
  public PublicationPreview of(Draft draft, Instant effectiveFrom) {
    CompiledEdition after = compiled(draft);
    Optional<CheckedEdition> before = desk.before(draft.edition()).flatMap(Previews::checked);
    EditionChanges changes =
        before.map(checked -> EditionComparison.of(checked, after.checked())).orElse(null);
    Instant moment = effectiveFrom == null ? clock.instant() : effectiveFrom;
    CheckedEdition own = before.filter(checked -> checked.description().id().equals(draft.edition())).orElse(null);
    ChangedDays days = ChangedDays.of(ServiceDays.of(own, after.checked()), moment);
    return new PublicationPreview(draft, changes, days, changes == null ? List.of() : undated(changes),
        changes == null ? List.of()
            : inForce(draft.edition()).map(edition -> new WorkedExamples(changes, before.get(), after.checked())
                .decided(edition, after.load())).orElse(List.of()),
        after.checked().cases().size(), desk.ending(draft));
  }

  /** A draft ready to decide. */
  private CompiledEdition compiled(Draft draft) {
    if (!draft.isSound()) {
      throw DeskRefusal.notSound(draft.findings());
    }
    try {
      return desk.compiled(draft);
    } catch (InvalidEdition e) {
      throw DeskRefusal.notSound(e.findings());
    }
  }

  private static Optional<CheckedEdition> checked(EditionSources sources) {
    try {
      return Optional.of(EditionChecker.check(sources));
    } catch (InvalidEdition e) {
      return Optional.empty();
    }
  }

  /** The edition in force itself, or the year before it. */
  private Optional<Edition> inForce(EditionId id) {
    Catalogue catalogue = store.current().get();
    return catalogue.named(id).or(() -> Predecessor
        .of(id, catalogue.editions().stream().map(Edition::id).toList()).flatMap(catalogue::named));
  }

  /** Sheets that change decisions and whose rows are in force on all days. */
  private static List<String> undated(EditionChanges changes) {
    return changes.sheets().stream()
        .filter(sheet -> sheet.rows().stream()
            .anyMatch(row -> row.effect() == Effect.DECISIONS && row.row().sheet().column(Column.FROM) < 0))
        .map(SheetChanges::sheet).toList();
  }

  /**
   * What a publication changed of the edition as it was published before; empty where it was the first of an edition that
   * application and directory do not have, or went back to where they have none.
   *
   * @throws DeskRefusal if workbooks cannot be read, or this program does not understand what they say
   */
  public Optional<EditionChanges> changes(Publication made) {
    Optional<EditionSources> before = earlier(made);
    Optional<EditionSources> after = sources(made);
    return before.isEmpty() || after.isEmpty() ? Optional.empty()
        : Optional.of(EditionComparison.of(understood(before.get()), understood(after.get())));
  }

  private static CheckedEdition understood(EditionSources sources) {
    try {
      return EditionChecker.check(sources);
    } catch (InvalidEdition e) {
      throw DeskRefusal.damaged(e.findings().get(0));
    }
  }

  /**
   * The days of service that a publication changed of the edition as it was published before.
   *
   * @throws DeskRefusal if workbooks cannot be read, or this program does not understand what they say
   */
  public ServiceDays days(Publication made) {
    return ServiceDays.of(earlier(made).map(Previews::understood).orElse(null),
        sources(made).map(Previews::understood).orElse(null));
  }

  private Optional<EditionSources> earlier(Publication made) {
    return made.after() == 0 ? ground(made.edition()) : sources(history.publication(made.after()).publication());
  }

  private Optional<EditionSources> ground(EditionId edition) {
    return history.ground(edition).filter(sources -> !sources.workbooks().isEmpty());
  }

  private Optional<EditionSources> sources(Publication publication) {
    return publication.hasWorkbooks() ? Optional.of(history.sources(publication)) : ground(publication.edition());
  }

  /**
   * What one claim is decided by a draft, beside what it is now.
   *
   * @throws DeskRefusal if the draft is not sound
   */
  public DraftTrial trial(Draft draft, Claim claim) {
    Edition edition = compiled(draft).load();
    Catalogue catalogue = store.current().get();
    Catalogue then = new Catalogue(desk.ending(draft).among(catalogue.editions()), catalogue.unavailable());
    List<Finding> overlaps = Overlap.of(edition,
        then.editions().stream().filter(other -> !other.id().equals(edition.id())).toList());
    if (!overlaps.isEmpty()) {
      throw DeskRefusal.notSound(overlaps);
    }
    return DraftTrial.of(catalogue, then, edition, claim);
  }
}
