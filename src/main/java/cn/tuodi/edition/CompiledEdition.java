package cn.tuodi.edition;

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

  /** The edition, ready to decide. */
  public Edition load() {
    return EditionCompiler.load(checked.description(), kjar);
  }
}
