package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import java.util.Set;

/**
 * An edition that went through the pipeline: it was checked, compiled and tried out.
 *
 * @param checked the edition as it was checked
 * @param kjar its rules as a KIE module
 * @param load the edition, ready to decide
 */
public record CompiledEdition(CheckedEdition checked, byte[] kjar, Edition load) {

  private static final int MAX_SOUND = 8;
  private static final PipelineCache<Sound> SOUND = new PipelineCache<>(MAX_SOUND);

  /** An edition that was tried out; its rules need not be loaded again, whoever decides by them. */
  private record Sound(CheckedEdition checked, byte[] kjar, RuleSessions rules) {}

  /**
   * Checks, compiles and tries out the sources of an edition.
   *
   * @throws InvalidEdition if it is not sound
   */
  public static CompiledEdition of(EditionSources sources) {
    CheckedEdition checked = EditionChecker.check(sources);
    return of(checked, EditionCompiler.compileWhatIsNew(checked));
  }

  /**
   * Checks, compiles and tries out the sources of an edition, except that what another edition has compiled of the same
   * is not compiled again.
   *
   * @param sources the sources
   * @param added names of workbooks that are at fault where they have the sheets of another
   * @param earlier the kjar of the other edition
   * @throws InvalidEdition if it is not sound
   */
  public static CompiledEdition of(EditionSources sources, Set<String> added, byte[] earlier) {
    Sound sound = sound(sources, added, earlier);
    return new CompiledEdition(sound.checked(), sound.kjar(),
        new Edition(sound.checked().description(), sound.rules()));
  }

  /**
   * Checks, compiles and tries out the sources of an edition, as {@link #of(EditionSources, Set, byte[])} does, where the
   * edition itself is not needed.
   *
   * @throws InvalidEdition if it is not sound
   */
  public static CheckedEdition checked(EditionSources sources, Set<String> added, byte[] earlier) {
    return sound(sources, added, earlier).checked();
  }

  private static Sound sound(EditionSources sources, Set<String> added, byte[] earlier) {
    return SOUND.get(sources, added, () -> {
      CheckedEdition checked = EditionChecker.check(sources, added);
      CompiledEdition compiled = of(checked, EditionCompiler.compile(checked, earlier));
      return new Sound(checked, compiled.kjar(), compiled.load().rules());
    });
  }

  /**
   * Tries out an edition that was checked and compiled.
   *
   * @throws InvalidEdition if a claim that one of its rows applies to cannot be decided and told
   */
  public static CompiledEdition of(CheckedEdition checked, byte[] kjar) {
    Edition edition = EditionCompiler.load(checked.description(), kjar);
    EditionTrials.check(edition, checked);
    return new CompiledEdition(checked, kjar, edition);
  }
}
