package cn.tuodi.console.account;

import cn.tuodi.account.book.Amounts;
import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.account.KeptDecision.Limit;
import cn.tuodi.console.account.KeptDecision.Payout;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The yearly caps that the decisions of a year know, each by what it covers, and what an account has used of them. */
final class Caps {

  /** None is known. */
  static final Caps NONE = new Caps(Map.of());

  /** Kinds of care that accounts add up. */
  private static final Set<CareType> KEPT =
      EnumSet.of(CareType.INPATIENT, CareType.CHRONIC_OUTPATIENT, CareType.MAJOR_OUTPATIENT);

  private final Map<Covered, Money> caps;

  private Caps(Map<Covered, Money> caps) {
    this.caps = caps;
  }

  /**
   * What a cap covers.
   *
   * @param benefit what is paid
   * @param name which limit
   * @param kinds the kinds of care that share it; null where all do, or where it is not known which
   */
  record Covered(Benefit benefit, LimitName name, Accumulator kinds) {

    static Covered of(KeptDecision kept, Payout payout, Limit limit, CitedPolicies policies) {
      return new Covered(payout.benefit(), limit.name(), payout.benefit() != Benefit.MEDICAL_ASSISTANCE
          || !isYearly(limit.name()) ? null : policies.shared(kept, payout, limit).orElse(null));
    }

    private static boolean isYearly(LimitName name) {
      return name == LimitName.ANNUAL_CAP || name == LimitName.CARE_CAP || name == LimitName.PLAN_CAP;
    }

    /** Whether it is a cap of the year, so that something is left of it. */
    boolean isYearly() {
      return isYearly(name);
    }

    /** What it is called on a bill of a kind of care. */
    String label(CareType care, Language language) {
      String plain = DisplayNames.of(name, language);
      if (benefit == Benefit.TOP_UP_ASSISTANCE && isYearly()) {
        return language.text("console.cap-of-benefit", DisplayNames.of(benefit, language), plain);
      }
      if (benefit != Benefit.MEDICAL_ASSISTANCE || !isYearly()) {
        return plain;
      }
      return kinds == null ? language.text("console.cap-that-holds-for", plain, Glossary.of(care.label(), language))
          : kinds.kinds().isEmpty() ? plain : language.text("console.cap-of-kinds", plain, named(language));
    }

    private String named(Language language) {
      return kinds.kinds().stream().map(kind -> Glossary.of(kind.label(), language))
          .collect(Collectors.joining(language.text("console.list-comma")));
    }

    /** Whether a bill of a kind of care uses it. */
    boolean isUsedBy(CareType care) {
      return kinds == null || kinds.covers(care);
    }

    /** What a year has used of it; empty where that is not known. */
    private Optional<Money> used(YearToDate year) {
      return switch (benefit) {
        case CRITICAL_ILLNESS -> Optional.of(year.criticalIllnessPaid());
        case TOP_UP_ASSISTANCE -> Optional.of(year.topUpPaid());
        case MEDICAL_ASSISTANCE -> Optional.ofNullable(kinds).filter(shared -> KEPT.containsAll(shared.kinds()))
            .map(shared -> shared.of(year.assistancePaid()));
        case INSTITUTION_BORNE, APPLICATION_ASSISTANCE -> Optional.empty();
      };
    }
  }

  /** These, with those of another decision. */
  Caps with(KeptDecision kept, CitedPolicies policies) {
    Map<Covered, Money> all = new LinkedHashMap<>(caps);
    for (Payout payout : kept.payouts()) {
      for (Limit limit : payout.limits()) {
        Covered covered = Covered.of(kept, payout, limit, policies);
        if (covered.isYearly() && (covered.kinds() == null || !covered.kinds().kinds().isEmpty())) {
          all.put(covered, limit.cap());
        }
      }
    }
    return all.equals(caps) ? this : new Caps(all);
  }

  /** Whether none is known. */
  boolean areUnknown() {
    return caps.isEmpty();
  }

  /** What an account has left of each: label, and {@code 9,400.00 / 30,000.00}. */
  List<Sum> left(Amounts balance, int year, Language language) {
    List<Sum> left = new ArrayList<>();
    YearToDate used = balance.yearToDate(year);
    caps.forEach((covered, cap) -> covered.used(used).ifPresent(amount -> left.add(new Sum(
        language.text("console.left-of", covered.label(null, language)), language.text("console.left-of-cap",
            Figures.amount(cap.minus(amount).atLeastZero()), Figures.amount(cap))))));
    return left;
  }
}
