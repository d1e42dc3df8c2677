package cn.tuodi.batch;

import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.YearToDate;
import java.time.LocalDate;

/**
 * What the next claim of a batch may go on from: the person last decided and what has accumulated.
 *
 * @param personId the person, or null where nobody can be gone on from
 * @param birthDate the day on which the person was born, or null where no claim has said so
 * @param yearToDate what has accumulated
 */
public record Progress(String personId, LocalDate birthDate, YearToDate yearToDate) {

  /** The beginning: nobody to go on from. */
  public static final Progress NONE = new Progress(null, null, null);

  /** A claim as it goes on from here, or as it is where it does not. */
  public Claim carriedTo(Claim claim) {
    return isOpen(claim) && isBornAlike(claim.person()) ? claim.continuing(yearToDate) : claim;
  }

  /** Whether a claim would go on from here if its person, of the same id, were not born on another day. */
  public boolean isOfAnother(Claim claim) {
    return isOpen(claim) && !isBornAlike(claim.person());
  }

  private boolean isOpen(Claim claim) {
    return personId != null && personId.equals(claim.person().personId()) && !claim.yearToDateStated()
        && yearToDate.year() == claim.serviceDate().getYear();
  }

  /** Whether a person may be the one of here by the day of birth; who does not state it may. */
  private boolean isBornAlike(Person person) {
    return birthDate == null || person.birthDate() == null || birthDate.equals(person.birthDate());
  }

  /** Where the claim after a decision goes on from. */
  public Progress after(Decision decision) {
    Person person = decision.claim().person();
    boolean remembered = person.birthDate() == null && personId != null && personId.equals(person.personId());
    return new Progress(person.personId(), remembered ? birthDate : person.birthDate(), decision.yearToDate());
  }
}
