package cn.tuodi.edition;

import java.util.Set;

/**
 * An edition that went through the pipeline.
 *
 * @param checked the edition as it was checked
 * @param kjar its rules as a KIE module
 */
public record CompiledEdition(CheckedEdition checked, byte[] kjar) {

  /** Checks and compiles the sources of an edition. */
  public static CompiledEdition of(EditionSources sources) {
    CheckedEdition checked = EditionChecker.check(sources);
    return new CompiledEdition(checked, EditionCompiler.compile(checked));
  }

  /**
   * Checks and compiles the sources of an edition, except for what another edition has compiled of the same.
   *
   * @param sources the sources
   * @param added names of workbooks that are at fault where they have the sheets of another
   * @param earlier the kjar of the other edition
   */
  public static CompiledEdition of(EditionSources sources, Set<String> added, byte[] earlier) {
    CheckedEdition checked = EditionChecker.check(sources, added);
    return new CompiledEdition(checked, EditionCompiler.compile(checked, earlier));
  }

  /** The edition, ready to decide. */
  public Edition load() {
    return EditionCompiler.load(checked.description(), kjar);
  }
}
