package cn.tuodi.edition.worked;

import cn.tuodi.claim.Care;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Condition;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.CriticalIllnessPlan.Tier;
import cn.tuodi.claim.Disability;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.claim.Scheme;
import cn.tuodi.claim.field.CareFields;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.DisabilityFields;
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.claim.field.PlanFields;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.CaseLayout.IdentityColumns;
import cn.tuodi.table.CaseLayout.TierColumns;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The claim that a row of the sheet of worked cases states; what it leaves out is as in any claim that leaves it out. */
final class BillFacts {

  private static final String CLAIM_ID = "CASE";

  private final Sheet sheet;
  private final String areaCode;

  BillFacts(Sheet sheet, String areaCode) {
    this.sheet = sheet;
    this.areaCode = areaCode;
  }

  Claim claim(Row row) {
    String region = value(row, CaseLayout.REGION, String.class);
    return ClaimFields.SET.stating().with(ClaimFields.CLAIM_ID, CLAIM_ID)
        .with(ClaimFields.REGION, region == null ? areaCode : region)
        .with(ClaimFields.SERVICE_DATE, day(row)).with(ClaimFields.PERSON, person(row))
        .with(ClaimFields.CARE, care(row)).with(ClaimFields.COSTS, costs(row))
        .with(ClaimFields.PAYMENTS, payments(row)).with(ClaimFields.PLAN, plan(row)).facts();
  }

  private LocalDate day(Row row) {
    return value(row, CaseLayout.DAY, LocalDate.class);
  }

  private Person person(Row row) {
    Integer age = value(row, CaseLayout.AGE, Integer.class);
    List<Identity> identities = new ArrayList<>();
    for (IdentityColumns columns : CaseLayout.IDENTITIES) {
      IdentityType type = value(row, columns.type(), IdentityType.class);
      if (type != null) {
        identities.add(identity(row, type, columns));
      }
    }
    return PersonFields.SET.stating().with(PersonFields.BIRTH_DATE, age == null ? null : day(row).minusYears(age))
        .with(PersonFields.SCHEME, value(row, CaseLayout.SCHEME, Scheme.class))
        .with(PersonFields.ENROLMENT, value(row, CaseLayout.ENROLMENT, Enrolment.class))
        .with(PersonFields.LOCAL_HUKOU, value(row, CaseLayout.LOCAL_HUKOU, Boolean.class))
        .with(PersonFields.RURAL, value(row, CaseLayout.RURAL, Boolean.class))
        .with(PersonFields.ENROLLED_YEARS, value(row, CaseLayout.ENROLLED_YEARS, Integer.class))
        .with(PersonFields.IDENTITIES, identities).with(PersonFields.DISABILITY, disability(row)).facts();
  }

  private Identity identity(Row row, IdentityType type, IdentityColumns columns) {
    LocalDate recognised = value(row, columns.recognisedOn(), LocalDate.class);
    return IdentityFields.SET.stating().with(IdentityFields.TYPE, type)
        .with(IdentityFields.RECOGNISED_ON, recognised == null ? day(row).minusYears(1) : recognised)
        .with(IdentityFields.ENDED_ON, value(row, columns.endedOn(), LocalDate.class))
        .with(IdentityFields.APPLIED_ON, value(row, columns.appliedOn(), LocalDate.class))
        .with(IdentityFields.ASSIGNED_CLASS, value(row, columns.assignedClass(), Integer.class)).facts();
  }

  private Disability disability(Row row) {
    Integer grade = value(row, CaseLayout.DISABILITY_GRADE, Integer.class);
    DisabilityKind kind = value(row, CaseLayout.DISABILITY_KIND, DisabilityKind.class);
    return grade == null || kind == null ? null
        : DisabilityFields.SET.stating().with(DisabilityFields.GRADE, grade).with(DisabilityFields.KIND, kind).facts();
  }

