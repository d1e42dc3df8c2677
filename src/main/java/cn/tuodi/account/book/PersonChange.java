package cn.tuodi.account.book;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.field.PersonFields;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the person of each bill when a year is decided again: nothing, other facts in place of all of them, or
 * identities that come to those which the bill states.
 *
 * @param whole the facts that hold now in place of those of every bill, or null
 * @param added identities that come to those of each bill; none where there are other facts
 */
public record PersonChange(Person whole, List<Identity> added) {

  /** Each bill keeps the person that it states. */
  public static final PersonChange NONE = new PersonChange(null, List.of());

  /** A change. */
  public PersonChange {
    added = List.copyOf(added);
    if (whole != null && !added.isEmpty()) {
      throw new IllegalArgumentException("either all facts change or identities are added");
    }
  }

  /** Facts in place of those of every bill; where they are null, each bill keeps its own. */
  public static PersonChange to(Person whole) {
    return new PersonChange(whole, List.of());
  }

  /** Identities that come to those of each bill. */
  public static PersonChange adding(List<Identity> added) {
    return new PersonChange(null, added);
  }

  /** The person of a bill afterwards; the same where nothing changes. */
  public Person of(Person stated) {
    if (whole != null) {
      return whole;
    }
    List<Identity> all = new ArrayList<>(stated.identities());
    added.stream().filter(identity -> all.stream().noneMatch(known -> covers(known, identity))).forEach(all::add);
    return all.size() == stated.identities().size() ? stated : stated.holding(List.copyOf(all));
  }

  /** Whether a person would have more identities than can be stated. */
  public boolean isTooMuchFor(Person stated) {
    return of(stated).identities().size() > PersonFields.IDENTITIES.type().to();
  }

  /** Whether a person who has one identity has nothing by another that they have not got already. */
  private static boolean covers(Identity known, Identity added) {
    boolean isSame = known.type() == added.type() && known.assignedClass() == added.assignedClass()
        && known.codeOrNone().equals(added.codeOrNone());
    boolean isAsEarly = !known.recognisedOn().isAfter(added.recognisedOn())
        && (added.appliedOn() == null || added.appliedOn().equals(known.appliedOn())
            || !known.recognisedOn().isAfter(added.appliedOn()));
    boolean isAsLong =
        known.endedOn() == null || added.endedOn() != null && !known.endedOn().isBefore(added.endedOn());
    return isSame && isAsEarly && isAsLong;
  }
}
