package cn.tuodi.decision;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.facts.ApplicationClaim;
import cn.tuodi.facts.ApplicationLedger;
import cn.tuodi.facts.ApplicationQuestion;
import cn.tuodi.facts.ApplicationStep;
import cn.tuodi.facts.Notice;
import cn.tuodi.facts.NoticeCode;
import cn.tuodi.facts.RefusalCode;
import cn.tuodi.facts.Severity;
import java.util.List;
import java.util.function.Supplier;

/** Answers applications for assistance by the editions of a catalogue. Keeps no state. */
public final class ApplicationDecider {

  private final Supplier<Catalogue> current;

  /** A decider over a snapshot of editions. */
  public ApplicationDecider(Catalogue catalogue) {
    this(() -> catalogue);
  }

  /**
   * A decider over the editions in force whenever it is asked.
   *
   * @param current gives the snapshot in force; asked once a question
   */
  public ApplicationDecider(Supplier<Catalogue> current) {
    this.current = current;
  }

  /** The answer to an application, why there is none, or which fact is missing. */
  public Outcome decide(ApplicationQuestion question) {
    Catalogue catalogue = current.get();
    Edition edition = catalogue.find(question.region(), question.appliedOn());
    if (edition == null) {
      return catalogue.refusal(question.region(), question.appliedOn());
    }
    for (ApplicationClaim claim : question.claims()) {
      if (!claim.costs().addUp()) {
        return Refusal.of(RefusalCode.COSTS_DO_NOT_ADD_UP, claim.costs().total(), claim.costs().sumOfParts());
      }
    }
    for (ApplicationClaim claim : question.claims()) {
      if (claim.payments().sum().exceeds(claim.costs().total())) {
        return Refusal.of(RefusalCode.PAYMENTS_EXCEED_COSTS, claim.payments().sum(), claim.costs().total());
      }
    }
    ApplicationLedger ledger = new ApplicationLedger();
    edition.rules().run(new ApplicationStep(question, edition.description().local(), ledger));
    if (ledger.isHouseholdMissing()) {
      return new MissingFact("/household");
    }
    if (ledger.terms() == null) {
      ledger.notice(new Notice(NoticeCode.GOVERNED_ELSEWHERE, Severity.REVIEW, false, List.of(), List.of()));
    }
    return new ApplicationAnswer(ApplicationDecisionId.of(question, edition.description().contentHash()), question,
        edition.description(), ledger);
  }
}
