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

  /**
   * Checks, compiles and tries out the sources of an edition.
   *
   * @throws InvalidEdition if it is not sound
   */
  public static CompiledEdition of(EditionSources sources) {
    CheckedEdition checked = EditionChecker.check(sources);
    return of(checked, EditionCompiler.compile(checked));
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
    CheckedEdition checked = EditionChecker.check(sources, added);
    return of(checked, EditionCompiler.compile(checked, earlier));
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
