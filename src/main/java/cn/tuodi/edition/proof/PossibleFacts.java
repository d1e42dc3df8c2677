package cn.tuodi.edition.proof;

import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.policy.Circumstance;
import cn.tuodi.policy.IdentityDefinitions;
import java.util.Set;

/** Which facts go together: rows may ask for the same fact in more than one way. */
final class PossibleFacts {

  private static final Set<String> IDENTITY = Set.of("type", "identity");

  private final IdentityDefinitions identities;

  /** By what an edition says of identities. */
  PossibleFacts(IdentityDefinitions identities) {
    this.identities = identities;
  }

  /** Whether a claim can be in a situation, as far as one of its facts follows from another. */
  boolean hold(Situation situation) {
    Object identity = situation.value("type") == null ? situation.value("identity") : situation.value("type");
    String code = situation.code();
    boolean ruralIdentity = identity instanceof IdentityType type && identities.isRural(type, code);
    Object circumstance = situation.value("circumstance");
    boolean other = code != null && situation.values().keySet().stream().anyMatch(IDENTITY::contains)
        && identities.typeOf(code) != identity;
    return !other && !(ruralIdentity && Boolean.FALSE.equals(situation.value("rural")))
        && agree(situation, "unreferred", "referral", Referral.MISSING)
        && agree(situation, "outOfProvince", "place", Place.OUT_OF_PROVINCE)
        && agree(situation, "notEnrolled", "enrolment", Enrolment.NOT_ENROLLED)
        && !(circumstance == Circumstance.UNREFERRED && isOther(situation, "referral", Referral.MISSING))
        && !(circumstance == Circumstance.LATE_ENROLMENT
            && isOther(situation, "enrolment", Enrolment.ENROLLED_AT_APPLICATION));
  }

  /** Whether a flag and the fact that it stands for say the same, where both are told. */
  private static boolean agree(Situation situation, String flag, String fact, Object value) {
    Object told = situation.value(fact);
    return told == null || !(situation.value(flag) instanceof Boolean yes) || yes == (told == value);
  }

  private static boolean isOther(Situation situation, String fact, Object value) {
    return situation.value(fact) != null && situation.value(fact) != value;
  }
}
