package cn.tuodi.console.desk;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What drafts change. */
@ApplicationScoped
final class DraftDifferences {

  private final Desk desk;

  DraftDifferences(Desk desk) {
    this.desk = desk;
  }

  /**
   * What a draft changes, or why that cannot be told; both null where there is nothing to tell.
   *
   * @param changes what it changes
   * @param fault why that cannot be told
   */
  record Shown(ChangesJson changes, String fault) {}

  /** What a draft changes, as a page shows it. */
  Shown of(Draft draft, Language language) {
    try {
      return new Shown(changes(draft).map(changes -> ChangesJson.of(changes, language)).orElse(null), null);
    } catch (DeskRefusal e) {
      return new Shown(null, language.of(e.zh(), e.en()));
    } catch (InvalidEdition e) {
      return new Shown(null, language.text("console.what-is-in-force-or-the"));
    }
  }

  /**
   * What a draft changes of its edition in force, or a new year of the year before; empty where it is not sound, or there
   * is neither.
   *
   * @throws InvalidEdition if it is no longer sound
   */
  Optional<EditionChanges> changes(Draft draft) {
    Optional<EditionSources> before = draft.isSound() ? desk.before(draft.edition()) : Optional.empty();
    return before.map(sources -> EditionComparison.of(EditionChecker.check(sources),
        EditionChecker.check(desk.sources(draft))));
  }
}
