package cn.tuodi.claim.field;

import cn.tuodi.claim.Costs;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.money.Money;

/** What is stated of a bill. */
public final class CostsFields {

  private static final FieldSet.Builder<Costs> FIELDS = new FieldSet.Builder<>("Costs");

  /** Everything billed. */
  public static final ClaimField<Costs, Money> TOTAL =
      FIELDS.required("total", ValueType.AMOUNT, Costs::total, Label.of("总费用", "Total"));

  /** Within the payment scope of basic insurance. */
  public static final ClaimField<Costs, Money> POLICY_SCOPE =
      FIELDS.required("policyScope", ValueType.AMOUNT, Costs::policyScope,
          Label.of("政策范围内", "Within policy scope"));

  /** Advance share of class B. */
  public static final ClaimField<Costs, Money> ADVANCE =
      FIELDS.required("advance", ValueType.AMOUNT, Costs::advance, Label.of("乙类先行自付", "Advance share, class B"));

  /** Above price limits. */
  public static final ClaimField<Costs, Money> OVER_LIMIT =
      FIELDS.required("overLimit", ValueType.AMOUNT, Costs::overLimit, Label.of("超限价自付", "Above price limits"));

  /** Outside the catalogues. */
  public static final ClaimField<Costs, Money> SELF_PAID =
      FIELDS.required("selfPaid", ValueType.AMOUNT, Costs::selfPaid, Label.of("目录外全自费", "Outside the catalogues"));

  /** Out-of-catalogue cost approved as a special case. */
  public static final ClaimField<Costs, Boolean> CATALOGUES_EXCEPTION_APPROVED = FIELDS.optional(
      "cataloguesExceptionApproved", ValueType.YES_NO, false, Costs::cataloguesExceptionApproved,
      Label.of("目录外费用已作特殊病例审批", "Out-of-catalogue cost approved as a special case"));

  /** The bill. */
  public static final FieldSet<Costs> SET = FIELDS.build(values -> new Costs(values.get(TOTAL),
      values.get(POLICY_SCOPE), values.get(ADVANCE), values.get(OVER_LIMIT), values.get(SELF_PAID),
      values.get(CATALOGUES_EXCEPTION_APPROVED)));

  private CostsFields() {}
}
