package cn.tuodi.policy;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.IdentityType;
import java.util.List;
import java.util.Objects;

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
 * @param identityCode code of that identity where it is a group of the place, or null
 * @param choice the row by which it was chosen where several identities give a class, or null
 */
public record Standing(PersonClass personClass, int rank, IdentityType identity, boolean severe, String label,
    String labelEn, Source source, String identityCode, Source choice) {

  /** In no class. */
  public static final Standing NONE = new Standing(PersonClass.NONE, Integer.MAX_VALUE, null, false, null, null, null);

  /** The class that a row gives. */
  public Standing(PersonClass personClass, int rank, IdentityType identity, boolean severe, String label,
      String labelEn, Source source) {
    this(personClass, rank, identity, severe, label, labelEn, source, null, null);
  }

  /** The same, by a group of the place. */
  public Standing by(String code) {
    return new Standing(personClass, rank, identity, severe, label, labelEn, source, code, choice);
  }

  /** Whether both are given by the same row to the same identity. */
  public boolean isSameAs(Standing other) {
    return identity == other.identity && source.equals(other.source)
        && Objects.equals(identityCode, other.identityCode);
  }

  /** The more favourable of both, chosen by a row. */
  public Standing orBetter(Standing other, Source by) {
    return (other.rank < rank ? other : this).chosenBy(by);
  }

  /** The same, chosen among several by a row. */
  public Standing chosenBy(Source row) {
    return new Standing(personClass, rank, identity, severe, label, labelEn, source, identityCode, row);
  }

  /** The rows that the class rests on. */
  public List<Source> sources() {
    return choice == null ? List.of(source) : List.of(source, choice);
  }
}
