package cn.tuodi.claim.field;

import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.CriticalIllnessPlan.Tier;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.FieldValues;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.field.ViolationCollector;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.util.List;

/** What is stated of the base schedule of critical-illness insurance. */
public final class PlanFields {

  private static final FieldSet.Builder<Tier> TIER_FIELDS = new FieldSet.Builder<>("CriticalIllnessTier");

  /** Lower edge above the deductible. */
  public static final ClaimField<Tier, Money> ABOVE = TIER_FIELDS.required("above", ValueType.AMOUNT, Tier::above,
      Label.of(Message.of("claim.above-deductible-from-yuan")));

  /** Rate of payment. */
  public static final ClaimField<Tier, Rate> RATE =
      TIER_FIELDS.required("rate", ValueType.RATE, Tier::rate, Label.of(Message.of("claim.rate")));

  /** A tier. */
  public static final FieldSet<Tier> TIER = TIER_FIELDS.build(values -> new Tier(values.get(ABOVE), values.get(RATE)));

  private static final FieldSet.Builder<CriticalIllnessPlan> FIELDS = new FieldSet.Builder<>("CriticalIllnessPlan");

  /** Deductible. */
  public static final ClaimField<CriticalIllnessPlan, Money> DEDUCTIBLE = FIELDS.optional("deductible",
      ValueType.AMOUNT, CriticalIllnessPlan::deductible,
      Label.of(Message.of("claim.deductible-yuan")).column("planDeductible"));

  /** Disposable income per head. */
  public static final ClaimField<CriticalIllnessPlan, Money> DISPOSABLE_INCOME_PER_HEAD = FIELDS.optional(
      "disposableIncomePerHead", ValueType.AMOUNT, CriticalIllnessPlan::disposableIncomePerHead,
      Label.of(Message.of("claim.disposable-income-per-head-yuan"))
          .help(Message.of("claim.in-guangxi-instead-of-the-deductible")).column("planDisposableIncomePerHead"));

  /** Rates by cost. */
  public static final ClaimField<CriticalIllnessPlan, List<Tier>> TIERS = FIELDS.required("tiers",
      ValueType.listOf(TIER.type(), 1, 20), CriticalIllnessPlan::tiers,
      Label.of(Message.of("claim.rates-by-cost")).help(Message.of("claim.rising-from-0")).column("planTiers"));

  /** Cap. */
  public static final ClaimField<CriticalIllnessPlan, Money> CAP = FIELDS.optional("cap", ValueType.AMOUNT,
      CriticalIllnessPlan::cap,
      Label.of(Message.of("claim.cap-yuan")).help(Message.of("claim.empty-for-none")).column("planCap"));

  /** The plan. */
  public static final FieldSet<CriticalIllnessPlan> SET = FIELDS.build(
      values -> new CriticalIllnessPlan(values.get(DEDUCTIBLE), values.get(DISPOSABLE_INCOME_PER_HEAD),
          List.copyOf(values.get(TIERS)), values.get(CAP)),
      PlanFields::check);

  private PlanFields() {}

  private static void check(FieldValues values, ViolationCollector objections) {
    if (values.has(DEDUCTIBLE) == values.has(DISPOSABLE_INCOME_PER_HEAD)) {
      objections.add("", Message.of("claim.exactly-one-of-deductible-and-disposableincomeperhead"));
    }
    List<Tier> tiers = values.get(TIERS);
    if (!tiers.get(0).above().isZero()) {
      objections.add("/tiers/0/above", Message.of("claim.the-first-tier-begins-at-0"));
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (!tiers.get(i).above().exceeds(tiers.get(i - 1).above())) {
        objections.add("/tiers/" + i + "/above", Message.of("claim.tiers-rise"));
      }
    }
  }
}
