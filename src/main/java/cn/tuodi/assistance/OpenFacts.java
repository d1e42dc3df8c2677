package cn.tuodi.assistance;

import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Outcome;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.field.CareFields;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Message;
import cn.tuodi.policy.OptionalFact;
import cn.tuodi.table.Layouts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Facts that rows of an edition ask for and a claim leaves out. Where what they are makes a difference to what is paid, or
 * to what has accumulated for later claims, the claim is for a person to settle: a row that was not met for want of a fact must not be taken for one that does not apply.
 */
final class OpenFacts {

  private static final int HIGHEST_LEVEL = 3;
  private static final int OLDEST = 120;
  private static final int MOST_YEARS = 60;

  private OpenFacts() {}

  /**
   * A decision, in doubt where a fact that is left out makes a difference.
   *
   * @param decision the decision without the fact
   * @param deciding decides the claim with a fact more
   */
  static Decision told(Decision decision, Function<Claim, Outcome> deciding) {
    if (decision.edition().steps().asked().isEmpty() || decision.isUnsettled()) {
      return decision;
    }
    List<Message> deciders = new ArrayList<>();
    for (OptionalFact fact : decision.edition().steps().asked()) {
      if (isLeftOut(fact, decision.claim())
          && values(fact, decision.claim()).map(deciding).anyMatch(other -> !isPaidAlike(decision, other))) {
        deciders.add(name(fact));
      }
    }
    return deciders.isEmpty() ? decision
        : decision.inDoubt(List.of(Notice.review(NoticeCode.FACT_NOT_STATED).about(deciders.toArray())));
  }

  /** The names of those that a claim leaves out and some row asks for, whatever they come to. */
  static Object[] names(Claim claim, EditionDescription edition) {
    return OptionalFact.asked(heading -> edition.tables().stream()
        .anyMatch(table -> Layouts.isOfClaims(table.sheet()) && table.asksFor(heading))).stream()
        .filter(fact -> isLeftOut(fact, claim)).map(OpenFacts::name).toArray();
  }

  private static boolean isLeftOut(OptionalFact fact, Claim claim) {
    return switch (fact) {
      case INSTITUTION_LEVEL -> claim.care().institutionLevel() == null;
      case AGE -> claim.person().birthDate() == null;
      case ENROLLED_YEARS -> claim.person().enrolledYears() == null;
    };
  }

  private static Message name(OptionalFact fact) {
    return switch (fact) {
      case INSTITUTION_LEVEL -> CareFields.INSTITUTION_LEVEL.label().name();
      case AGE -> PersonFields.BIRTH_DATE.label().name();
      case ENROLLED_YEARS -> PersonFields.ENROLLED_YEARS.label().name();
    };
  }

  /** The claim with each value that the fact may have. */
  private static Stream<Claim> values(OptionalFact fact, Claim claim) {
    return switch (fact) {
      case INSTITUTION_LEVEL -> IntStream.rangeClosed(1, HIGHEST_LEVEL).mapToObj(level -> ClaimFields.SET.like(claim)
          .with(ClaimFields.CARE, CareFields.SET.like(claim.care()).with(CareFields.INSTITUTION_LEVEL, level).facts())
          .facts());
      case AGE -> IntStream.rangeClosed(0, OLDEST).mapToObj(age -> ClaimFields.SET.like(claim)
          .with(ClaimFields.PERSON, PersonFields.SET.like(claim.person())
              .with(PersonFields.BIRTH_DATE, claim.serviceDate().minusYears(age)).facts())
          .facts());
      case ENROLLED_YEARS -> IntStream.rangeClosed(0, MOST_YEARS).mapToObj(years -> ClaimFields.SET.like(claim)
          .with(ClaimFields.PERSON,
              PersonFields.SET.like(claim.person()).with(PersonFields.ENROLLED_YEARS, years).facts())
          .facts());
    };
  }

  private static boolean isPaidAlike(Decision decision, Outcome other) {
    return other instanceof Decision one && one.status() == decision.status() && one.totals().equals(decision.totals())
        && one.yearToDate().equals(decision.yearToDate()) && paid(one).equals(paid(decision));
  }

  private static List<List<Object>> paid(Decision decision) {
    return decision.lines().stream().filter(line -> line.amount().isPositive())
        .map(line -> List.<Object>of(line.benefit(), line.payer(), line.amount())).toList();
  }
}
