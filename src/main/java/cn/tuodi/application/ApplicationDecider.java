package cn.tuodi.application;

import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.answer.Severity;
import cn.tuodi.claim.Identity;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.money.Money;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Refusal unknown = edition.unknownIdentity(question.person());
    if (unknown != null) {
      return unknown;
    }
    Refusal missing = edition.figureMissing(question.region(), question.appliedOn());
    if (missing != null) {
      return missing;
    }
    for (ApplicationClaim claim : question.claims()) {
      if (!claim.costs().addUp()) {
        return Refusal.of(RefusalCode.COSTS_DO_NOT_ADD_UP, claim.costs().total(), claim.costs().sumOfParts());
      }
    }
    for (ApplicationClaim claim : question.claims()) {
      Money paid = claim.payments().sum().plus(claim.assistanceReceived());
      if (paid.exceeds(claim.costs().total())) {
        return Refusal.of(RefusalCode.PAYMENTS_EXCEED_COSTS, paid, claim.costs().total());
      }
    }
    ApplicationLedger ledger = best(edition, question);
    if (ledger.isHouseholdMissing()) {
      return new MissingFact("/household");
    }
    if (ledger.terms() == null) {
      ledger.notice(new Notice(NoticeCode.GOVERNED_ELSEWHERE, Severity.REVIEW, false, List.of(), List.of()));
    }
    return new ApplicationAnswer(ApplicationDecisionId.of(question, edition.description().contentHash()), question,
        edition.description(), ledger);
  }

  /**
   * The answer on the ground of the identity that brings most: rows may give terms of their own to each. Without any the
   * person is looked at as such.
   */
  private static ApplicationLedger best(Edition edition, ApplicationQuestion question) {
    Map<List<Object>, Identity> grounds = new LinkedHashMap<>();
    question.person().identities().stream().sorted(Identity.ORDER)
        .forEach(identity -> grounds.putIfAbsent(Arrays.asList(identity.type(), identity.code()), identity));
    ApplicationQuestion held =
        question.about(edition.description().terms().ended(question.person(), edition.description().parameters()));
    ApplicationLedger best = null;
    for (Identity ground : grounds.isEmpty() ? Collections.<Identity>singletonList(null) : grounds.values()) {
      ApplicationLedger ledger = new ApplicationLedger();
      edition.rules().run(new ApplicationStep(held, ground, edition.description(), ledger));
      best = best == null || ledger.isBetterThan(best) ? ledger : best;
    }
    return best;
  }
}
