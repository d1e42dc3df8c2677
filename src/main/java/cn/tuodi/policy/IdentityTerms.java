package cn.tuodi.policy;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How long identities last in an edition (有效期（月） of the sheet 对象分类), for questions about premiums and
 * applications, which look at identities without a class.
 *
 * @param entries rows, of which identities without a term have none where no identity has one
 */
public record IdentityTerms(List<Entry> entries) {

  /** No identity has a term. */
  public static final IdentityTerms NONE = new IdentityTerms(List.of());

  /**
   * A row.
   *
   * @param identity the identity
   * @param recognisedFrom first day of recognition that it is for, or null
   * @param recognisedBefore day before which the recognition was made, or null
   * @param months months from recognition, or null where it has no term
   */
  public record Entry(IdentityType identity, LocalDate recognisedFrom, LocalDate recognisedBefore, Integer months) {

    private boolean isFor(Identity held) {
      return held.type() == identity && (recognisedFrom == null || !held.recognisedOn().isBefore(recognisedFrom))
          && (recognisedBefore == null || held.recognisedOn().isBefore(recognisedBefore));
    }
  }

  /** A person whose identities end with their terms; where rows give one of them several, the longest holds. */
  public Person ended(Person person) {
    return ended(person, false);
  }

  /** The same by the parameters of an edition, after identities that gave way to others were prolonged. */
  public Person ended(Person person, Parameters parameters) {
    return ended(IdentityChanges.prolonged(person, parameters), parameters.has(Parameter.TERM_IN_WHOLE_MONTHS));
  }

  private Person ended(Person person, boolean wholeMonths) {
    if (entries.isEmpty() || person.identities().isEmpty()) {
      return person;
    }
    return person.holding(person.identities().stream().map(identity -> ended(identity, wholeMonths)).toList());
  }

  private Identity ended(Identity held, boolean wholeMonths) {
    List<Integer> months = entries.stream().filter(entry -> entry.isFor(held)).map(Entry::months).toList();
    if (months.isEmpty() || months.stream().anyMatch(Objects::isNull)) {
      return held;
    }
    int longest = months.stream().max(Comparator.naturalOrder()).get();
    return wholeMonths ? held.lastingWholeMonths(longest) : held.lasting(longest);
  }
}
