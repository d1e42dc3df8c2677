package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.Claim;
import java.time.LocalDate;

/**
 * A claim of a portfolio.
 *
 * @param number line of the file, or number in the sample, from 1
 * @param claim the claim
 */
public record NumberedClaim(long number, Claim claim) {

  /** Whether another claim is of the same person; a claim without a person is of nobody else. */
  boolean isOfSamePersonAs(NumberedClaim other) {
    String person = claim.person().personId();
    return person != null && person.equals(other.claim.person().personId());
  }

  /** Whether both say when their person was born, and not the same day. */
  boolean isBornOnAnotherDayThan(NumberedClaim other) {
    LocalDate born = claim.person().birthDate();
    LocalDate otherBorn = other.claim.person().birthDate();
    return born != null && otherBorn != null && !born.equals(otherBorn);
  }
}
