package cn.tuodi.claim.field;

import cn.tuodi.claim.Costs;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;

/** What is stated of a bill. */
public final class CostsFields {

  private static final FieldSet.Builder<Costs> FIELDS = new FieldSet.Builder<>("Costs");

  /** Everything billed. */
  public static final ClaimField<Costs, Money> TOTAL =
      FIELDS.required("total", ValueType.AMOUNT, Costs::total, Label.of(Message.of("claim.total")));

  /** Within the payment scope of basic insurance. */
  public static final ClaimField<Costs, Money> POLICY_SCOPE =
      FIELDS.required("policyScope", ValueType.AMOUNT, Costs::policyScope,
          Label.of(Message.of("claim.within-policy-scope")));

  /** Advance share of class B. */
  public static final ClaimField<Costs, Money> ADVANCE =
      FIELDS.required("advance", ValueType.AMOUNT, Costs::advance, Label.of(Message.of("claim.advance-share-class-b")));

  /** Above price limits. */
  public static final ClaimField<Costs, Money> OVER_LIMIT =
      FIELDS.required("overLimit", ValueType.AMOUNT, Costs::overLimit,
          Label.of(Message.of("claim.above-price-limits")));

  /** Outside the catalogues. */
  public static final ClaimField<Costs, Money> SELF_PAID =
      FIELDS.required("selfPaid", ValueType.AMOUNT, Costs::selfPaid,
          Label.of(Message.of("claim.outside-the-catalogues")));

  /** Out-of-catalogue cost approved as a special case. */
  public static final ClaimField<Costs, Boolean> CATALOGUES_EXCEPTION_APPROVED = FIELDS.optional(
      "cataloguesExceptionApproved", ValueType.YES_NO, false, Costs::cataloguesExceptionApproved,
      Label.of(Message.of("claim.out-of-catalogue-cost-approved-as")));

  /** The bill. */
  public static final FieldSet<Costs> SET = FIELDS.build(values -> new Costs(values.get(TOTAL),
      values.get(POLICY_SCOPE), values.get(ADVANCE), values.get(OVER_LIMIT), values.get(SELF_PAID),
      values.get(CATALOGUES_EXCEPTION_APPROVED)));

  private CostsFields() {}
}
