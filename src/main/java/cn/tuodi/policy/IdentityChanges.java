package cn.tuodi.policy;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * When a change from one identity to another counts, in editions by which it does from the month after it: the old one is
 * held to the end of the month, the new one from the next. A recognition without one before it counts as ever. For care for
 * which the new one reaches back ({@link Retrospect}) it does so although it is a change; both then count.
 *
 * @param held what the person holds, with the old identities prolonged; nothing where changes count at once
 */
public record IdentityChanges(List<Identity> held) {

  /** Changes among the identities of a person, as {@link #prolonged} left them. */
  public static IdentityChanges of(Person person, Parameters parameters) {
    return new IdentityChanges(parameters.has(Parameter.CHANGE_FROM_NEXT_MONTH) ? person.identities() : List.of());
  }

  /** A person whose identities that gave way to another one end with the month of that. */
  public static Person prolonged(Person person, Parameters parameters) {
    if (!parameters.has(Parameter.CHANGE_FROM_NEXT_MONTH) || person.identities().size() < 2) {
      return person;
    }
    return person.holding(person.identities().stream().map(old -> person.identities().stream()
        .filter(other -> isChange(old, other)).map(other -> lastDayOfMonth(other.recognisedOn()))
        .max(LocalDate::compareTo).map(old::endedBy).orElse(old)).toList());
  }

  /** The first day that an identity counts. */
  public LocalDate begins(Identity identity) {
    LocalDate last = lastDayOfMonth(identity.recognisedOn());
    return held.stream().anyMatch(old -> isChange(old, identity) && old.endedOn().equals(last))
        ? last.plusDays(1) : identity.recognisedOn();
  }

  /** Whether an identity counts on a day. */
  public boolean standsOn(Identity identity, LocalDate day) {
    return identity.standsOn(day) && !begins(identity).isAfter(day);
  }

  /** Whether one identity gave way to another: it ended the day before that, or in the same month. */
  private static boolean isChange(Identity old, Identity other) {
    LocalDate day = other.recognisedOn();
    boolean same = old.type() == other.type() && old.assignedClass() == other.assignedClass()
        && Objects.equals(old.code(), other.code());
    return !same && old.endedOn() != null && old.recognisedOn().isBefore(day)
        && (old.endedOn().plusDays(1).equals(day) || lastDayOfMonth(old.endedOn()).equals(lastDayOfMonth(day)));
  }

  private static LocalDate lastDayOfMonth(LocalDate day) {
    return day.withDayOfMonth(day.lengthOfMonth());
  }
}
