package cn.tuodi.command;

import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An edition as a command line names it: a folder of decision tables, or one that the application was built with. */
final class EditionArgument {

  private static final String EDITION = "edition.xlsx";
  private static final String RULES = "rules";

  private final Path rules;

  /**
   * Reads arguments.
   *
   * @param rules folder of rules, or null for the one beside the decision tables, or that of the application where there
   *     is none
   */
  EditionArgument(Path rules) {
    this.rules = rules;
  }

  /** There is no such edition. */
  static final class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unknown(String argument) {
      super(argument);
    }
  }

  /**
   * The files of an edition.
   *
   * @throws Unknown if neither a folder nor an edition has the name
   */
  EditionSources sources(String argument) {
    Path folder = Path.of(argument).toAbsolutePath().normalize();
    if (Files.exists(folder.resolve(EDITION)) && folder.getNameCount() > 2) {
      Path tables = folder.getParent().getParent();
      String name = folder.getParent().getFileName() + "/" + folder.getFileName();
      Path beside = rules == null ? tables.resolveSibling(RULES) : rules;
      if (Files.isDirectory(beside)) {
        return EditionSources.read(beside, tables, name);
      }
      EditionId id = EditionId.parsed(name).filter(any -> rules == null)
          .orElseThrow(() -> new Unknown(rules == null ? argument : rules.toString()));
      return new EditionSources(name, ApplicationFiles.load().rules(id),
          EditionSources.read(beside, tables, name).workbooks());
    }
    Optional<EditionId> id = EditionId.parsed(argument);
    if (id.isEmpty() || !EditionArchive.ids().contains(id.get())) {
      throw new Unknown(argument);
    }
    return EditionArchive.sources(id.get());
  }
}
