package cn.tuodi.assistance;

import cn.tuodi.claim.Disability;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import cn.tuodi.policy.Held;
import cn.tuodi.policy.IdentityChanges;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.policy.Retrospect;
import cn.tuodi.policy.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * First step of a decision: the person's identities are gone through one by one, each as it stands on the service date,
 * and the most favourable class is kept; of equally favourable ones that of the identity recognised first. Where a class is
 * to be tried, it is that one. A rule or table row infers the next step from the identity at hand.
 */
public final class ClassificationStep implements DisabilityAssessedStep {

  private final DecisionContext file;
  private final IdentityChanges changes;
  private final List<Identity> identities;
  private final int index;
  private final Boolean severe;
  private final boolean inGrace;
  /** Whether the term of an identity was over earlier in the month of service. */
  private final boolean lapsed;
  private final Standing best;
  private final List<Identity> held;

  private ClassificationStep(DecisionContext file, IdentityChanges changes, List<Identity> identities, int index,
      Boolean severe,
      boolean inGrace, boolean lapsed, Standing best, List<Identity> held) {
    this.file = file;
    this.changes = changes;
    this.identities = identities;
    this.index = index;
    this.severe = severe;
    this.inGrace = inGrace;
    this.lapsed = lapsed;
    this.best = best;
    this.held = held;
  }

  /** The beginning: no identity has been looked at. */
  public static ClassificationStep of(DecisionContext file) {
    boolean open = file.claim().person().disability() != null
        && file.parameters().has(Parameter.SEVERE_DISABILITY_MATTERS);
    Person person = IdentityChanges.prolonged(file.claim().person(), file.parameters());
    IdentityChanges changes =
        IdentityChanges.of(file.edition().terms().ended(file.claim().person(), file.parameters()), file.parameters());
    return new ClassificationStep(file, changes, inOrder(person.identities()), 0, open ? null : Boolean.FALSE,
        false, false, Standing.NONE, List.of());
  }

  /** Each identity once, in an order that does not depend on how they are listed, so that the answer does not either. */
  private static List<Identity> inOrder(List<Identity> listed) {
    return listed.size() < 2 ? listed : listed.stream().distinct().sorted(Identity.ORDER).toList();
  }

  /** What every step has at hand. */
  public DecisionContext file() {
    return file;
  }

  /** Service date as days since 1970-01-01. */
  @Override
  public int getDay() {
    return (int) file.claim().serviceDate().toEpochDay();
  }

  /** Whether it is known if the person counts as severely disabled. */
  @Override
  public boolean isExamined() {
    return severe != null;
  }

  /** Whether the person counts as severely disabled. */
  public boolean isSevere() {
    return Boolean.TRUE.equals(severe);
  }

  /** Grade of the disability, or 0 where there is none. */
  @Override
  public int getGrade() {
    Disability disability = file.claim().person().disability();
    return disability == null ? 0 : disability.grade();
  }

  /** The kind of disability that decides, by its name, or null. */
  @Override
  public String getDisabilityKind() {
    Disability disability = file.claim().person().disability();
    return disability == null || disability.decidingKind() == null ? null : disability.decidingKind().name();
  }

  /** What is to be done next, by its name. */
  public String getStage() {
    if (!isExamined()) {
      return ClassificationStage.UNEXAMINED.name();
    }
    if (isExhausted()) {
      return (isGraceDue() ? ClassificationStage.GRACE_DUE : ClassificationStage.SETTLED).name();
    }
    return (isInForce() ? ClassificationStage.IN_FORCE : ClassificationStage.NOT_IN_FORCE).name();
  }

  /** Whether every identity has been looked at. */
  private boolean isExhausted() {
    return index >= identities.size();
  }

  /** Branch of basic insurance, by its name. */
  public String getScheme() {
    return file.claim().person().scheme().name();
  }

  /** Whether the person was insured, by the name of the state. */
  public String getEnrolment() {
    return file.claim().person().enrolment().name();
  }

  /** Whether the household is registered locally. */
  public boolean isLocalHukou() {
    return file.claim().person().localHukou();
  }

  /** Whether the person is rural: stated so, or by the identity at hand. */
  public boolean isRural() {
    return file.claim().person().rural() || !isExhausted() && file.edition().identities().isRural(identity());
  }

  /** Whole years of age on the service date, or null where the day of birth is not stated. */
  public Integer getAge() {
    return file.claim().age();
  }

  /** Consecutive years of enrolment, or null where they are not stated. */
  public Integer getEnrolledYears() {
    return file.claim().person().enrolledYears();
  }

  /** The identity at hand, by its name, or null. */
  public String getType() {
    return isExhausted() ? null : identity().type().name();
  }

  /** The code of the identity at hand where it is a group of the place, or an empty text. */
  public String getCode() {
    return isExhausted() ? "" : identity().codeOrNone();
  }

  /** The identity at hand. */
  public IdentityType atHand() {
    return identity().type();
  }

  /** The day of the recognition at hand as days since 1970-01-01, or null. */
  public Integer getRecognised() {
    return isExhausted() ? null : (int) identity().recognisedOn().toEpochDay();
  }

