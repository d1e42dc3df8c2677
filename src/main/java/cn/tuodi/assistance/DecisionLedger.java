package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Derivations;
import cn.tuodi.answer.Entitlement;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.answer.Severity;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Identity;
import cn.tuodi.money.Money;
import cn.tuodi.policy.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet of one decision: rules write lines, notices and entitlements on it and nothing is ever taken off. Not for
 * use by several threads.
 */
public final class DecisionLedger {

  private Standing standing = Standing.NONE;
  private List<Identity> held = List.of();
  private final List<Standing> candidates = new ArrayList<>(0);
  private RefusalCode refusal;
  private Money criticalIllness = Money.ZERO;
  private Money criticalIllnessBasis = Money.ZERO;
  private boolean criticalIllnessCounts;
  private SettledStep settled;
  private TermsStep terms;
  private final Derivations derivations = new Derivations();
  private final List<PayoutLine> lines = new ArrayList<>(3);
  private final List<Notice> notices = new ArrayList<>(4);
  private final List<Entitlement> entitlements = new ArrayList<>(1);

  void classify(Standing found, List<Identity> counted) {
    this.standing = found;
    this.held = counted;
  }

  /** Notes a class that the person has, where it matters which of several is paid most. */
  void candidate(Standing found) {
    if (candidates.stream().noneMatch(found::isSameAs)) {
      candidates.add(found);
    }
  }

  /** The classes that were noted, in the order in which identities were looked at. */
  List<Standing> candidates() {
    return candidates;
  }

  void settleInsurance(Money paid, Money basis, boolean counts) {
    this.criticalIllness = paid;
    this.criticalIllnessBasis = basis;
    this.criticalIllnessCounts = counts;
  }

  void reach(SettledStep step) {
    this.settled = step;
  }

  /** The step in which insurance is settled, as far as it has come; null where no claim came so far. */
  SettledStep settled() {
    return settled;
  }

  /** How amounts came out that rows state as multiples of a figure of the place. */
  Derivations derivations() {
    return derivations;
  }

  void settleTerms(TermsStep found) {
    this.terms = found;
  }

  /**
   * Whether no rule took the claim to its end: no row gave terms, or those that pay met neither a row that admits nor one
   * that denies.
   */
  boolean isUnsettled() {
    if (refusal != null) {
      return false;
    }
    return terms == null || terms.isPaying() && line(Benefit.MEDICAL_ASSISTANCE) == null
        && notices.stream().noneMatch(notice -> notice.severity() == Severity.DENIAL);
  }

  /** Whether the year's sums take in what the claim was paid. */
  boolean isAddedUp(CareType care) {
    return terms != null && terms.addsUp(care);
  }

  /** Refuses the claim. */
  public void refuse(RefusalCode code) {
    this.refusal = code;
  }

  /**
   * Writes a line.
   *
   * @throws IllegalStateException if the benefit has a line already: two rows of a table apply to one claim
   */
  public void pay(PayoutLine line) {
    for (PayoutLine earlier : lines) {
      if (earlier.benefit() == line.benefit()) {
        throw new IllegalStateException("two lines for " + line.benefit() + ": " + earlier.sources() + " and "
            + line.sources());
      }
    }
    lines.add(derivations.with(line));
  }

  /** Writes a notice. */
  public void notice(Notice notice) {
    notices.add(derivations.with(notice));
  }

  /** Writes an entitlement. */
  public void entitle(Entitlement entitlement) {
    entitlements.add(entitlement);
  }

  /** The class found. */
  public Standing standing() {
    return standing;
  }

  /** The identities that count on the service date. */
  public List<Identity> held() {
    return held;
  }

  /** Why the claim is refused, or null. */
  public RefusalCode refusal() {
    return refusal;
  }

  /** Critical-illness insurance paid, stated or computed. */
  public Money criticalIllness() {
    return criticalIllness;
  }

  /** What the claim adds to the basis of critical-illness insurance in the year. */
  public Money criticalIllnessBasis() {
    return criticalIllnessBasis;
  }

  /** Whether what was paid enters the year's accumulator of critical-illness insurance. */
  public boolean criticalIllnessCounts() {
    return criticalIllnessCounts;
  }

  /** The lines written, in order. */
  public List<PayoutLine> lines() {
    return lines;
  }

  /** The line of a benefit, or null. */
  public PayoutLine line(Benefit benefit) {
    for (PayoutLine line : lines) {
      if (line.benefit() == benefit) {
        return line;
      }
    }
    return null;
  }

  /** The notices written, in order. */
  public List<Notice> notices() {
    return notices;
  }

  /** The entitlements written, in order. */
  public List<Entitlement> entitlements() {
    return entitlements;
  }
}
