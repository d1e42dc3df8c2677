package cn.tuodi.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * The person a claim is for.
 *
 * @param personId opaque id of the caller, or null
 * @param birthDate day of birth, or null
 * @param scheme branch of basic insurance
 * @param enrolment whether the person was insured
 * @param localHukou registered household in the area
 * @param rural rural household
 * @param identities recognitions, in the order stated
 * @param disability certificate, or null
 * @param enrolledYears consecutive years of enrolment, or null
 */
public record Person(String personId, LocalDate birthDate, Scheme scheme, Enrolment enrolment, boolean localHukou,
    boolean rural, List<Identity> identities, Disability disability, Integer enrolledYears) {

  /** The same with other identities. */
  public Person holding(List<Identity> held) {
    return new Person(personId, birthDate, scheme, enrolment, localHukou, rural, held, disability, enrolledYears);
  }

  /** The same with a day of birth. */
  public Person bornOn(LocalDate day) {
    return new Person(personId, day, scheme, enrolment, localHukou, rural, identities, disability,
        enrolledYears);
  }
}
