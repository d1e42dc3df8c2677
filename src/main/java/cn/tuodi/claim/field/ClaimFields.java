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
import java.time.LocalDate;

/** What a claim states. */
public final class ClaimFields {

  private static final FieldSet.Builder<Claim> FIELDS = new FieldSet.Builder<>("Claim");

  /** Id of the caller. */
  public static final ClaimField<Claim, String> CLAIM_ID =
      FIELDS.required("claimId", ValueType.claimId(64), Claim::claimId, Label.of("单据编号", "Claim id"));

  /** Pooling area that covers the person. */
  public static final ClaimField<Claim, String> REGION =
      FIELDS.required("region", ValueType.AREA, Claim::region, Label.of("参保地区", "Area of enrolment").help(
          "统筹地区的六位行政区划代码，GB/T 2260", "code of the pooling area, GB/T 2260"));

  /** Discharge or visit date. */
  public static final ClaimField<Claim, LocalDate> SERVICE_DATE = FIELDS.required("serviceDate", ValueType.DATE,
      Claim::serviceDate, Label.of("出院或就诊日期", "Discharge or visit date"));

  /** Day insurance settled. */
  public static final ClaimField<Claim, LocalDate> SETTLED_ON = FIELDS.optional("settledOn", ValueType.DATE,
      Claim::settledOn, Label.of("保险结算日期", "Insurance settled on").help("可不填", "may be left out"));

  /** The person. */
  public static final ClaimField<Claim, Person> PERSON =
      FIELDS.required("person", PersonFields.SET.type(), Claim::person, Label.of("人员", "The person"));

  /** The care. */
  public static final ClaimField<Claim, Care> CARE =
      FIELDS.required("care", CareFields.SET.type(), Claim::care, Label.of("就医", "The care"));

  /** What it cost. */
  public static final ClaimField<Claim, Costs> COSTS =
      FIELDS.required("costs", CostsFields.SET.type(), Claim::costs, Label.of("费用", "Cost"));

  /** What insurance paid. */
  public static final ClaimField<Claim, Payments> PAYMENTS =
      FIELDS.required("payments", PaymentsFields.SET.type(), Claim::payments, Label.of("已付", "Paid already"));

  /** Base schedule of critical-illness insurance. */
  public static final ClaimField<Claim, CriticalIllnessPlan> PLAN =
      FIELDS.optional("criticalIllnessPlan", PlanFields.SET.type(), Claim::plan,
          Label.of("大病保险方案", "Critical-illness plan").help("当地的基础方案", "the local base schedule"));

  /** What had accumulated before. */
  public static final ClaimField<Claim, YearToDate> YEAR_TO_DATE = FIELDS.optional("yearToDate",
      YearFields.SET.type(), claim -> claim.yearToDateStated() ? claim.yearToDate() : null,
      Label.of("本年度累计", "Year to date").help("取自本年度上一份核定结果", "as the year's previous decision returned it"));

  /** The claim. */
  public static final FieldSet<Claim> SET = FIELDS.build(ClaimFields::claim, (values, objections) -> {
    LocalDate day = values.get(SERVICE_DATE);
    LocalDate birth = values.get(PERSON).birthDate();
    if (birth != null && birth.isAfter(day)) {
      objections.add("/person/birthDate", "出生日期晚于 " + day, "is after " + day);
    }
    if (values.has(SETTLED_ON) && values.get(SETTLED_ON).isBefore(day)) {
      objections.add("/settledOn", "早于 serviceDate", "is before serviceDate");
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
