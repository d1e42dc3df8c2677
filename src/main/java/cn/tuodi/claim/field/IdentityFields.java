package cn.tuodi.claim.field;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.FieldValues;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.field.ViolationCollector;
import java.time.LocalDate;

/** What is stated of one recognition of a person. */
public final class IdentityFields {

  private static final FieldSet.Builder<Identity> FIELDS = new FieldSet.Builder<>("Identity");

  /** What the person is recognised as. */
  public static final ClaimField<Identity, IdentityType> TYPE = FIELDS.required("type",
      ValueType.oneOf(IdentityType.class, IdentityType::label), Identity::type, Label.of("认定身份", "Recognised as"));

  /** Day of recognition. */
  public static final ClaimField<Identity, LocalDate> RECOGNISED_ON = FIELDS.required("recognisedOn", ValueType.DATE,
      Identity::recognisedOn, Label.of("认定日期", "Recognised on"));

  /** Last day it holds. */
  public static final ClaimField<Identity, LocalDate> ENDED_ON = FIELDS.optional("endedOn", ValueType.DATE,
      Identity::endedOn, Label.of("退出日期", "Ended on").help("当日仍有效；未退出则不填", "last day it holds; empty while it holds"));

  /** Day it was applied for. */
  public static final ClaimField<Identity, LocalDate> APPLIED_ON = FIELDS.optional("appliedOn", ValueType.DATE,
      Identity::appliedOn, Label.of("申请日期", "Applied for on").help("因病致贫往前追溯时用", "for recognition that reaches back"));

  /** Class that a county assigned. */
  public static final ClaimField<Identity, Integer> ASSIGNED_CLASS = FIELDS.optional("assignedClass",
      ValueType.count(1, 4), identity -> identity.assignedClass() == 0 ? null : identity.assignedClass(),
      Label.of("县级认定类别", "Class assigned").help("1 至 4，仅用于其他特殊困难人员", "1 to 4, only where designated by the county"));

  /** The recognition. */
  public static final FieldSet<Identity> SET = FIELDS.build(
      values -> new Identity(values.get(TYPE), values.get(RECOGNISED_ON), values.get(ENDED_ON), values.get(APPLIED_ON),
          values.get(ASSIGNED_CLASS, 0)),
      IdentityFields::check);

  private IdentityFields() {}

  private static void check(FieldValues values, ViolationCollector objections) {
    if (values.has(ASSIGNED_CLASS) && values.get(TYPE) != IdentityType.COUNTY_DESIGNATED) {
      objections.add("/assignedClass", "只有 COUNTY_DESIGNATED 可以有认定类别",
          "only COUNTY_DESIGNATED has an assigned class");
    }
    if (values.has(ENDED_ON) && values.get(ENDED_ON).isBefore(values.get(RECOGNISED_ON))) {
      objections.add("/endedOn", "退出日期早于认定日期", "is before recognisedOn");
    }
  }
}
