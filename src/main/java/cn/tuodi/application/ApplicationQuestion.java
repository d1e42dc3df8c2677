package cn.tuodi.application;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.Question;
import cn.tuodi.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The facts of an application for assistance (依申请救助).
 *
 * @param applicationId id of the caller
 * @param region GB/T 2260 code of the area
 * @param appliedOn day of application
 * @param recognisedOn day of recognition as illness-impoverished, or null
 * @param person the person
 * @param claims bills
 * @param incomePerHead yearly income per head of the household, or null
 * @param minimumLivingStandard yearly minimum-living standard of the place, or null
 * @param seriouslyIll seriously ill and in severe hardship
 * @param grantedThisYear assistance on application granted earlier in the year
 */
public record ApplicationQuestion(String applicationId, String region, LocalDate appliedOn, LocalDate recognisedOn,
    Person person, List<ApplicationClaim> claims, Money incomePerHead, Money minimumLivingStandard,
    boolean seriouslyIll, Money grantedThisYear)
    implements
      Question {

  @Override
  public ApplicationQuestion in(String area) {
    return new ApplicationQuestion(applicationId, area, appliedOn, recognisedOn, person, claims, incomePerHead,
        minimumLivingStandard, seriouslyIll, grantedThisYear);
  }

  /** The same about somebody else. */
  public ApplicationQuestion about(Person who) {
    return new ApplicationQuestion(applicationId, region, appliedOn, recognisedOn, who, claims, incomePerHead,
        minimumLivingStandard, seriouslyIll, grantedThisYear);
  }

  /** Day of recognition as illness-impoverished: as stated, else the last one on record; null where there is none. */
  public LocalDate recognition() {
    if (recognisedOn != null) {
      return recognisedOn;
    }
    LocalDate last = null;
    for (Identity identity : person.identities()) {
      if (identity.type() == IdentityType.ILLNESS_IMPOVERISHED
          && (last == null || identity.recognisedOn().isAfter(last))) {
        last = identity.recognisedOn();
      }
    }
    return last;
  }
}
