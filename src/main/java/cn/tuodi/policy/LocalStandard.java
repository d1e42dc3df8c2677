package cn.tuodi.policy;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.Scheme;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A standard that a pooling area sets where the edition leaves a figure to it (地方标准): one row of its workbook. */
public sealed interface LocalStandard {

  /** The row. */
  Source source();

  /** First day, or null where it is open. */
  default LocalDate from() {
    return null;
  }

  /** Last day, or null where it is open. */
  default LocalDate to() {
    return null;
  }

  /** Whether it stands on a day. */
  default boolean standsOn(LocalDate day) {
    return (from() == null || !day.isBefore(from())) && (to() == null || !day.isAfter(to()));
  }

  /**
   * Terms of top-up assistance (倾斜救助) on the burden that assistance leaves.
   *
   * @param personClass class it is for, or null for every class
   * @param from first day, or null
   * @param to last day, or null
   * @param threshold burden of the year above which it pays
   * @param rate share paid
   * @param cap cap of the year, or null for none
   * @param source the row
   */
  record TopUp(PersonClass personClass, LocalDate from, LocalDate to, Amount threshold, Rate rate, Amount cap,
      Source source) implements LocalStandard {}

  /**
   * Terms of top-up assistance on what went unpaid only because of the annual cap (超限额倾斜救助).
   *
   * @param personClass class it is for, or null for every class
   * @param from first day, or null
   * @param to last day, or null
   * @param rate share paid
   * @param cap cap of the year, or null for none
   * @param source the row
   */
  record OverCap(PersonClass personClass, LocalDate from, LocalDate to, Rate rate, Amount cap,
      Source source) implements LocalStandard {}

  /**
   * Terms of assistance on application (依申请救助).
   *
   * @param from first day, or null
   * @param to last day, or null
   * @param deductible cost that is not assisted
   * @param rate share paid
   * @param cap limit of the year, or null for none
   * @param source the row
   */
  record OnApplication(LocalDate from, LocalDate to, Amount deductible, Rate rate, Amount cap,
      Source source) implements LocalStandard {}

  /**
   * Terms of medical assistance that the edition takes from another instrument (救助待遇).
   *
   * @param personClass class it is for
   * @param identity identity it is for, or null for every one of the class
   * @param kind kind of care
   * @param from first day, or null
   * @param to last day, or null
   * @param deductible yearly deductible, or null for none
   * @param rate share paid, or null where the edition itself states it
   * @param accumulator kinds of care that share deductible and cap, or null where the edition itself states it
   * @param cap cap of the year, or null for none
   * @param source the row
   */
  record Assistance(PersonClass personClass, IdentityType identity, CareType kind, LocalDate from, LocalDate to,
      Amount deductible, Rate rate, Accumulator accumulator, Amount cap, Source source) implements LocalStandard {}

  /**
   * The base schedule of critical-illness insurance (大病保险方案).
   *
   * @param scheme scheme it is for, or null for both
   * @param rural whether it is for rural or for other people, or null for both
   * @param minYears consecutive years of enrolment from which it is for people, or null
   * @param belowYears consecutive years of enrolment below which it is for people, or null
   * @param from first day, or null
   * @param to last day, or null
   * @param plan the schedule
   * @param source the row
   */
  record Plan(Scheme scheme, Boolean rural, Integer minYears, Integer belowYears, LocalDate from, LocalDate to,
      PlanTerms plan, Source source) implements LocalStandard {

    /**
     * Whether it is for a person.
     *
     * @param person the person
     * @param isRural whether the person counts as rural
     */
    boolean isFor(Person person, boolean isRural) {
      Integer years = person.enrolledYears();
      return (scheme == null || scheme == person.scheme()) && (rural == null || rural == isRural)
          && (minYears == null || years != null && years >= minYears)
          && (belowYears == null || years != null && years < belowYears);
    }
  }

  /**
   * The burden above which a person is reported (费用预警).
   *
   * @param personClass class it is for, or null for everybody
   * @param from first day, or null
   * @param to last day, or null
   * @param burden burden of the year after insurance
   * @param source the row
   */
  record Warning(PersonClass personClass, LocalDate from, LocalDate to, Amount burden,
      Source source) implements LocalStandard {}

  /**
   * A fixed subsidy of the premium (参保定额资助).
   *
   * @param identity identity it is for
   * @param insuredYear year that the premium is for
   * @param amount yuan per person
   * @param source the row
   */
  record FixedPremium(IdentityType identity, int insuredYear, Amount amount, Source source) implements LocalStandard {}

  /**
   * The least personal contribution (最低缴费).
   *
   * @param insuredYear year that the contribution is for
   * @param amount yuan per person
   * @param source the row
   */
  record LeastContribution(int insuredYear, Amount amount, Source source) implements LocalStandard {}

  /**
   * A figure of the place that amounts are multiples or shares of (当地基数).
   *
   * @param name what amounts call it
   * @param nameEn its name in English, or null for the Chinese one
   * @param rural whether it is for rural or for other people, or null for both
   * @param from first day, or null
   * @param to last day, or null
   * @param amount yuan
   * @param source the row
   */
  record BaseFigure(String name, String nameEn, Boolean rural, LocalDate from, LocalDate to, Money amount,
      Source source) implements LocalStandard {

    /** Whether it is the figure of a name for a person on a day. */
    boolean isFor(String wanted, boolean isRural, LocalDate day) {
      return name.equals(wanted) && (rural == null || rural == isRural) && standsOn(day);
    }
  }

  /**
   * A schedule of critical-illness insurance as a row states it.
   *
   * @param deductible yearly deductible, or null where it follows from income
   * @param disposableIncomePerHead yearly disposable income per head of which the deductible is a share, or null
   * @param tiers rates by cost above the deductible
   * @param cap yearly cap, or null for none
   * @param fromZero whether edges are counted from zero
   */
  record PlanTerms(Amount deductible, Money disposableIncomePerHead, List<PlanTier> tiers, Amount cap,
      boolean fromZero) {

    /**
     * The schedule in yuan.
     *
     * @param yuan what an amount under a heading comes to
     */
    public CriticalIllnessPlan inYuan(BiFunction<Amount, String, Money> yuan) {
      List<CriticalIllnessPlan.Tier> edges = new ArrayList<>(tiers.size());
      for (int i = 0; i < tiers.size(); i++) {
        edges.add(new CriticalIllnessPlan.Tier(yuan.apply(tiers.get(i).above(), "第" + (i + 1) + "段起点"),
            tiers.get(i).rate()));
      }
      return new CriticalIllnessPlan(yuan.apply(deductible, "起付线"), disposableIncomePerHead, edges,
          yuan.apply(cap, "封顶线"), fromZero);
    }
  }

  /**
   * A rate for the cost above the deductible from an edge on.
   *
   * @param above lower edge, counted from the deductible or from zero
   * @param rate share paid
   */
  record PlanTier(Amount above, Rate rate) {}
}
