package cn.tuodi.console.account;

import cn.tuodi.account.book.Amounts;
import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.ByCare;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The yearly caps that the bills know which stand, each as the last of them has it by day of service. What they cover, and
 * what an account has used of them, is looked up when it is told.
 *
 * @param stated the caps
 */
record Caps(List<Stated> stated) {

  /** None is known. */
  static final Caps NONE = new Caps(List.of());

  /**
   * Where a bill has its place in a year.
   *
   * @param day its day of service
   * @param sequence its place among all bills
   * @param claimId the bill
   */
  record Place(String day, int sequence, String claimId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::day).thenComparing(Place::sequence).thenComparing(Place::claimId);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Where a cap comes from.
   *
   * @param benefit what is paid
   * @param name which limit
   * @param care the kind of care for which alone it holds, or null
   * @param row the row that says which kinds share it, or null where none says so
   * @param place which one it is among those of its name, from 0
   * @param count how many of its name there are
   */
  record Source(Benefit benefit, LimitName name, CareType care, CitedPolicies.TermsRow row, int place, int count) {

    static Source of(KeptDecision kept, Payout payout, Limit limit) {
      boolean ofCare = limit.name() == LimitName.CARE_CAP;
      boolean byRow = payout.benefit() == Benefit.MEDICAL_ASSISTANCE && isYearly(limit.name()) && !ofCare;
      return new Source(payout.benefit(), limit.name(), ofCare ? kept.care().countedAs() : null,
          byRow ? CitedPolicies.TermsRow.of(kept, payout).orElse(null) : null, limit.place(),
          (int) payout.limits().stream().filter(other -> other.name() == limit.name()).count());
    }
  }

  /**
   * A cap, as a bill has it.
   *
   * @param bill the bill
   * @param source where the cap comes from
   * @param cap how much it is
   * @param before what was used of it before the bill
   * @param paidBefore what was paid as assistance before the bill
   */
  record Stated(Place bill, Source source, Money cap, Money before, ByCare paidBefore) {

    Stated from(Source same) {
      return new Stated(bill, same, cap, before, paidBefore);
    }
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
      return of(Source.of(kept, payout, limit), limit.before(), kept.paidBefore(), policies);
    }

    private static Covered of(Stated stated, CitedPolicies policies) {
      return of(stated.source(), stated.before(), stated.paidBefore(), policies);
    }

    private static Covered of(Source source, Money before, ByCare paidBefore, CitedPolicies policies) {
      return new Covered(source.benefit(), source.name(),
          source.benefit() != Benefit.MEDICAL_ASSISTANCE || !Caps.isYearly(source.name()) ? null
              : policies.shared(source, before, paidBefore).orElse(null));
    }

    /** Whether it is a cap of the year, so that something is left of it. */
    boolean isYearly() {
      return Caps.isYearly(name);
    }

    private boolean isTold() {
      return isYearly() && (kinds == null || !kinds.kinds().isEmpty());
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
          : kinds.kinds().isEmpty() ? plain
              : language.text("console.of-kinds", plain, CitedPolicies.named(kinds, language));
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
        case MEDICAL_ASSISTANCE -> Optional.ofNullable(kinds).map(shared -> shared.of(year.assistancePaid()));
        case INSTITUTION_BORNE, APPLICATION_ASSISTANCE -> Optional.empty();
      };
    }
  }

  private static boolean isYearly(LimitName name) {
    return name == LimitName.ANNUAL_CAP || name == LimitName.CARE_CAP || name == LimitName.PLAN_CAP;
  }

  /** The yearly caps of a decision on a bill. */
  static List<Stated> of(Place bill, KeptDecision kept) {
    List<Stated> all = new ArrayList<>();
    ByCare paidBefore = kept.paidBefore();
    for (Payout payout : kept.payouts()) {
      payout.limits().stream().filter(limit -> isYearly(limit.name())).forEach(limit -> all
          .add(new Stated(bill, Source.of(kept, payout, limit), limit.cap(), limit.before(), paidBefore)));
    }
    return all;
  }

  /** Whether none is known. */
  boolean areUnknown() {
    return stated.isEmpty();
  }

  /** What an account has left of each: label, and {@code 9,400.00 / 30,000.00}. */
  List<Sum> left(Amounts balance, int year, CitedPolicies policies) {
    Language language = policies.language();
    Map<Covered, Stated> last = new LinkedHashMap<>();
    for (Stated cap : stated) {
      Covered covered = Covered.of(cap, policies);
      if (covered.isTold()) {
        last.merge(covered, cap, BinaryOperator.maxBy(Comparator.comparing(Stated::bill)));
      }
    }
    YearToDate used = balance.yearToDate(year);
    List<Sum> left = new ArrayList<>();
    last.forEach((covered, cap) -> covered.used(used).ifPresent(amount -> left.add(new Sum(
        language.text("console.left-of", covered.label(null, language)), language.text("console.left-of-cap",
            Figures.amount(cap.cap().minus(amount).atLeastZero()), Figures.amount(cap.cap()))))));
    return left;
  }

  /** The yearly caps of the bills that stand while a year passes, booking by booking. */
  static final class Standing {

    private final Map<Source, TreeMap<Place, Stated>> bySource = new LinkedHashMap<>();
    /** Bills share what they say alike. */
    private final Map<Source, Source> sources = new HashMap<>();
    private final Map<String, List<Stated>> byBill = new HashMap<>();

    /**
     * A bill stands as it is decided, in place of what it was.
     *
     * @param kept the decision, or null where the bill stands no more
     */
    void take(String claimId, int sequence, KeptDecision kept) {
      List<Stated> before = byBill.remove(claimId);
      if (before != null) {
        before.forEach(cap -> bySource.get(cap.source()).remove(cap.bill()));
      }
      if (kept == null) {
        return;
      }
      List<Stated> caps = Caps.of(new Place(kept.day(), sequence, claimId), kept).stream()
          .map(cap -> cap.from(sources.computeIfAbsent(cap.source(), source -> source))).toList();
      caps.forEach(cap -> bySource.computeIfAbsent(cap.source(), source -> new TreeMap<>()).put(cap.bill(), cap));
      byBill.put(claimId, caps);
    }

    /** Each cap as the last bill has it. */
    Caps last() {
      List<Stated> last = new ArrayList<>();
      bySource.values().stream().filter(caps -> !caps.isEmpty()).forEach(caps -> last.add(caps.lastEntry().getValue()));
      return new Caps(List.copyOf(last));
    }

    /** The caps of the first bill that has any. */
    Caps first() {
      return byBill.values().stream().filter(caps -> !caps.isEmpty())
          .min(Comparator.comparing(caps -> caps.get(0).bill())).map(Caps::new).orElse(Caps.NONE);
    }
  }
}
