package cn.tuodi.edition;

import org.kie.api.KieBase;

/**
 * An edition that is ready to decide claims.
 *
 * @param description what is known of it
 * @param rules its compiled rules
 */
public record Edition(EditionDescription description, KieBase rules) {

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
