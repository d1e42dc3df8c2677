package cn.tuodi.edition;

/** The editions that the build has compiled, loaded once for all tests. */
public final class BuiltEditions {

  /** All of them. */
  public static final Catalogue CATALOGUE = EditionArchive.load();

  private BuiltEditions() {}
}
