package cn.tuodi.claim;

import java.util.Set;

/**
 * A disability certificate.
 *
 * @param grade 1 (gravest) to 4
 * @param kind the kind stated
 * @param components the kinds a multiple disability is made of; may be empty
 */
public record Disability(int grade, DisabilityKind kind, Set<DisabilityKind> components) {

  /**
   * The kind that provisions look at: for a multiple disability its mental or intellectual component where it has one.
   */
  public DisabilityKind decidingKind() {
    if (kind == DisabilityKind.MULTIPLE) {
      if (components.contains(DisabilityKind.MENTAL)) {
        return DisabilityKind.MENTAL;
      }
      if (components.contains(DisabilityKind.INTELLECTUAL)) {
        return DisabilityKind.INTELLECTUAL;
      }
    }
    return kind;
  }
}
