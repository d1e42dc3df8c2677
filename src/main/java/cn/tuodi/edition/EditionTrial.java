package cn.tuodi.edition;

import cn.tuodi.claim.Claim;

/**
 * Something this program does with decisions, tried out on claims that the rows of an edition apply to before the edition
 * decides for anybody. Implementations are found as services: editions do not know who makes use of them.
 */
public interface EditionTrial {

  /**
   * Does it with a claim. Whatever is thrown is a finding against the edition.
   *
   * @param edition the edition
   * @param claim the claim
   */
  void tryOut(Edition edition, Claim claim);

  /** Whether it varies the cost of a claim by itself, so that the same claim of another cost need not be tried. */
  default boolean variesCosts() {
    return false;
  }
}
