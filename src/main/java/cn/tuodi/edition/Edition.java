package cn.tuodi.edition;

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

  /** Its name. */
  public EditionId id() {
    return description.id();
  }
}
