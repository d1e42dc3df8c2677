package cn.tuodi.premium;

import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Scheme;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.table.Layouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Answers questions about premiums by the editions of a catalogue. Keeps no state. */
public final class PremiumDecider {

  private static final int OLDEST = 120;

  private final Supplier<Catalogue> current;

  /** A decider over a snapshot of editions. */
  public PremiumDecider(Catalogue catalogue) {
    this(() -> catalogue);
  }

  /**
   * A decider over the editions in force whenever it is asked.
   *
   * @param current gives the snapshot in force; asked once a question
   */
  public PremiumDecider(Supplier<Catalogue> current) {
    this.current = current;
  }

  /**
   * The answer to a question, why there is none, or which fact decides that was not stated: a fact that may be left out
   * decides where the answer is not the same whatever it is.
   */
  public Outcome decide(PremiumQuestion question) {
    Catalogue catalogue = current.get();
    Edition edition = catalogue.findForPremium(question.region(), question.insuredYear(), question.paidOn());
    if (edition == null) {
      return catalogue.refusal(question.region(), question.paidOn());
    }
    Refusal unknown = edition.unknownIdentity(question.person());
    if (unknown != null) {
      return unknown;
    }
    Refusal missing = edition.figureMissing(question.region(), question.paidOn());
    if (missing != null) {
      return missing;
    }
    if (question.person().scheme() == Scheme.EMPLOYEE) {
      return Refusal.of(RefusalCode.RESIDENT_SCHEME_ONLY);
    }
    return decide(edition, question, EnumSet.noneOf(Unstated.class));
  }

  private static Outcome decide(Edition edition, PremiumQuestion question, Set<Unstated> asked) {
    LocalDate paid = question.paidOn();
    if (question.person().birthDate() == null) {
      return whatever(IntStream.rangeClosed(0, OLDEST).mapToObj(paid::minusYears).toList(),
          day -> decide(edition, question.bornOn(day), asked), asked, Unstated.BIRTH, "/person/birthDate");
    }
    if (question.collectionPeriodEnd() == null) {
      return whatever(List.of(latest(question), paid.minusDays(1)),
          day -> decide(edition, question.collectedUntil(day), asked), asked, Unstated.COLLECTION_PERIOD_END,
          "/collectionPeriodEnd");
    }
    if (question.employeeInsuranceEndedOn() == null) {
      return whatever(List.of(paid, paid.minusYears(OLDEST)),
          day -> answer(edition, question.employedUntil(day), asked), asked, Unstated.EMPLOYMENT_END,
          "/employeeInsuranceEndedOn");
    }
    return answer(edition, question, asked);
  }

  /**
   * The answer that all values of a fact lead to, be it by different rows, or else the fact. Where no row asks for it with
   * the first value, the others lead to the same.
   */
  private static Outcome whatever(List<LocalDate> days, Function<LocalDate, Outcome> answers, Set<Unstated> asked,
      Unstated fact, String pointer) {
    boolean wasAsked = asked.remove(fact);
    List<Outcome> outcomes = new ArrayList<>(List.of(answers.apply(days.get(0))));
    if (asked.contains(fact)) {
      days.stream().skip(1).map(answers).forEach(outcomes::add);
    } else if (wasAsked) {
      asked.add(fact);
    }
    return outcomes.stream().filter(MissingFact.class::isInstance).findFirst()
        .orElseGet(() -> outcomes.stream().map(PremiumDecider::substance).distinct().count() == 1 ? common(outcomes)
            : new MissingFact(pointer));
  }

  /** One of many answers of the same substance, on grounds that all of them have, if there are such. */
  private static Outcome common(List<Outcome> outcomes) {
    if (!(outcomes.get(0) instanceof PremiumAnswer answer)) {
      return outcomes.get(0);
    }
    List<List<Source>> grounds = new ArrayList<>(answer.subsidy().grounds());
    outcomes.forEach(other -> grounds.retainAll(((PremiumAnswer) other).subsidy().grounds()));
    return grounds.isEmpty() ? answer : answer.on(grounds);
  }

