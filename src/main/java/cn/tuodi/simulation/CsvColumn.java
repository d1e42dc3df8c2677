package cn.tuodi.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A column of a CSV portfolio, by the field of a claim that it states. */
enum CsvColumn {
  CLAIM_ID("claimId", "/claimId", Kind.ID, true),
  REGION("region", "/region", Kind.TEXT, true),
  SERVICE_DATE("serviceDate", "/serviceDate", Kind.DATE, true),
  SETTLED_ON("settledOn", "/settledOn", Kind.DATE, false),
  PERSON_ID("personId", "/person/personId", Kind.ID, false),
  BIRTH_DATE("birthDate", "/person/birthDate", Kind.DATE, false),
  SCHEME("scheme", "/person/scheme", Kind.TEXT, false),
  ENROLMENT("enrolment", "/person/enrolment", Kind.TEXT, false),
  LOCAL_HUKOU("localHukou", "/person/localHukou", Kind.YES_NO, false),
  RURAL("rural", "/person/rural", Kind.YES_NO, false),
  IDENTITIES("identities", "/person/identities", Kind.IDENTITIES, false),
  DISABILITY_GRADE("disabilityGrade", "/person/disability/grade", Kind.NUMBER, false),
  DISABILITY_KIND("disabilityKind", "/person/disability/kind", Kind.TEXT, false),
  CARE_TYPE("careType", "/care/type", Kind.TEXT, true),
  CONDITION("condition", "/care/condition", Kind.TEXT, false),
  DESIGNATED("designated", "/care/designated", Kind.YES_NO, false),
  PLACE("place", "/care/place", Kind.TEXT, false),
  REFERRAL("referral", "/care/referral", Kind.TEXT, false),
  EMERGENCY("emergency", "/care/emergency", Kind.YES_NO, false),
  PRIMARY_CARE_REFERRAL("primaryCareReferral", "/care/primaryCareReferral", Kind.YES_NO, false),
  TOTAL("total", "/costs/total", Kind.NUMBER, true),
  POLICY_SCOPE("policyScope", "/costs/policyScope", Kind.NUMBER, true),
  ADVANCE("advance", "/costs/advance", Kind.NUMBER, true),
  OVER_LIMIT("overLimit", "/costs/overLimit", Kind.NUMBER, true),
  SELF_PAID("selfPaid", "/costs/selfPaid", Kind.NUMBER, true),
  CATALOGUES_EXCEPTION("cataloguesExceptionApproved", "/costs/cataloguesExceptionApproved", Kind.YES_NO, false),
  BASIC_INSURANCE("basicInsurance", "/payments/basicInsurance", Kind.NUMBER, true),
  CRITICAL_ILLNESS("criticalIllness", "/payments/criticalIllness", Kind.NUMBER, false),
  EMPLOYEE_SUPPLEMENT("employeeSupplement", "/payments/employeeSupplement", Kind.NUMBER, false),
  OTHER_INSURANCE("otherInsurance", "/payments/otherInsurance", Kind.NUMBER, false),
  PLAN_DEDUCTIBLE("planDeductible", "/criticalIllnessPlan/deductible", Kind.NUMBER, false),
  PLAN_INCOME("planDisposableIncomePerHead", "/criticalIllnessPlan/disposableIncomePerHead", Kind.NUMBER, false),
  PLAN_TIERS("planTiers", "/criticalIllnessPlan/tiers", Kind.TIERS, false),
  PLAN_CAP("planCap", "/criticalIllnessPlan/cap", Kind.NUMBER, false);

  /** How a cell is written. */
  enum Kind {
    TEXT,
    /** Text that a spreadsheet must not have taken for a number. */
    ID,
    NUMBER,
    YES_NO,
    /** 2022-05-18, or 2022/5/18, 2022-5-18, 2022.5.18, 2022年5月18日 and 20220518 as spreadsheets write it. */
    DATE,
    /** {@code MINIMUM_LIVING:2021-01-10}, with the last day after another colon; several separated by semicolons. */
    IDENTITIES,
    /** {@code 0:0.60;50000:0.65}: lower edges above the deductible, with rates. */
    TIERS
  }

  private static final int LONGEST = 30;

  private final String heading;
  private final String pointer;
  private final Kind kind;
  private final boolean required;

  CsvColumn(String heading, String pointer, Kind kind, boolean required) {
    this.heading = heading;
    this.pointer = pointer;
    this.kind = kind;
    this.required = required;
  }

  String heading() {
    return heading;
  }

  String pointer() {
    return pointer;
  }

  Kind kind() {
    return kind;
  }

  boolean required() {
    return required;
  }

  /** The column of a name, in capitals or not. */
  static Optional<CsvColumn> of(String heading) {
    return Arrays.stream(values()).filter(column -> column.heading.equalsIgnoreCase(heading)).findFirst();
  }

  /** The column whose name is most like one that is none; empty where none is alike. */
  static Optional<CsvColumn> nearest(String heading) {
    String name = heading.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    if (name.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    return Arrays.stream(values()).min(Comparator.comparingInt(column -> column.distanceTo(name)))
        .filter(column -> column.distanceTo(name) <= Math.max(1, name.length() / 3));
  }

  /** How many letters are to be put in, left out or changed. */
  private int distanceTo(String name) {
    String own = heading.toLowerCase(Locale.ROOT);
    int[] before = IntStream.rangeClosed(0, own.length()).toArray();
    for (int i = 1; i <= name.length(); i++) {
      int[] row = new int[own.length() + 1];
      row[0] = i;
      for (int j = 1; j <= own.length(); j++) {
        int changed = before[j - 1] + (name.charAt(i - 1) == own.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[own.length()];
  }

  /** The column that states a field, or the part of one. */
  static Optional<CsvColumn> at(String pointer) {
    return Arrays.stream(values())
        .filter(column -> pointer.equals(column.pointer) || pointer.startsWith(column.pointer + "/")).findFirst();
  }
}
