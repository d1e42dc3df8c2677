package cn.tuodi.claim.field;

import cn.tuodi.claim.Care;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.FieldValues;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import java.time.LocalDate;

/** What a claim states. */
public final class ClaimFields {

  private static final FieldSet.Builder<Claim> FIELDS = new FieldSet.Builder<>("Claim");

  /** Id of the caller. */
  public static final ClaimField<Claim, String> CLAIM_ID =
      FIELDS.required("claimId", ValueType.claimId(64), Claim::claimId, Label.of(Message.of("claim.claim-id")));

  /** Pooling area that covers the person. */
  public static final ClaimField<Claim, String> REGION =
      FIELDS.required("region", ValueType.AREA, Claim::region, Label.of(Message.of("claim.area-of-enrolment")).help(
          Message.of("claim.code-of-the-pooling-area-gb")));

  /** Discharge or visit date. */
  public static final ClaimField<Claim, LocalDate> SERVICE_DATE = FIELDS.required("serviceDate", ValueType.DATE,
      Claim::serviceDate, Label.of(Message.of("claim.discharge-or-visit-date")));

  /** Day insurance settled. */
  public static final ClaimField<Claim, LocalDate> SETTLED_ON = FIELDS.optional("settledOn", ValueType.DATE,
      Claim::settledOn, Label.of(Message.of("claim.insurance-settled-on")).help(Message.of("claim.may-be-left-out")));

  /** The person. */
  public static final ClaimField<Claim, Person> PERSON =
      FIELDS.required("person", PersonFields.SET.type(), Claim::person, Label.of(Message.of("claim.the-person")));

  /** The care. */
  public static final ClaimField<Claim, Care> CARE =
      FIELDS.required("care", CareFields.SET.type(), Claim::care, Label.of(Message.of("claim.the-care")));

  /** What it cost. */
  public static final ClaimField<Claim, Costs> COSTS =
      FIELDS.required("costs", CostsFields.SET.type(), Claim::costs, Label.of(Message.of("claim.cost")));

  /** What insurance paid. */
  public static final ClaimField<Claim, Payments> PAYMENTS =
      FIELDS.required("payments", PaymentsFields.SET.type(), Claim::payments,
          Label.of(Message.of("claim.paid-already")));

  /** Base schedule of critical-illness insurance. */
  public static final ClaimField<Claim, CriticalIllnessPlan> PLAN =
      FIELDS.optional("criticalIllnessPlan", PlanFields.SET.type(), Claim::plan,
          Label.of(Message.of("claim.critical-illness-plan")).help(Message.of("claim.the-local-base-schedule")));

  /** What had accumulated before. */
  public static final ClaimField<Claim, YearToDate> YEAR_TO_DATE = FIELDS.optional("yearToDate",
      YearFields.SET.type(), claim -> claim.yearToDateStated() ? claim.yearToDate() : null,
      Label.of(Message.of("claim.year-to-date")).help(Message.of("claim.as-the-years-previous-decision-returned")));

  /** The claim. */
  public static final FieldSet<Claim> SET = FIELDS.build(ClaimFields::claim, (values, objections) -> {
    LocalDate day = values.get(SERVICE_DATE);
    LocalDate birth = values.get(PERSON).birthDate();
    if (birth != null && birth.isAfter(day)) {
      objections.add("/person/birthDate", Message.of("claim.is-after", day));
    }
    LocalDate admitted = values.get(CARE).admittedOn();
    if (admitted != null && admitted.isAfter(day)) {
      objections.add("/care/admittedOn", Message.of("claim.is-after-servicedate"));
    }
    if (values.has(SETTLED_ON) && values.get(SETTLED_ON).isBefore(day)) {
      objections.add("/settledOn", Message.of("claim.is-before-servicedate"));
    }
  });

  private ClaimFields() {}

  private static Claim claim(FieldValues values) {
    LocalDate day = values.get(SERVICE_DATE);
    return new Claim(values.get(CLAIM_ID), values.get(REGION), day, values.get(SETTLED_ON), values.get(PERSON),
        values.get(CARE), values.get(COSTS), values.get(PAYMENTS), values.get(PLAN),
        values.get(YEAR_TO_DATE, YearToDate.startOf(day.getYear())), values.has(YEAR_TO_DATE));
  }
}
