package cn.tuodi.batch;

import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.YearToDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the next claim of a batch may go on from: the person last decided and what has accumulated.
 *
 * @param personId the person, or null where nobody can be gone on from
 * @param birthDate the day on which the person was born, or null where no claim has said so
 * @param years what has accumulated in the year, once a province, each with the area where it did last; the province of the
 *        last claim is the last
 */
public record Progress(String personId, LocalDate birthDate, List<YearToDate> years) {

  /** The beginning: nobody to go on from. */
  public static final Progress NONE = new Progress(null, null, List.of());

  /**
   * A claim as it goes on from here, or as it is where it does not. One of a province where the person had no claim
   * before in the year goes on from what accumulated elsewhere, which does not count and is told.
   */
  public Claim carriedTo(Claim claim) {
    if (!isOpen(claim) || !isBornAlike(claim.person())) {
      return claim;
    }
    for (YearToDate year : years) {
      if (year.countsIn(claim.region())) {
        return claim.continuing(year.in(null));
      }
    }
    return claim.continuing(last());
  }

  /** Whether a claim would go on from here if its person, of the same id, were not born on another day. */
  public boolean isOfAnother(Claim claim) {
    return isOpen(claim) && !isBornAlike(claim.person());
  }

  private boolean isOpen(Claim claim) {
    return personId != null && personId.equals(claim.person().personId()) && !claim.yearToDateStated()
        && last().year() == claim.serviceDate().getYear();
  }

  private YearToDate last() {
    return years.get(years.size() - 1);
  }

  /** Whether a person may be the one of here by the day of birth; who does not state it may. */
  private boolean isBornAlike(Person person) {
    return birthDate == null || person.birthDate() == null || birthDate.equals(person.birthDate());
  }

  /** Where the claim after a decision goes on from. */
  public Progress after(Decision decision) {
    Person person = decision.claim().person();
    boolean isSame = personId != null && personId.equals(person.personId());
    YearToDate accumulated = decision.yearToDate().in(decision.claim().region());
    List<YearToDate> known = new ArrayList<>(1);
    if (isSame && isBornAlike(person) && last().year() == accumulated.year()) {
      known.addAll(years);
      known.removeIf(year -> year.countsIn(accumulated.region()));
    }
    known.add(accumulated);
    boolean remembered = isSame && person.birthDate() == null;
    return new Progress(person.personId(), remembered ? birthDate : person.birthDate(), List.copyOf(known));
  }
}
