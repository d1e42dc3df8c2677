package cn.tuodi.policy;

import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import java.time.LocalDate;

/**
 * Whose bills from before the recognition count: those of people impoverished by illness, for so many months before the day
 * of application or, where the edition says so, of recognition, and for the kinds of care that it says.
 *
 * @param parameters those of the edition
 */
public record Retrospect(Parameters parameters) {

  /** Whether an identity reaches back, for some kind of care at least. */
  public boolean reachesBack(Identity identity) {
    return identity.type() == IdentityType.ILLNESS_IMPOVERISHED && parameters.has(Parameter.RETROSPECTIVE_MONTHS)
        && (isFromRecognition() || identity.appliedOn() != null);
  }

  /** Whether an identity reaches back for a kind of care. */
  public boolean reachesBack(Identity identity, CareType care) {
    return reachesBack(identity) && (!parameters.has(Parameter.RETROSPECTIVE_CARE)
        || parameters.accumulator(Parameter.RETROSPECTIVE_CARE).covers(care));
  }

  /** Whether months are counted from the recognition, whatever is stated of the application. */
  public boolean isFromRecognition() {
    return parameters.has(Parameter.RETROSPECTIVE_FROM_RECOGNITION);
  }

  /** The day from which months are counted back for an identity that reaches back. */
  public LocalDate day(Identity identity) {
    return isFromRecognition() ? identity.recognisedOn() : identity.appliedOn();
  }

  /** How many months it reaches back. */
  public int months() {
    return parameters.count(Parameter.RETROSPECTIVE_MONTHS);
  }

  /** The first day to which an identity reaches back. */
  public LocalDate first(Identity identity) {
    return day(identity).minusMonths(months());
  }
}
