package cn.tuodi.assistance;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Condition;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Money;
import cn.tuodi.money.Multiple;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Standing;

/**
 * A step of a decision after the class is known. What rules and table rows ask of a claim at any later step is answered
 * here once, from the claim and the class found. What rows compare with a constant of an enumeration is given by its
 * name: the engine finds the rows for a text by one look-up, but tries constants row by row.
 */
public abstract class Step {

  private final DecisionContext file;
  private final Standing standing;

  Step(DecisionContext file, Standing standing) {
    this.file = file;
    this.standing = standing;
  }

  /** What every step has at hand. */
  public DecisionContext file() {
    return file;
  }

  /** The claim. */
  public Claim claim() {
    return file.claim();
  }

  /** The parameters of the edition. */
  public Parameters parameters() {
    return file.parameters();
  }

  /** Standards of the pooling area. */
  LocalStandards local() {
    return file.local();
  }

  /** Where lines and notices are written. */
  public DecisionLedger ledger() {
    return file.ledger();
  }

  /** The class found. */
  public Standing standing() {
    return standing;
  }

  /** The class, by its name. */
  public String getPersonClass() {
    return standing.personClass().name();
  }

  /** The identity that gave the class, by its name, or null. */
  public String getIdentity() {
    return standing.identity() == null ? null : standing.identity().name();
  }

  /** The code of that identity where it is a group of the place, else an empty text; null in no class. */
  public String getCode() {
    if (standing.identity() == null) {
      return null;
    }
    return standing.identityCode() == null ? "" : standing.identityCode();
  }

  /** Whether the class is that of the severely disabled. */
  public boolean isSevere() {
    return standing.severe();
  }

  /** Branch of basic insurance, by its name. */
  public String getScheme() {
    return claim().person().scheme().name();
  }

  /** Whether the person was insured, by the name of the state. */
  public String getEnrolment() {
    return claim().person().enrolment().name();
  }

  /** Whether the person counts as rural: stated so, or by an identity that only rural people hold. */
  public boolean isRural() {
    if (claim().person().rural()) {
      return true;
    }
    for (Identity identity : ledger().held()) {
      if (file.edition().identities().isRural(identity)) {
        return true;
      }
    }
    return false;
  }

  /** Whole years of age on the service date, or null where the day of birth is not stated. */
  public Integer getAge() {
    return claim().age();
  }

  /** Consecutive years of enrolment, or null where they are not stated. */
  public Integer getEnrolledYears() {
    return claim().person().enrolledYears();
  }

  /** The disease, by its name. */
  public String getCondition() {
    return claim().care().condition().name();
  }

  /** Level of the institution, or null where it is not stated. */
  public Integer getInstitutionLevel() {
    return claim().care().institutionLevel();
  }

  /** In-scope cost of the year that basic insurance left, this claim included, in fen. */
  public long getYearInScope() {
    return claim().yearToDate().criticalIllnessEligible().plus(claim().leftInScope()).inFen();
  }

  /** In-scope cost of this bill, before anybody paid, in fen. */
  public long getBillInScope() {
    return claim().costs().policyScope().inFen();
  }

  /** Kind of care under which the claim is paid. */
  public CareType careType() {
    return claim().care().type().countedAs();
  }

  /** The same, by its name. */
  public String getKind() {
    return careType().name();
  }

  /** Whether the disease is thalassaemia and the edition names an instrument that governs it. */
  public boolean isThalassaemiaElsewhere() {
    return claim().care().condition() == Condition.THALASSAEMIA
        && parameters().has(Parameter.THALASSAEMIA_INSTRUMENT);
  }

  /**
   * Whether insurance settles this claim directly in another province on the service date: long-term outpatient care of
   * a listed disease, at a designated institution, of an insured person whose referral is in order; other care, or
   * without a referral, where the edition says so.
   */
  public boolean isRemoteDirect() {
    return isOutOfProvince() && isSettledRemotely() && isDesignated() && isInsured()
        && !(isUnreferred() && parameters().hasUnlessDenied(Parameter.REMOTE_DIRECT_REFERRED))
        && parameters().has(Parameter.REMOTE_DIRECT_FROM)
        && !claim().serviceDate().isBefore(parameters().date(Parameter.REMOTE_DIRECT_FROM))
        && parameters().lists(Parameter.REMOTE_DIRECT_CONDITIONS, claim().care().condition());
  }

  private boolean isSettledRemotely() {
    if (parameters().has(Parameter.REMOTE_DIRECT_CARE)) {
      return parameters().accumulator(Parameter.REMOTE_DIRECT_CARE).covers(careType());
    }
    return careType() == CareType.CHRONIC_OUTPATIENT || careType() == CareType.MAJOR_OUTPATIENT;
  }

  /** Service date as days since 1970-01-01. */
  public int getDay() {
    return (int) claim().serviceDate().toEpochDay();
  }

  /** Where the institution is, by its name. */
  public String getPlace() {
    return claim().care().place().name();
  }

  /** Whether the institution is in another province. */
  public boolean isOutOfProvince() {
    return claim().care().place() == Place.OUT_OF_PROVINCE;
  }

  /** Whether the institution is designated. */
  public boolean isDesignated() {
    return claim().care().designated();
  }

  /** Whether it was an emergency. */
  public boolean isEmergency() {
    return claim().care().emergency();
  }

  /** State of referral, by its name. */
  public String getReferral() {
    return claim().care().referral().name();
  }

  /** Whether referral is missing. */
  public boolean isUnreferred() {
    return claim().care().referral() == Referral.MISSING;
  }

  /** Whether the person was insured when the cost arose. */
  public boolean isInsured() {
    return switch (claim().person().enrolment()) {
      case INSURED -> true;
      case ENROLLED_AT_APPLICATION -> parameters().has(Parameter.LATE_ENROLMENT_INSURES);
      case NOT_ENROLLED -> false;
    };
  }

  /** Whether the person is not enrolled. */
  public boolean isNotEnrolled() {
    return claim().person().enrolment() == Enrolment.NOT_ENROLLED;
  }

  /** Whether the person enrolled only when applying. */
  public boolean isLateEnrolled() {
    return claim().person().enrolment() == Enrolment.ENROLLED_AT_APPLICATION;
  }

  /** Whether the household is registered locally. */
  public boolean isLocalHukou() {
    return claim().person().localHukou();
  }

  /**
   * What an amount comes to that a row states as a multiple of a figure of the place.
   *
   * @param stated the amount as it is stated, or null
   * @param heading the heading that it stands under
   * @param row the row
   */
  public Money yuan(Amount stated, String heading, Source row) {
    return file.edition().baseFigures().yuan(stated, heading, row, isRural(), claim().serviceDate(),
        ledger().derivations());
  }

  /** The row, noting how an amount of its conditions came out. */
  public Source comparing(Multiple stated, String heading, Source row) {
    yuan(stated, heading, row);
    return row;
  }

  /** What a condition compares with that is so many ten-thousandths of a figure of the place, in fen. */
  public long fen(String base, long tenThousandths) {
    return file.edition().baseFigures().fen(base, tenThousandths, isRural(), claim().serviceDate());
  }
}
