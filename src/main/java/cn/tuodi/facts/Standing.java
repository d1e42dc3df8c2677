package cn.tuodi.facts;

/**
 * The class that an identity puts a person in.
 *
 * @param personClass the class
 * @param rank order of favour within the edition, 1 the most favourable
 * @param identity the identity
 * @param severe whether the class is that of the severely disabled
 * @param label Chinese name of the class
 * @param labelEn English name of the class
 * @param source the row
 */
public record Standing(PersonClass personClass, int rank, IdentityType identity, boolean severe, String label,
    String labelEn, Source source) {

  /** In no class. */
  public static final Standing NONE = new Standing(PersonClass.NONE, Integer.MAX_VALUE, null, false, null, null, null);

  /** The more favourable of both. */
  public Standing orBetter(Standing other) {
    return other.rank < rank ? other : this;
  }
}