  private Care care(Row row) {
    return CareFields.SET.stating().with(CareFields.TYPE, value(row, CaseLayout.CARE, CareType.class))
        .with(CareFields.CONDITION, value(row, CaseLayout.CONDITION, Condition.class))
        .with(CareFields.DESIGNATED, value(row, CaseLayout.DESIGNATED, Boolean.class))
        .with(CareFields.PLACE, value(row, CaseLayout.PLACE, Place.class))
        .with(CareFields.REFERRAL, value(row, CaseLayout.REFERRAL, Referral.class))
        .with(CareFields.EMERGENCY, value(row, CaseLayout.EMERGENCY, Boolean.class))
        .with(CareFields.PRIMARY_CARE_REFERRAL, value(row, CaseLayout.PRIMARY_CARE_REFERRAL, Boolean.class))
        .with(CareFields.ADMITTED_ON, value(row, CaseLayout.ADMITTED_ON, LocalDate.class))
        .with(CareFields.INSTITUTION_LEVEL, value(row, CaseLayout.LEVEL, Integer.class)).facts();
  }

  private Costs costs(Row row) {
    Money scope = value(row, CaseLayout.POLICY_SCOPE, Money.class);
    Money advance = amount(row, CaseLayout.ADVANCE);
    Money overLimit = amount(row, CaseLayout.OVER_LIMIT);
    Money selfPaid = amount(row, CaseLayout.SELF_PAID);
    Money total = value(row, CaseLayout.TOTAL, Money.class);
    return CostsFields.SET.stating()
        .with(CostsFields.TOTAL, total == null ? scope.plus(advance).plus(overLimit).plus(selfPaid) : total)
        .with(CostsFields.POLICY_SCOPE, scope).with(CostsFields.ADVANCE, advance)
        .with(CostsFields.OVER_LIMIT, overLimit).with(CostsFields.SELF_PAID, selfPaid)
        .with(CostsFields.CATALOGUES_EXCEPTION_APPROVED, value(row, CaseLayout.EXCEPTION_APPROVED, Boolean.class))
        .facts();
  }

  private Money amount(Row row, Column column) {
    Money amount = value(row, column, Money.class);
    return amount == null ? Money.ZERO : amount;
  }

  private Payments payments(Row row) {
    return PaymentsFields.SET.stating()
        .with(PaymentsFields.BASIC_INSURANCE, value(row, CaseLayout.BASIC_INSURANCE, Money.class))
        .with(PaymentsFields.CRITICAL_ILLNESS, value(row, CaseLayout.CRITICAL_ILLNESS, Money.class))
        .with(PaymentsFields.EMPLOYEE_SUPPLEMENT, value(row, CaseLayout.EMPLOYEE_SUPPLEMENT, Money.class))
        .with(PaymentsFields.OTHER_INSURANCE, value(row, CaseLayout.OTHER_INSURANCE, Money.class)).facts();
  }

  private CriticalIllnessPlan plan(Row row) {
    List<Tier> tiers = new ArrayList<>();
    for (TierColumns columns : CaseLayout.PLAN_TIERS) {
      Rate rate = value(row, columns.rate(), Rate.class);
      if (rate != null) {
        Money above = columns.above() == null ? Money.ZERO : amount(row, columns.above());
        tiers.add(PlanFields.TIER.stating().with(PlanFields.ABOVE, above).with(PlanFields.RATE, rate).facts());
      }
    }
    return tiers.isEmpty() ? null
        : PlanFields.SET.stating().with(PlanFields.DEDUCTIBLE, value(row, CaseLayout.PLAN_DEDUCTIBLE, Money.class))
            .with(PlanFields.DISPOSABLE_INCOME_PER_HEAD, value(row, CaseLayout.PLAN_INCOME, Money.class))
            .with(PlanFields.TIERS, tiers).with(PlanFields.CAP, value(row, CaseLayout.PLAN_CAP, Money.class)).facts();
  }

  private <T> T value(Row row, Column column, Class<T> type) {
    return type.cast(sheet.value(row, column.heading()));
  }
}
