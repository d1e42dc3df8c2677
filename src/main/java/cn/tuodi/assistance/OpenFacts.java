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
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Facts that rows of an edition ask for and a claim leaves out. Where what they are makes a difference to what is paid, or
 * to what has accumulated for later claims, the claim is for a person to settle: a row that was not met for want of a fact
 * must not be taken for one that does not apply.
 */
final class OpenFacts {

  /** Beyond so many ways in which the facts may be, all of them are taken for deciding. */
  private static final int MAX_TRIED = 500;

  private final Claim claim;
  private final Map<OptionalFact, List<Integer>> open;
  private final Function<Claim, Outcome> deciding;
  private final Map<Map<OptionalFact, Integer>, List<Object>> paid = new HashMap<>();

  private OpenFacts(Claim claim, Map<OptionalFact, List<Integer>> open, Function<Claim, Outcome> deciding) {
    this.claim = claim;
    this.open = open;
    this.deciding = deciding;
  }

  /**
   * A decision, in doubt where facts that are left out make a difference, each by itself or together.
   *
   * @param decision the decision without the facts
   * @param deciding decides the claim with facts more
   */
  static Decision told(Decision decision, Function<Claim, Outcome> deciding) {
    Map<OptionalFact, SortedSet<Integer>> told = decision.edition().steps().told();
    if (told.isEmpty() || decision.isUnsettled()) {
      return decision;
    }
    Map<OptionalFact, List<Integer>> open = new EnumMap<>(OptionalFact.class);
    told.forEach((fact, values) -> {
      if (isLeftOut(fact, decision.claim())) {
        List<Integer> possible = new ArrayList<>(values);
        possible.add(null);
        open.put(fact, possible);
      }
    });
    Set<OptionalFact> deciders = new OpenFacts(decision.claim(), open, deciding).deciders(decision);
    return deciders.isEmpty() ? decision : decision.inDoubt(List.of(
        Notice.review(NoticeCode.FACT_NOT_STATED).about(deciders.stream().map(OpenFacts::name).toArray())));
  }

  /** The names of those that a claim leaves out and some row asks for, whatever they come to. */
  static Object[] names(Claim claim, EditionDescription edition) {
    return edition.steps().asked().stream().sorted().filter(fact -> isLeftOut(fact, claim)).map(OpenFacts::name)
        .toArray();
  }

  private Set<OptionalFact> deciders(Decision decision) {
    long ways = open.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    if (ways > MAX_TRIED) {
      return open.keySet();
    }
    Map<OptionalFact, Integer> unstated = new EnumMap<>(OptionalFact.class);
    open.keySet().forEach(fact -> unstated.put(fact, null));
    paid.put(unstated, paid(decision));
    Set<OptionalFact> deciders = EnumSet.noneOf(OptionalFact.class);
    for (OptionalFact fact : open.keySet()) {
      if (isDeciding(fact)) {
        deciders.add(fact);
      }
    }
    return deciders;
  }

  /** Whether claims that differ in the fact alone are paid differently, whatever the others are. */
  private boolean isDeciding(OptionalFact fact) {
    for (Map<OptionalFact, Integer> others : ways(fact)) {
      List<Object> first = null;
      for (Integer value : open.get(fact)) {
        Map<OptionalFact, Integer> way = new EnumMap<>(others);
        way.put(fact, value);
        List<Object> one = paid.computeIfAbsent(way, this::paidAs);
        if (first != null && !first.equals(one)) {
          return true;
        }
        first = one;
      }
    }
    return false;
  }

  /** How the facts besides one may be, that they are left out among them. */
  private List<Map<OptionalFact, Integer>> ways(OptionalFact but) {
    List<Map<OptionalFact, Integer>> ways = List.of(new EnumMap<>(OptionalFact.class));
    for (Map.Entry<OptionalFact, List<Integer>> fact : open.entrySet()) {
      if (fact.getKey() != but) {
        List<Map<OptionalFact, Integer>> more = new ArrayList<>();
        for (Map<OptionalFact, Integer> way : ways) {
          for (Integer value : fact.getValue()) {
            Map<OptionalFact, Integer> longer = new EnumMap<>(way);
            longer.put(fact.getKey(), value);
            more.add(longer);
          }
        }
        ways = more;
      }
    }
    return ways;
  }

  private List<Object> paidAs(Map<OptionalFact, Integer> facts) {
    Claim stating = claim;
    for (Map.Entry<OptionalFact, Integer> fact : facts.entrySet()) {
      stating = fact.getValue() == null ? stating : stating(stating, fact.getKey(), fact.getValue());
    }
    return deciding.apply(stating) instanceof Decision one ? paid(one) : Collections.emptyList();
  }

  private static List<Object> paid(Decision decision) {
    return List.of(decision.status(), decision.totals(), decision.yearToDate(), decision.lines().stream()
        .filter(line -> line.amount().isPositive())
        .map(line -> List.<Object>of(line.benefit(), line.payer(), line.amount())).toList());
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

  private static Claim stating(Claim claim, OptionalFact fact, int value) {
    return switch (fact) {
      case INSTITUTION_LEVEL -> ClaimFields.SET.like(claim).with(ClaimFields.CARE,
          CareFields.SET.like(claim.care()).with(CareFields.INSTITUTION_LEVEL, value).facts()).facts();
      case AGE -> ClaimFields.SET.like(claim).with(ClaimFields.PERSON, PersonFields.SET.like(claim.person())
          .with(PersonFields.BIRTH_DATE, claim.serviceDate().minusYears(value)).facts()).facts();
      case ENROLLED_YEARS -> ClaimFields.SET.like(claim).with(ClaimFields.PERSON,
          PersonFields.SET.like(claim.person()).with(PersonFields.ENROLLED_YEARS, value).facts()).facts();
    };
  }
}
