package cn.tuodi.application;

import cn.tuodi.answer.Derivations;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sheet of one answer to an application: terms found, reasons against it, the line proposed. */
public final class ApplicationLedger {

  private ApplicationTermsStep terms;
  private PayoutLine line;
  private boolean householdMissing;
  private final Map<ApplicationReason, Source> reasons = new EnumMap<>(ApplicationReason.class);
  private final Derivations derivations = new Derivations();
  private final List<Notice> notices = new ArrayList<>(2);
  private Source procedure;

  /** How amounts came out that rows state as multiples of a figure of the place. */
  Derivations derivations() {
    return derivations;
  }

  void terms(ApplicationTermsStep found) {
    terms = found;
  }

  /** Writes down what speaks against the application. */
  public void against(ApplicationReason reason, Source source) {
    reasons.put(reason, source);
  }

  /** Writes down that facts of the household are needed. */
  public void needHousehold() {
    householdMissing = true;
  }

  /** Proposes a line. */
  public void propose(PayoutLine proposed) {
    line = derivations.with(proposed);
  }

  /** Writes a notice. */
  public void notice(Notice notice) {
    notices.add(derivations.with(notice));
  }

  /** Says by which provision people decide. */
  public void decidedByPeople(Source source) {
    procedure = source;
  }

  /** Whether it is worth more to the applicant: a higher amount, or one at all, or at least terms. */
  boolean isBetterThan(ApplicationLedger other) {
    if (line != null && other.line != null) {
      return line.amount().exceeds(other.line.amount());
    }
    return line != null || other.line == null && terms != null && other.terms == null;
  }

  /** The terms, or null where the edition has no assistance on application. */
  public ApplicationTermsStep terms() {
    return terms;
  }

  /** The line proposed, or null. */
  public PayoutLine line() {
    return line;
  }

  /** Whether facts of the household are needed. */
  public boolean isHouseholdMissing() {
    return householdMissing;
  }

  /** What speaks against the application, with where it stands. */
  public Map<ApplicationReason, Source> reasons() {
    return reasons;
  }

  /** Notices. */
  public List<Notice> notices() {
    return notices;
  }

  /** The provision by which people decide, or null. */
  public Source procedure() {
    return procedure;
  }
}
