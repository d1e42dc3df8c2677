package cn.tuodi.claim.field;

import cn.tuodi.claim.Care;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Condition;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import java.time.LocalDate;

/** What is stated of the care. */
public final class CareFields {

  private static final FieldSet.Builder<Care> FIELDS = new FieldSet.Builder<>("Care");

  /** Kind of care. */
  public static final ClaimField<Care, CareType> TYPE = FIELDS.required("type",
      ValueType.oneOf(CareType.class, CareType::label), Care::type,
      Label.of(Message.of("claim.kind-of-care")).column("careType"));

  /** Disease. */
  public static final ClaimField<Care, Condition> CONDITION = FIELDS.optional("condition",
      ValueType.oneOf(Condition.class, Condition::label), Condition.NONE, Care::condition,
      Label.of(Message.of("claim.disease")));

  /** At a designated institution. */
  public static final ClaimField<Care, Boolean> DESIGNATED = FIELDS.optional("designated", ValueType.YES_NO, true,
      Care::designated, Label.of(Message.of("claim.designated-institution")));

  /** Where the institution is. */
  public static final ClaimField<Care, Place> PLACE = FIELDS.optional("place",
      ValueType.oneOf(Place.class, Place::label), Place.POOLING_AREA, Care::place,
      Label.of(Message.of("claim.where-the-institution-is")));

  /** Referral or filing. */
  public static final ClaimField<Care, Referral> REFERRAL = FIELDS.optional("referral",
      ValueType.oneOf(Referral.class, Referral::label), Referral.NOT_REQUIRED, Care::referral,
      Label.of(Message.of("claim.referral-or-filing")).help(Message.of("claim.missing-for-personal-reasons")));

  /** Emergency care. */
  public static final ClaimField<Care, Boolean> EMERGENCY =
      FIELDS.optional("emergency", ValueType.YES_NO, false, Care::emergency, Label.of(Message.of("claim.emergency")));

  /** Referred on from primary care. */
  public static final ClaimField<Care, Boolean> PRIMARY_CARE_REFERRAL = FIELDS.optional("primaryCareReferral",
      ValueType.YES_NO, false, Care::primaryCareReferral, Label.of(Message.of("claim.referred-on-from-primary-care")));

  /** First day of a stay. */
  public static final ClaimField<Care, LocalDate> ADMITTED_ON = FIELDS.optional("admittedOn", ValueType.DATE,
      Care::admittedOn, Label.of(Message.of("claim.admitted-on")).help(Message.of("claim.of-a-stay-may-be-left")));

  /** Level of the institution. */
  public static final ClaimField<Care, Integer> INSTITUTION_LEVEL = FIELDS.optional("institutionLevel",
      ValueType.count(1, 3), Care::institutionLevel,
      Label.of(Message.of("claim.level-of-the-institution")).help(Message.of("claim.needed-where-the-policy-asks")));

  /** The care. */
  public static final FieldSet<Care> SET = FIELDS.build(values -> new Care(values.get(TYPE), values.get(CONDITION),
      values.get(DESIGNATED), values.get(PLACE), values.get(REFERRAL), values.get(EMERGENCY),
      values.get(PRIMARY_CARE_REFERRAL), values.get(ADMITTED_ON), values.get(INSTITUTION_LEVEL)));

  private CareFields() {}
}
