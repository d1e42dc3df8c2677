package cn.tuodi.premium;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.answer.Source;
import cn.tuodi.assistance.DisabilityAssessedStep;
import cn.tuodi.claim.Disability;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Money;
import cn.tuodi.policy.FiscalArea;
import cn.tuodi.policy.IdentityChanges;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Layouts;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A question about a premium as rules and rows look at it; each identity of the person is then looked at apart. */
public final class PremiumStep implements DisabilityAssessedStep {

  /** What nobody reaches, for what is not stated. */
  static final int NEVER = 9999;

  private final PremiumQuestion question;
  private final Boolean severe;
  private final EditionDescription edition;
  private final PremiumLedger ledger;

  private PremiumStep(PremiumQuestion question, Boolean severe, EditionDescription edition, PremiumLedger ledger) {
    this.question = question;
    this.severe = severe;
    this.edition = edition;
    this.ledger = ledger;
  }

  /**
   * The beginning.
   *
   * @param question the facts stated
   * @param edition the edition, as it holds in the pooling area
   * @param ledger where the answer is written
   */
  public static PremiumStep of(PremiumQuestion question, EditionDescription edition, PremiumLedger ledger) {
    boolean open = question.person().disability() != null && edition.hasSheet(Layouts.SEVERE_DISABILITY.sheet());
    return new PremiumStep(question, open ? null : Boolean.FALSE, edition, ledger);
  }

  /** The facts stated. */
  public PremiumQuestion question() {
    return question;
  }

  /** Where the answer is written. */
  public PremiumLedger ledger() {
    return ledger;
  }

  /** Day of payment as days since 1970-01-01. */
  @Override
  public int getDay() {
    return (int) question.paidOn().toEpochDay();
  }

  @Override
  public boolean isExamined() {
    return severe != null;
  }

  @Override
  public int getGrade() {
    return question.person().disability() == null ? 0 : question.person().disability().grade();
  }

  @Override
  public String getDisabilityKind() {
    Disability disability = question.person().disability();
    return disability == null || disability.decidingKind() == null ? null : disability.decidingKind().name();
  }

  @Override
  public PremiumStep examined(boolean severelyDisabled) {
    return new PremiumStep(question, severelyDisabled, edition, ledger);
  }

  /** Whether the person counts as severely disabled. */
  public boolean isSevere() {
    return Boolean.TRUE.equals(severe);
  }

  /** Whether the household is registered locally. */
  public boolean isLocalHukou() {
    return question.person().localHukou();
  }

  /** Completed years on the day of payment. */
  public int getAge() {
    ledger.asks(Unstated.BIRTH);
    LocalDate birth = question.person().birthDate();
    return birth == null ? NEVER : Period.between(birth, question.paidOn()).getYears();
  }

  /** Consecutive years of enrolment, or null where they are not stated. */
  public Integer getEnrolledYears() {
    return question.person().enrolledYears();
  }

  /** Year that the premium is for. */
  public int getInsuredYear() {
    return question.insuredYear();
  }

  /** Whose budget subsidises, by its name, or null where it is not stated. */
  public String getArea() {
    if (question.universityStudent()) {
      return FiscalArea.REGION_UNIVERSITY.name();
    }
    return question.countyType() == null ? null : question.countyType().name();
  }

  /** Whether the person lives here by a residence permit, without local registration. */
  public boolean isByResidencePermit() {
    return question.residencePermit() && !question.person().localHukou();
  }

  /** One look for each identity of the person, and one for the person as such. */
  public List<PremiumHolderStep> holders() {
    List<PremiumHolderStep> holders = new ArrayList<>();
    holders.add(new PremiumHolderStep(this, null, isRural()));
    for (Identity identity : question.person().identities()) {
      holders.add(new PremiumHolderStep(this, identity, isRural()));
    }
    return holders;
  }

  /**
   * Whether an identity counts on the day of payment: it stands, or it is one of the last lost, which in some editions
   * counts to the end of its month.
   */
  boolean counts(Identity identity) {
    LocalDate day = question.paidOn();
    return changes().standsOn(identity, day)
        || edition.parameters().has(Parameter.GRACE_TO_MONTH_END) && identity.endedEarlierInMonthOf(day)
            && question.person().identities().stream().noneMatch(other -> changes().standsOn(other, day));
  }

  private IdentityChanges changes() {
    return IdentityChanges.of(question.person(), edition.parameters());
  }

  /** Whether the person is rural: as stated, or by an identity in force that only rural people hold. */
  public boolean isRural() {
    LocalDate day = question.paidOn();
    return question.person().rural() || question.person().identities().stream()
        .anyMatch(identity -> edition.identities().isRural(identity) && changes().standsOn(identity, day));
  }

  /** Fiscal shares of a row. */
  public void shares(Money central, Money region, Money local, Source source) {
    share(FiscalPayer.CENTRAL, central, source);
    share(FiscalPayer.REGION, region, source);
    share(FiscalPayer.LOCAL, local, source);
  }

  private void share(FiscalPayer payer, Money amount, Source source) {
    if (amount.isPositive()) {
      ledger.share(new FiscalShare(payer, amount, List.of(source)));
    }
  }

  /** The fixed subsidy that the pooling area has set for an identity, or null. */
  LocalStandard.FixedPremium fixedPremium(IdentityType identity) {
    return edition.local().fixedPremium(identity, question.insuredYear());
  }

  /** Whether the contribution is below the least one that the pooling area has set. */
  public boolean isBelowLocalMinimum() {
    LocalStandard.LeastContribution least = edition.local().leastContribution(question.insuredYear());
    return least != null && leastAmount(least).exceeds(question.contribution());
  }

  /** Refuses a contribution below the least one that the pooling area has set. */
  public void requireLocalMinimum() {
    requireAtLeast(leastAmount(edition.local().leastContribution(question.insuredYear())));
  }

  private Money leastAmount(LocalStandard.LeastContribution least) {
    return yuan(least.amount(), "最低缴费标准", least.source());
  }

  /** Refuses a contribution below the least one. */
  public void requireAtLeast(Money minimum) {
    if (minimum.exceeds(question.contribution())) {
      ledger.refuse(RefusalCode.CONTRIBUTION_BELOW_MINIMUM, minimum);
    }
  }

  /**
   * What an amount comes to that a row states as a multiple of a figure of the place.
   *
   * @param stated the amount as it is stated, or null
   * @param heading the heading that it stands under
   * @param row the row
   */
  public Money yuan(Amount stated, String heading, Source row) {
    LocalDate day = question.paidOn().isBefore(edition.from()) ? edition.from() : question.paidOn();
    return edition.baseFigures().yuan(stated, heading, row, isRural(), day, ledger.derivations());
  }
}
