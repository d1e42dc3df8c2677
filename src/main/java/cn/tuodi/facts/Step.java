package cn.tuodi.facts;

/**
 * A step of a decision after the class is known. What rules and table rows ask of a claim at any later step is answered
 * here once, from the claim and the class found.
 */
public abstract class Step {

  private final Case file;
  private final Standing standing;

  Step(Case file, Standing standing) {
    this.file = file;
    this.standing = standing;
  }

  /** What every step has at hand. */
  public Case file() {
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

  /** Where lines and notices are written. */
  public Ledger ledger() {
    return file.ledger();
  }

  /** The class found. */
  public Standing standing() {
    return standing;
  }

  /** The class. */
  public PersonClass getPersonClass() {
    return standing.personClass();
  }

  /** The identity that gave the class, or null. */
  public IdentityType getIdentity() {
    return standing.identity();
  }

  /** Whether the class is that of the severely disabled. */
  public boolean isSevere() {
    return standing.severe();
  }

  /** Kind of care under which the claim is paid. */
  public CareType getKind() {
    return claim().care().type().countedAs();
  }

  /** Disease. */
  public Condition getCondition() {
    return claim().care().condition();
  }

  /** Whether the disease is thalassaemia. */
  public boolean isThalassaemia() {
    return getCondition() == Condition.THALASSAEMIA;
  }

  /** Whether outpatient care of this disease in another province is settled directly on the service date. */
  public boolean isRemoteDirect() {
    return isOutOfProvince() && getKind() != CareType.INPATIENT && parameters().has(Parameter.REMOTE_DIRECT_FROM)
        && !claim().serviceDate().isBefore(parameters().date(Parameter.REMOTE_DIRECT_FROM))
        && parameters().lists(Parameter.REMOTE_DIRECT_CONDITIONS, getCondition());
  }

  /** Service date as days since 1970-01-01. */
  public int getDay() {
    return (int) claim().serviceDate().toEpochDay();
  }

  /** Where the institution is. */
  public Place getPlace() {
    return claim().care().place();
  }

  /** Whether the institution is in another province. */
  public boolean isOutOfProvince() {
    return getPlace() == Place.OUT_OF_PROVINCE;
  }

  /** Whether the institution is designated. */
  public boolean isDesignated() {
    return claim().care().designated();
  }

  /** Whether it was an emergency. */
  public boolean isEmergency() {
    return claim().care().emergency();
  }

  /** State of referral. */
  public Referral getReferral() {
    return claim().care().referral();
  }

  /** Whether referral is missing. */
  public boolean isUnreferred() {
    return getReferral() == Referral.MISSING;
  }

  /** Whether the person is not enrolled. */
  public boolean isNotEnrolled() {
    return claim().person().enrolment() == Enrolment.NOT_ENROLLED;
  }

  /** Whether the household is registered locally. */
  public boolean isLocalHukou() {
    return claim().person().localHukou();
  }
}
