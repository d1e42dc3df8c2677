package cn.tuodi.claim.field;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.FieldValues;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.field.ViolationCollector;
import cn.tuodi.language.Message;
import java.time.LocalDate;

/** What is stated of one recognition of a person. */
public final class IdentityFields {

  private static final FieldSet.Builder<Identity> FIELDS = new FieldSet.Builder<>("Identity");

  /** What the person is recognised as. */
  public static final ClaimField<Identity, IdentityType> TYPE = FIELDS.required("type",
      ValueType.oneOf(IdentityType.class, IdentityType::label), Identity::type,
      Label.of(Message.of("claim.recognised-as")));

  /** Day of recognition. */
  public static final ClaimField<Identity, LocalDate> RECOGNISED_ON = FIELDS.required("recognisedOn", ValueType.DATE,
      Identity::recognisedOn, Label.of(Message.of("claim.recognised-on")));

  /** Last day it holds. */
  public static final ClaimField<Identity, LocalDate> ENDED_ON = FIELDS.optional("endedOn", ValueType.DATE,
      Identity::endedOn,
      Label.of(Message.of("claim.ended-on")).help(Message.of("claim.last-day-it-holds-empty-while")));

  /** Day it was applied for. */
  public static final ClaimField<Identity, LocalDate> APPLIED_ON = FIELDS.optional("appliedOn", ValueType.DATE,
      Identity::appliedOn,
      Label.of(Message.of("claim.applied-for-on")).help(Message.of("claim.for-recognition-that-reaches-back")));

  /** Class that a county assigned. */
  public static final ClaimField<Identity, Integer> ASSIGNED_CLASS = FIELDS.optional("assignedClass",
      ValueType.count(1, 4), identity -> identity.assignedClass() == 0 ? null : identity.assignedClass(),
      Label.of(Message.of("claim.class-assigned")).help(Message.of("claim.1-to-4-only-where-designated")));

  /** Group of the place. */
  public static final ClaimField<Identity, String> CODE = FIELDS.optional("code", ValueType.text(20), Identity::code,
      Label.of(Message.of("claim.code-of-the-identity")).help(Message.of("claim.only-where-the-policy-names-it")));

  /** The recognition. */
  public static final FieldSet<Identity> SET = FIELDS.build(
      values -> new Identity(values.get(TYPE), values.get(RECOGNISED_ON), values.get(ENDED_ON), values.get(APPLIED_ON),
          values.get(ASSIGNED_CLASS, 0), values.get(CODE)),
      IdentityFields::check);

  private IdentityFields() {}

  private static void check(FieldValues values, ViolationCollector objections) {
    if (values.has(ASSIGNED_CLASS) && values.get(TYPE) != IdentityType.COUNTY_DESIGNATED) {
      objections.add("/assignedClass", Message.of("claim.only-county-designated-has-an-assigned"));
    }
    if (values.has(ENDED_ON) && values.get(ENDED_ON).isBefore(values.get(RECOGNISED_ON))) {
      objections.add("/endedOn", Message.of("claim.is-before-recognisedon"));
    }
  }
}
