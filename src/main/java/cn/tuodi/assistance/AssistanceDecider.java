package cn.tuodi.assistance;

import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.YearFields;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.money.Money;
import cn.tuodi.policy.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides claims by the editions of a catalogue. Keeps no state. */
public final class AssistanceDecider {

  private final Supplier<Catalogue> current;

  /** A decider over a snapshot of editions. */
  public AssistanceDecider(Catalogue catalogue) {
    this(() -> catalogue);
  }

  /**
   * A decider over the editions in force whenever it is asked.
   *
   * @param current gives the snapshot in force; asked once a question
   */
  public AssistanceDecider(Supplier<Catalogue> current) {
    this.current = current;
  }

  /** The decision on a claim, or why there is none. */
  public Outcome decide(Claim claim) {
    return decide(claim, false);
  }

  /**
   * The decision on a claim, or why there is none.
   *
   * @param claim the facts
   * @param tracing whether to keep which rules fired
   */
  public Outcome decide(Claim claim, boolean tracing) {
    Catalogue catalogue = current.get();
    Edition edition = catalogue.find(claim.region(), claim.serviceDate());
    if (edition == null) {
      return catalogue.refusal(claim.region(), claim.serviceDate());
    }
    return checked(claim, edition, tracing);
  }

  /**
   * Why no claim of a year can be decided in the province of an area; empty where one can.
   *
   * @param region the area
   * @param year the calendar year
   */
  public Optional<Refusal> refusal(String region, int year) {
    Catalogue catalogue = current.get();
    return catalogue.answersIn(YearToDate.province(region), year) ? Optional.empty()
        : Optional.of(catalogue.refusal(region, LocalDate.of(year, 12, 31)));
  }

  /**
   * The decision on a claim as if an edition were in force at its place and on its day, whether it is or not; for
   * simulations. Rows that are limited to some days apply by the day of the claim.
   *
   * @param edition the edition
   * @param claim the facts
   */
  public static Outcome decideUnder(Edition edition, Claim claim) {
    return checked(claim, edition, false);
  }

  private static Outcome checked(Claim claim, Edition edition, boolean tracing) {
    Refusal unknown = edition.unknownIdentity(claim.person());
    if (unknown != null) {
      return unknown;
    }
    Refusal missing = edition.figureMissing(claim.region(), claim.serviceDate());
    if (missing != null) {
      return missing;
    }
    if (!claim.costs().addUp()) {
      return Refusal.of(RefusalCode.COSTS_DO_NOT_ADD_UP, claim.costs().total(), claim.costs().sumOfParts());
    }
    if (claim.payments().sum().exceeds(claim.costs().total())) {
      return Refusal.of(RefusalCode.PAYMENTS_EXCEED_COSTS, claim.payments().sum(), claim.costs().total());
    }
    if (claim.yearToDate().year() != claim.serviceDate().getYear()) {
      return Refusal.of(RefusalCode.YEAR_MISMATCH, claim.yearToDate().year(), claim.serviceDate().getYear());
    }
    Outcome outcome = decide(claim, edition, tracing);
    if (!(outcome instanceof Decision decision)) {
      return outcome;
    }
    // What could not be stated with the next claim of the year is refused with this one.
    List<String> tooLarge = YearFields.tooLarge(decision.yearToDate());
    return tooLarge.isEmpty() ? OpenFacts.told(decision, more -> decide(more, edition, false))
        : Refusal.of(RefusalCode.YEAR_TO_DATE_TOO_LARGE, tooLarge.toArray());
  }

  private static Outcome decide(Claim claim, Edition edition, boolean tracing) {
    DecisionLedger ledger = new DecisionLedger();
    Outcome outcome = decide(claim, edition, ledger, null, tracing);
    if (ledger.candidates().size() < 2 || outcome instanceof Refusal) {
      return outcome;
    }
    return MostPaidClass.of(ledger.candidates(), edition.description().parameters(),
        tried -> decide(claim, edition, new DecisionLedger(), tried, tracing));
  }

  private static Outcome decide(Claim claim, Edition edition, DecisionLedger ledger, Standing tried, boolean tracing) {
    if (!claim.yearToDate().countsIn(claim.region())) {
      ledger.notice(Notice.info(NoticeCode.YEAR_TO_DATE_OF_OTHER_PROVINCE).about(claim.yearToDate().region()));
    }
    if (claim.plan() != null && claim.payments().statesCriticalIllness()) {
      ledger.notice(Notice.info(NoticeCode.CRITICAL_ILLNESS_PLAN_NOT_USED));
    }
    EditionDescription description = edition.description();
    ClassificationStep first =
        ClassificationStep.of(new DecisionContext(claim.counted(), description, ledger, tried));
    List<TraceEntry> trace = tracing ? new ArrayList<>() : null;
    run(edition, first, trace);
    SettledStep settled = ledger.settled();
    if (settled != null && !settled.isReady()) {
      // No row makes the institution bear anything.
      run(edition, settled.bearing(Money.ZERO), trace);
    }
    if (description.steps().concluding() && ledger.refusal() == null && ledger.settled() != null) {
      run(edition, new ConcludedStep(ledger.settled()), trace);
    }
    if (ledger.isUnsettled()) {
      ledger.notice(Notice.review(NoticeCode.NOT_SETTLED_BY_RULES).about(OpenFacts.names(claim, description)));
    }
    return ledger.refusal() == null ? Decision.of(claim, description, ledger, trace)
        : Refusal.of(ledger.refusal());
  }

  private static void run(Edition edition, Object fact, List<TraceEntry> trace) {
    if (trace == null) {
      edition.rules().run(fact);
    } else {
      trace.addAll(RuleTrace.of(edition, fact));
    }
  }
}
