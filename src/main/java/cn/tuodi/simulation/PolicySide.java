package cn.tuodi.simulation;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import java.util.List;

/**
 * One of the two policies of a simulation.
 *
 * As if it were in force: the same people, the same bills and the same dates are decided under the edition, wherever and
 * whenever they are. Rows that are limited to some days apply by the day of the claim, so that a claim before the edition
 * meets the rows of its beginning and one after it those of its end. Dates are not shifted, because ages, recognitions and
 * dated rows would shift with them, and editions need not cover whole years.
 */
public final class PolicySide {

  private final String name;
  private final Edition edition;
  private final boolean asIfInForce;
  private final AssistanceDecider decider;

  /**
   * A policy.
   *
   * @param name what people call it, for example {@code guangxi/2022} or a draft
   * @param edition the edition that decides
   * @param asIfInForce whether every claim is decided as if the edition were in force at its place and on its day;
   *     otherwise a claim of another place, or of a day outside the edition, is refused
   */
  public PolicySide(String name, Edition edition, boolean asIfInForce) {
    this.name = name;
    this.edition = edition;
    this.asIfInForce = asIfInForce;
    this.decider = new AssistanceDecider(new Catalogue(List.of(edition)));
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** The edition that decides. */
  public Edition edition() {
    return edition;
  }

  /** Whether every claim is decided as if the edition were in force. */
  public boolean asIfInForce() {
    return asIfInForce;
  }

  /** The decision on a claim, or why there is none. */
  public Outcome decide(Claim claim) {
    return asIfInForce ? AssistanceDecider.decideUnder(edition, claim) : decider.decide(claim);
  }
}
