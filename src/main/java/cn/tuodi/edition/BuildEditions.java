package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Checks and compiles every edition of the source tree; the build fails on the first that is not sound. */
public final class BuildEditions {

  private BuildEditions() {}

  /**
   * Runs the pipeline.
   *
   * @param arguments folder of rules, folder of decision tables, folder of classes to write to
   */
  public static void main(String[] arguments) {
    // Without the configuration of a started application, every trace of the rule engine would be written.
    Logger.getLogger("").setLevel(Level.INFO);
    Path rules = Path.of(arguments[0]);
    Path tables = Path.of(arguments[1]);
    List<CompiledEdition> compiled = new ArrayList<>();
    for (String name : EditionSources.names(tables)) {
      EditionSources sources = EditionSources.read(rules, tables, name);
      // What editions share is compiled once, and is the same classes in each.
      compiled.add(compiled.isEmpty() ? CompiledEdition.of(sources)
          : CompiledEdition.of(sources, Set.of(), compiled.get(compiled.size() - 1).kjar()));
    }
    EditionArchive.write(Path.of(arguments[2]), compiled);
  }
}
