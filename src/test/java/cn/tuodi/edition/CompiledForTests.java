package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import java.util.Set;

/** Editions compiled for tests; what they have in common with one of the application is not compiled again. */
public final class CompiledForTests {

  private static final byte[] BUILT = EditionArchive.kjar(new EditionId("guangxi", 2022));

  private CompiledForTests() {}

  /**
   * An edition that was checked, compiled and tried out.
   *
   * @throws InvalidEdition if it is not sound
   */
  public static CompiledEdition of(EditionSources sources) {
    return CompiledEdition.of(sources, Set.of(), BUILT);
  }
}