  private static List<Object> substance(Outcome outcome) {
    if (!(outcome instanceof PremiumAnswer answer)) {
      return List.of(outcome);
    }
    List<Object> substance = new ArrayList<>(List.of(answer.fiscal()));
    substance.add(answer.subsidy().amount());
    substance.add(answer.subsidy().rate());
    substance.add(answer.waiting() == null ? null : answer.waiting().applies());
    substance.add(answer.waiting() == null ? null : answer.waiting().benefitsFrom());
    answer.notices().forEach(notice -> substance.add(notice.code()));
    return substance;
  }

  /** A collection period's end by which everything stated had happened. */
  private static LocalDate latest(PremiumQuestion question) {
    return question.person().identities().stream().map(Identity::recognisedOn).reduce(question.paidOn(),
        (one, other) -> one.isAfter(other) ? one : other);
  }

  private static Outcome answer(Edition edition, PremiumQuestion question, Set<Unstated> asked) {
    PremiumLedger ledger = new PremiumLedger(asked);
    PremiumQuestion held =
        question.about(edition.description().terms().ended(question.person(), edition.description().parameters()));
    edition.rules().run(PremiumStep.of(held, edition.description(), ledger));
    if (ledger.refusal() != null) {
      return Refusal.of(ledger.refusal(), question.contribution(), ledger.minimum(), question.insuredYear());
    }
    List<Notice> notices = new ArrayList<>();
    PremiumAnswer.Subsidy subsidy = edition.description().hasSheet(Layouts.PREMIUMS.sheet())
        ? subsidy(ledger.best(), notices) : notRegulated(notices);
    return new PremiumAnswer(edition.description(), subsidy,
        subsidy.amount() == null ? null : question.contribution().minus(subsidy.amount()), ledger.shares(),
        waiting(ledger.waiting(), question), notices);
  }

  /** An edition without a word on subsidies does not say that there is none. */
  private static PremiumAnswer.Subsidy notRegulated(List<Notice> notices) {
    notices.add(Notice.review(NoticeCode.PREMIUMS_NOT_REGULATED));
    return new PremiumAnswer.Subsidy(null, null, List.of(), List.of());
  }

  private static PremiumAnswer.Subsidy subsidy(List<PremiumLedger.Offer> best, List<Notice> notices) {
    if (best.isEmpty()) {
      return new PremiumAnswer.Subsidy(Money.ZERO, Rate.NONE, List.of(), List.of());
    }
    PremiumLedger.Offer offer = best.get(0);
    List<List<Source>> grounds = best.stream().map(PremiumLedger.Offer::sources).toList();
    switch (offer.outcome()) {
      case GOVERNED_ELSEWHERE -> notices
          .add(Notice.review(NoticeCode.GOVERNED_ELSEWHERE, offer.sources().get(0)).about(offer.instrument()));
      case LOCAL_STANDARD_MISSING -> notices
          .add(Notice.review(NoticeCode.LOCAL_STANDARD_MISSING, offer.sources().get(0)));
      case SUBSIDY -> {
        return new PremiumAnswer.Subsidy(offer.amount(), offer.rate(), offer.sources(), grounds);
      }
      case NONE -> {
        return new PremiumAnswer.Subsidy(Money.ZERO, Rate.NONE, offer.sources(), grounds);
      }
    }
    return new PremiumAnswer.Subsidy(null, null, offer.sources(), grounds);
  }

  private static PremiumAnswer.Waiting waiting(PremiumLedger.Waiting found, PremiumQuestion question) {
    if (found == null) {
      return null;
    }
    LocalDate month = question.paidOn().withDayOfMonth(1);
    LocalDate year = LocalDate.of(question.insuredYear(), 1, 1);
    LocalDate from = !found.fromMonthOfPayment() ? null : month.isAfter(year) ? month : year;
    return new PremiumAnswer.Waiting(found.applies(), from, found.source());
  }
}
