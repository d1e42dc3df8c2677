package cn.tuodi.command;

import cn.tuodi.desk.Predecessor;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.Omissions;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.table.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be confirmed of a sound edition. */
final class Questions {

  private Questions() {}

  /**
   * What is to be confirmed.
   *
   * @param edition the edition, which is sound
   * @param known editions besides those of the application
   */
  static List<Finding> of(CheckedEdition edition, Collection<EditionSources> known) {
    return Omissions.of(before(edition.description().id(), known), edition);
  }

  /** What the edition follows: the same as the application has it, or the latest year before of those known. */
  private static Optional<EditionSources> before(EditionId id, Collection<EditionSources> known) {
    ApplicationFiles application = ApplicationFiles.load();
    Map<EditionId, EditionSources> all = new HashMap<>();
    known.forEach(sources -> EditionId.parsed(sources.name()).ifPresent(other -> all.put(other, sources)));
    application.editions().forEach(other -> all.putIfAbsent(other, application.of(other)));
    return application.editions().contains(id) ? Optional.of(application.of(id))
        : Predecessor.of(id, all.keySet()).map(all::get);
  }
}
