package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The editions of the application with invented standards of pooling areas, for tests. */
public final class LocalFixtures {

  private static final Path FOLDER = Path.of("src/test/resources/local-standards");

  /** The editions with the invented standards; the rules are those of the application, which standards do not change. */
  public static final Catalogue CATALOGUE = new Catalogue(BuiltEditions.CATALOGUE.editions().stream()
      .map(edition -> new Edition(EditionChecker.check(sources(edition.id())).description(), edition.rules()))
      .toList());

  private LocalFixtures() {}

  /** The files of an edition with the invented standards of its areas. */
  static EditionSources sources(EditionId id) {
    EditionSources own = EditionSources.read(Path.of("rules"), Path.of("decision-tables"), id.toString());
    return with(own, invented(id));
  }

  /** The workbooks with invented standards of an edition's areas. */
  static Map<String, byte[]> invented(EditionId id) {
    return EditionSources.read(Path.of("rules"), FOLDER, id.toString()).workbooks();
  }

  /** The files of an edition with some replaced or added. */
  static EditionSources with(EditionSources sources, Map<String, byte[]> more) {
    Map<String, byte[]> workbooks = new TreeMap<>(sources.workbooks());
    workbooks.putAll(more);
    return new EditionSources(sources.name(), sources.rules(), workbooks);
  }
}
