package cn.tuodi.batch;

import cn.tuodi.facts.Claim;
import cn.tuodi.facts.YearToDate;

/**
 * What the next claim of a batch may go on from: the person last decided and what has accumulated.
 *
 * @param personId the person, or null where nobody can be gone on from
 * @param yearToDate what has accumulated
 */
public record Progress(String personId, YearToDate yearToDate) {

  /** The beginning: nobody to go on from. */
  public static final Progress NONE = new Progress(null, null);

  /** Whether a claim goes on from here. */
  public boolean continues(Claim claim) {
    return personId != null && personId.equals(claim.person().personId()) && !claim.yearToDateStated()
        && yearToDate.year() == claim.serviceDate().getYear();
  }
}