  /** The class a county assigned to the identity at hand, or 0. */
  public int getAssignedClass() {
    return isExhausted() ? 0 : identity().assignedClass();
  }

  /** Whether the identity at hand counts on the service date. */
  private boolean isInForce() {
    if (!inGrace) {
      return hasBegun(identity()) && !identity().hasEndedBefore(firstDay());
    }
    // Only its row knows the term of an identity that has not ended otherwise.
    return isPastInGrace(identity())
        || lapsed && hasBegun(identity()) && !identity().hasEndedBefore(file.claim().serviceDate());
  }

  /** The day from which an identity that has ended since still counts: that of admission where the edition says so. */
  private LocalDate firstDay() {
    LocalDate admitted = file.claim().care().admittedOn();
    return admitted != null && file.parameters().has(Parameter.STAY_KEEPS_IDENTITY) ? admitted
        : file.claim().serviceDate();
  }

  /** Whether nothing held counts, but an identity that ended earlier in the month of service may. */
  private boolean isGraceDue() {
    return isExhausted() && !inGrace && best == Standing.NONE && file.parameters().has(Parameter.GRACE_TO_MONTH_END)
        && (lapsed || identities.stream().anyMatch(this::isPastInGrace));
  }

  /** The first day that an identity counts, which may be after its recognition. */
  public LocalDate begins(Identity identity) {
    return changes.begins(identity);
  }

  /** How an identity stands on the service date, without regard to grace. */
  public Held held(Identity identity) {
    if (!hasBegun(identity)) {
      return Held.NOT_YET;
    }
    return identity.hasEndedBefore(firstDay()) ? Held.NO_LONGER : Held.HELD;
  }

  /** Whether an identity reached back to the service date and ended earlier in that month. */
  private boolean isPastInGrace(Identity identity) {
    return hasBegun(identity) && identity.endedEarlierInMonthOf(file.claim().serviceDate());
  }

  /**
   * Whether an identity reaches back to the service date: recognised by then or, where it counts in retrospect, applied
   * for or recognised soon enough afterwards.
   */
  private boolean hasBegun(Identity identity) {
    LocalDate day = file.claim().serviceDate();
    Retrospect retrospect = new Retrospect(file.parameters());
    if (retrospect.reachesBack(identity, file.claim().care().type())) {
      return !day.isBefore(retrospect.first(identity));
    }
    return !changes.begins(identity).isAfter(day);
  }

  /** Whether the person's class is settled: all identities were looked at and no grace is due. */
  private boolean isSettled() {
    return isExamined() && isExhausted() && !isGraceDue();
  }

  /** The same, knowing whether the person counts as severely disabled. */
  @Override
  public ClassificationStep examined(boolean severelyDisabled) {
    return new ClassificationStep(file, changes, identities, index, severelyDisabled, inGrace, lapsed, best, held);
  }

  /** Looks once more, at identities that ended earlier in the month of service. */
  public ClassificationStep withGrace() {
    return new ClassificationStep(file, changes, identities, 0, severe, true, lapsed, best, held);
  }

  /** The step after an identity that does not count. */
  public Object passOver() {
    return next(lapsed, best, held);
  }

  /**
   * The step after an identity that counts, whether or not it puts the person in a class; one whose term is over does not
   * count.
   *
   * @param standing what the identity brings
   * @param months how many months from recognition it lasts, or null where it has no term
   */
  public Object standing(Standing standing, Integer months) {
    Identity recognition = months == null ? identity()
        : file.parameters().has(Parameter.TERM_IN_WHOLE_MONTHS) ? identity().lastingWholeMonths(months)
            : identity().lasting(months);
    if (inGrace ? !isPastInGrace(recognition) : recognition.hasEndedBefore(firstDay())) {
      return next(lapsed || isPastInGrace(recognition), best, held);
    }
    List<Identity> more = new ArrayList<>(held.size() + 1);
    more.addAll(held);
    more.add(identity());
    return next(lapsed, standing.personClass() == PersonClass.NONE ? best : chosen(standing.by(identity().code())),
        more);
  }

  private Standing chosen(Standing candidate) {
    if (file.parameters().has(Parameter.MOST_PAID)) {
      file.ledger().candidate(candidate);
    }
    if (file.tried() != null) {
      return candidate.isSameAs(file.tried()) ? candidate.chosenBy(file.parameters().source(Parameter.MOST_PAID))
          : best;
    }
    if (best == Standing.NONE) {
      return candidate;
    }
    if (best.isSameAs(candidate) || !file.parameters().has(Parameter.MOST_FAVOURABLE)) {
      return best;
    }
    return best.orBetter(candidate, file.parameters().source(Parameter.MOST_FAVOURABLE));
  }

  /** The class found. */
  public InsuranceStep classified() {
    return new InsuranceStep(file, best, held);
  }

  private Object next(boolean termOver, Standing found, List<Identity> counted) {
    ClassificationStep next =
        new ClassificationStep(file, changes, identities, index + 1, severe, inGrace, termOver, found, counted);
    return next.isSettled() ? next.classified() : next;
  }

  private Identity identity() {
    return identities.get(index);
  }
}
