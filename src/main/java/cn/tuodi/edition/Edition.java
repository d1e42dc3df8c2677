package cn.tuodi.edition;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Person;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;

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

  /** Its name. */
  public EditionId id() {
    return description.id();
  }
}
