package cn.tuodi.claim.field;

import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.CriticalIllnessPlan.Tier;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.FieldValues;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.field.ViolationCollector;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.util.List;

/** What is stated of the base schedule of critical-illness insurance. */
public final class PlanFields {

  private static final FieldSet.Builder<Tier> TIER_FIELDS = new FieldSet.Builder<>("CriticalIllnessTier");

  /** Lower edge above the deductible. */
  public static final ClaimField<Tier, Money> ABOVE = TIER_FIELDS.required("above", ValueType.AMOUNT, Tier::above,
      Label.of("起付线以上，自（元）", "Above deductible from (yuan)"));

  /** Rate of payment. */
  public static final ClaimField<Tier, Rate> RATE =
      TIER_FIELDS.required("rate", ValueType.RATE, Tier::rate, Label.of("报销比例", "Rate"));

  /** A tier. */
  public static final FieldSet<Tier> TIER = TIER_FIELDS.build(values -> new Tier(values.get(ABOVE), values.get(RATE)));

  private static final FieldSet.Builder<CriticalIllnessPlan> FIELDS = new FieldSet.Builder<>("CriticalIllnessPlan");

  /** Deductible. */
  public static final ClaimField<CriticalIllnessPlan, Money> DEDUCTIBLE = FIELDS.optional("deductible",
      ValueType.AMOUNT, CriticalIllnessPlan::deductible,
      Label.of("起付线（元）", "Deductible (yuan)").column("planDeductible"));

  /** Disposable income per head. */
  public static final ClaimField<CriticalIllnessPlan, Money> DISPOSABLE_INCOME_PER_HEAD = FIELDS.optional(
      "disposableIncomePerHead", ValueType.AMOUNT, CriticalIllnessPlan::disposableIncomePerHead,
      Label.of("人均可支配收入（元）", "Disposable income per head (yuan)").help("广西可代替起付线",
          "in Guangxi instead of the deductible").column("planDisposableIncomePerHead"));

  /** Rates by cost. */
  public static final ClaimField<CriticalIllnessPlan, List<Tier>> TIERS = FIELDS.required("tiers",
      ValueType.listOf(TIER.type(), 1, 20), CriticalIllnessPlan::tiers,
      Label.of("分段报销比例", "Rates by cost").help("自 0 起递增", "rising from 0").column("planTiers"));

  /** Cap. */
  public static final ClaimField<CriticalIllnessPlan, Money> CAP = FIELDS.optional("cap", ValueType.AMOUNT,
      CriticalIllnessPlan::cap, Label.of("封顶线（元）", "Cap (yuan)").help("不封顶则不填", "empty for none").column("planCap"));

  /** The plan. */
  public static final FieldSet<CriticalIllnessPlan> SET = FIELDS.build(
      values -> new CriticalIllnessPlan(values.get(DEDUCTIBLE), values.get(DISPOSABLE_INCOME_PER_HEAD),
          List.copyOf(values.get(TIERS)), values.get(CAP)),
      PlanFields::check);

  private PlanFields() {}

  private static void check(FieldValues values, ViolationCollector objections) {
    if (values.has(DEDUCTIBLE) == values.has(DISPOSABLE_INCOME_PER_HEAD)) {
      objections.add("", "deductible 与 disposableIncomePerHead 应恰有一个",
          "exactly one of deductible and disposableIncomePerHead is needed");
    }
    List<Tier> tiers = values.get(TIERS);
    if (!tiers.get(0).above().isZero()) {
      objections.add("/tiers/0/above", "第一段应从 0 起", "the first tier begins at 0");
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (!tiers.get(i).above().exceeds(tiers.get(i - 1).above())) {
        objections.add("/tiers/" + i + "/above", "各段起点应递增", "tiers rise");
      }
    }
  }
}
