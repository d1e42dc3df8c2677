package cn.tuodi.claim.field;

import cn.tuodi.claim.Payments;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;

/** What is stated of the payments of insurance. */
public final class PaymentsFields {

  private static final FieldSet.Builder<Payments> FIELDS = new FieldSet.Builder<>("Payments");

  /** Basic insurance. */
  public static final ClaimField<Payments, Money> BASIC_INSURANCE =
      FIELDS.required("basicInsurance", ValueType.AMOUNT, Payments::basicInsurance,
          Label.of(Message.of("claim.basic-insurance")));

  /** Critical-illness insurance. */
  public static final ClaimField<Payments, Money> CRITICAL_ILLNESS = FIELDS.optional("criticalIllness",
      ValueType.AMOUNT, Payments::criticalIllness, Label.of(Message.of("claim.critical-illness-insurance")).help(
          Message.of("claim.where-not-settled-leave-empty-and")));

  /** Employees' supplement. */
  public static final ClaimField<Payments, Money> EMPLOYEE_SUPPLEMENT = FIELDS.optional("employeeSupplement",
      ValueType.AMOUNT, Money.ZERO, Payments::employeeSupplement, Label.of(Message.of("claim.employees-supplement")));

  /** Other insurance. */
  public static final ClaimField<Payments, Money> OTHER_INSURANCE = FIELDS.optional("otherInsurance",
      ValueType.AMOUNT, Money.ZERO, Payments::otherInsurance, Label.of(Message.of("claim.other-insurance")));

  /** The payments. */
  public static final FieldSet<Payments> SET = FIELDS.build(values -> new Payments(values.get(BASIC_INSURANCE),
      values.get(CRITICAL_ILLNESS), values.get(EMPLOYEE_SUPPLEMENT), values.get(OTHER_INSURANCE)));

  private PaymentsFields() {}
}
