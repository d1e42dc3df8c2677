package cn.tuodi.console.desk;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What drafts change. */
@ApplicationScoped
final class DraftDifferences {

  private final Previews previews;

  DraftDifferences(Previews previews) {
    this.previews = previews;
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

  /** The same as it is compared; empty where the draft is not sound, or there is nothing that it follows. */
  Optional<EditionChanges> changes(Draft draft) {
    return previews.changes(draft);
  }
}
