package cn.tuodi.edition;

import cn.tuodi.facts.ByCare;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.Costs;
import cn.tuodi.facts.CriticalIllnessPlan;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Payments;
import cn.tuodi.facts.Rate;
import cn.tuodi.facts.YearToDate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Variants of a claim, with figures at which arithmetic and words have their edges. */
final class TrialClaims {

  private static final Money LARGE = Money.fen(9_000_000_00);
  private static final Costs NOTHING = new Costs(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, false);
  private static final Costs MUCH = new Costs(LARGE, LARGE, Money.ZERO, Money.ZERO, Money.ZERO, false);
  private static final ByCare USED = new ByCare(LARGE, LARGE, LARGE);
  /** A plan that pays nothing above its last edge. */
  private static final CriticalIllnessPlan PLAN = new CriticalIllnessPlan(Money.fen(10_000_00), null,
      List.of(new CriticalIllnessPlan.Tier(Money.ZERO, Rate.of(new BigDecimal("0.6"))),
          new CriticalIllnessPlan.Tier(Money.fen(1), Rate.NONE)),
      Money.fen(100_000_00));

  private TrialClaims() {}

  /** The claim, the same of nothing and of very much, late in a year, and with a plan that ends. */
  static List<Claim> of(Claim claim) {
    Payments payments = claim.payments();
    Payments none = new Payments(Money.ZERO, payments.criticalIllness(), Money.ZERO, Money.ZERO);
    YearToDate late = new YearToDate(claim.yearToDate().year(), LARGE, LARGE, LARGE, USED, USED, LARGE, LARGE);
    List<Claim> claims = new ArrayList<>();
    claims.add(claim);
    claims.add(with(claim, NOTHING, none, claim.plan(), claim.yearToDate()));
    claims.add(with(claim, MUCH, none, claim.plan(), claim.yearToDate()));
    claims.add(with(claim, claim.costs(), payments, claim.plan(), late));
    claims.add(with(claim, MUCH, new Payments(Money.ZERO, null, Money.ZERO, Money.ZERO), PLAN, claim.yearToDate()));
    return claims;
  }

  /** The same claim elsewhere. */
  static Claim in(String region, Claim claim) {
    return new Claim(claim.claimId(), region, claim.serviceDate(), claim.settledOn(), claim.person(), claim.care(),
        claim.costs(), claim.payments(), claim.plan(), claim.yearToDate(), claim.yearToDateStated());
  }

  private static Claim with(Claim claim, Costs costs, Payments payments, CriticalIllnessPlan plan, YearToDate year) {
    return new Claim(claim.claimId(), claim.region(), claim.serviceDate(), claim.settledOn(), claim.person(),
        claim.care(), costs, payments, plan, year, true);
  }
}
