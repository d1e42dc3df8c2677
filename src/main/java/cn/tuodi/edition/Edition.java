package cn.tuodi.edition;

import org.kie.api.KieBase;

/**
 * An edition that is ready to decide claims.
 *
 * @param description what is known of it
 * @param rules its compiled rules
 */
public record Edition(EditionDescription description, KieBase rules) {

  /** Its name. */
  public EditionId id() {
    return description.id();
  }
}
