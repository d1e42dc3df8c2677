package cn.tuodi.edition;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Person;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import java.time.LocalDate;

/**
 * An edition that is ready to decide claims.
 *
 * @param description what is known of it
 * @param rules its compiled rules, with the sessions in which they run
 */
public record Edition(EditionDescription description, RuleSessions rules) {

  /** The edition as it holds in a place: with the standards of the narrowest area that has any. */
  public Edition in(String region) {
    EditionDescription narrowest = description.in(region);
    return narrowest == description ? this : new Edition(narrowest, rules);
  }

  /** Why a person cannot be looked at: a group is stated that the edition does not have; null where all are known. */
  public Refusal unknownIdentity(Person person) {
    Identity unknown = description.identities().unknownAmong(person.identities());
    return unknown == null ? null
        : Refusal.of(RefusalCode.IDENTITY_CODE_UNKNOWN, unknown.code(), unknown.type().name());
  }

  /** Why a place cannot be looked at on a day: it lacks a figure that amounts are multiples of; null where it has all. */
  public Refusal figureMissing(String region, LocalDate day) {
    LocalDate counting = day.isBefore(description.from()) ? description.from() : day;
    return description.multiplied().isEmpty()
        || description.baseFigures().have(description.multiplied(), counting) ? null
            : Refusal.of(RefusalCode.NO_POLICY_FOR_REGION, region, description.multiplied());
  }

  /** Its name. */
  public EditionId id() {
    return description.id();
  }
}
