package cn.tuodi.build;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionCompiler;
import cn.tuodi.edition.EditionDescription;
import cn.tuodi.edition.EditionSources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks and compiles every edition of the source tree; the build fails on the first that is not sound. */
public final class BuildEditions {

  private BuildEditions() {}

  /**
   * Runs the pipeline.
   *
   * @param arguments folder of rules, folder of decision tables, folder of classes to write to
   */
  public static void main(String[] arguments) {
    Path rules = Path.of(arguments[0]);
    Path tables = Path.of(arguments[1]);
    Map<EditionDescription, byte[]> compiled = new LinkedHashMap<>();
    for (String name : EditionSources.names(tables)) {
      CheckedEdition edition = EditionChecker.check(EditionSources.read(rules, tables, name));
      compiled.put(edition.description(), EditionCompiler.compile(edition));
    }
    EditionArchive.write(Path.of(arguments[2]), compiled);
  }
}
