package cn.tuodi.edition;

import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.math.BigDecimal;
import java.util.List;

/** Variants of a claim, with figures at which arithmetic and words have their edges. */
final class TrialClaims {

  private static final Money LARGE = Money.fen(9_000_000_00);
  private static final Costs NOTHING = costs(Money.ZERO);
  private static final Costs MUCH = costs(LARGE);
  private static final ByCare USED = new ByCare(LARGE, LARGE, LARGE);
  /** A plan that pays nothing above its last edge. */
  private static final CriticalIllnessPlan PLAN = new CriticalIllnessPlan(Money.fen(10_000_00), null,
      List.of(new CriticalIllnessPlan.Tier(Money.ZERO, Rate.of(new BigDecimal("0.6"))),
          new CriticalIllnessPlan.Tier(Money.fen(1), Rate.NONE)),
      Money.fen(100_000_00));

  private TrialClaims() {}

  /** The claim, the same late in a year, and with a plan that ends. */
  static List<Claim> of(Claim claim) {
    YearToDate late = new YearToDate(claim.yearToDate().year(), LARGE, LARGE, LARGE, USED, USED, LARGE, LARGE, null);
    return List.of(claim, with(claim, claim.costs(), claim.payments(), claim.plan(), late),
        with(claim, MUCH, nothing(null), PLAN, claim.yearToDate()));
  }

  /** The claim of nothing and of very much. */
  static List<Claim> ofOtherCosts(Claim claim) {
    Payments none = nothing(claim.payments().criticalIllness());
    return List.of(with(claim, NOTHING, none, claim.plan(), claim.yearToDate()),
        with(claim, MUCH, none, claim.plan(), claim.yearToDate()));
  }

  /** The same claim elsewhere. */
  static Claim in(String region, Claim claim) {
    return ClaimFields.SET.like(claim).with(ClaimFields.REGION, region).facts();
  }

  private static Claim with(Claim claim, Costs costs, Payments payments, CriticalIllnessPlan plan, YearToDate year) {
    return ClaimFields.SET.like(claim).with(ClaimFields.COSTS, costs).with(ClaimFields.PAYMENTS, payments)
        .with(ClaimFields.PLAN, plan).with(ClaimFields.YEAR_TO_DATE, year).facts();
  }

  /** A bill that is wholly in scope. */
  private static Costs costs(Money amount) {
    return CostsFields.SET.stating().with(CostsFields.TOTAL, amount).with(CostsFields.POLICY_SCOPE, amount)
        .with(CostsFields.ADVANCE, Money.ZERO).with(CostsFields.OVER_LIMIT, Money.ZERO)
        .with(CostsFields.SELF_PAID, Money.ZERO).facts();
  }

  /** Nothing paid, besides what critical-illness insurance may have. */
  private static Payments nothing(Money criticalIllness) {
    return PaymentsFields.SET.stating().with(PaymentsFields.BASIC_INSURANCE, Money.ZERO)
        .with(PaymentsFields.CRITICAL_ILLNESS, criticalIllness).facts();
  }
}
