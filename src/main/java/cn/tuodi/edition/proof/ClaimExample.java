package cn.tuodi.edition.proof;

import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.Care;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Condition;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.CriticalIllnessPlan;
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
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.CareFields;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.DisabilityFields;
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.edition.source.Period;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.Circumstance;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Makes claims that are in a situation, so that who reads of a gap or an overlap can see whom it would meet. What the
 * situation leaves open is an ordinary bill of an insured person in the pooling area.
 */
public final class ClaimExample {

  private static final LocalDate BIRTH = LocalDate.of(1970, 1, 1);
  private static final Costs COSTS = CostsFields.SET.stating().with(CostsFields.TOTAL, Money.fen(30_000_00))
      .with(CostsFields.POLICY_SCOPE, Money.fen(27_000_00)).with(CostsFields.ADVANCE, Money.fen(1_000_00))
      .with(CostsFields.OVER_LIMIT, Money.ZERO).with(CostsFields.SELF_PAID, Money.fen(2_000_00)).facts();
  private static final Money BASIC_INSURANCE = Money.fen(12_000_00);
  private static final CriticalIllnessPlan PLAN = new CriticalIllnessPlan(Money.fen(10_000_00), null,
      List.of(new CriticalIllnessPlan.Tier(Money.ZERO, Rate.of(new BigDecimal("0.6")))), null);

  /** What rows may ask for that is a sum of the year. */
  private static final List<String> SUMS = List.of("yearInScope", "yearEligible", "burden", "yearLeft");

  private final String region;
  private final Sheet disabilities;
  private final IdentityDefinitions identities;
  private final Accumulator measured;

  /**
   * Examples for an edition.
   *
   * @param region area code of the edition
   * @param disabilities its sheet that says who is severely disabled, or null
   * @param identities what it says of identities
   * @param measured kinds of care whose assisted cost of the year its rows ask for
   */
  public ClaimExample(String region, Sheet disabilities, IdentityDefinitions identities, Accumulator measured) {
    this.region = region;
    this.disabilities = disabilities;
    this.identities = identities;
    this.measured = measured;
  }

  /**
   * A claim in a situation.
   *
   * @param situation the situation
   * @param from service date, unless the person was recognised only later
   * @param planned whether critical-illness insurance is to be computed; otherwise it is stated as nothing
   */
  Claim claim(Situation situation, LocalDate from, boolean planned) {
    LocalDate day = situation.value("recognised") instanceof LocalDate recognised && recognised.isAfter(from)
        ? recognised
        : from;
    Person person = person(situation, day);
    Bill bill = bill(situation, person.enrolment() == Enrolment.INSURED);
    Payments payments = PaymentsFields.SET.stating().with(PaymentsFields.BASIC_INSURANCE, bill.basic())
        .with(PaymentsFields.CRITICAL_ILLNESS, planned ? null : Money.ZERO).facts();
    return ClaimFields.SET.stating().with(ClaimFields.CLAIM_ID, "EXAMPLE").with(ClaimFields.REGION, region)
        .with(ClaimFields.SERVICE_DATE, day).with(ClaimFields.PERSON, person).with(ClaimFields.CARE, care(situation))
        .with(ClaimFields.COSTS, bill.costs()).with(ClaimFields.PAYMENTS, payments)
        .with(ClaimFields.PLAN, planned ? PLAN : null)
        .with(ClaimFields.YEAR_TO_DATE, yearToDate(situation, day, bill))
        .facts();
  }

  /**
   * What a stay cost.
   *
   * @param costs its cost
   * @param basic what basic insurance paid of it
   */
  private record Bill(Costs costs, Money basic) {

    /** In-scope cost that is left. */
    Money left() {
      return costs.policyScope().minus(basic);
    }
  }

  /**
   * An ordinary bill; where rows ask for a sum of the year or of the bill one that is all in scope, so that it adds the
   * same to each sum, and leaves what is asked for, or else no more than the least of the sums.
   */
  private static Bill bill(Situation situation, boolean insured) {
    Money basic = insured ? BASIC_INSURANCE : Money.ZERO;
    List<Money> sums =
        SUMS.stream().map(situation::value).filter(Money.class::isInstance).map(Money.class::cast).toList();
    Money scope = (Money) situation.value("billInScope");
    Money eligible = (Money) situation.value("billEligible");
    if (sums.isEmpty() && scope == null && eligible == null) {
      return new Bill(COSTS, basic);
    }
    if (eligible == null && situation.value("yearLeft") != null) {
      // What assistance will leave of a bill is not known here.
      eligible = Money.ZERO;
    }
    Money left = eligible == null ? sums.stream().reduce(COSTS.policyScope().minus(basic), Money::min) : eligible;
    if (scope == null) {
      return new Bill(allInScope(basic.plus(left)), basic);
    }
    return new Bill(allInScope(scope), insured ? scope.minus(left).atLeastZero() : Money.ZERO);
  }

  private static Costs allInScope(Money scope) {
    return CostsFields.SET.like(COSTS).with(CostsFields.POLICY_SCOPE, scope).with(CostsFields.TOTAL, scope)
        .with(CostsFields.ADVANCE, Money.ZERO).with(CostsFields.SELF_PAID, Money.ZERO).facts();
  }

  private Person person(Situation situation, LocalDate day) {
    String code = situation.code();
    Object named = situation.value("type") == null ? situation.value("identity") : situation.value("type");
    Object stated = named == null && code != null ? identities.typeOf(code) : named;
    IdentityType type = stated == null && situation.value("grade") != null ? IdentityType.MINIMUM_LIVING
        : (IdentityType) stated;
    Integer assigned = situation.value("assignedClass") instanceof Integer number && number > 0 ? number : null;
    List<Identity> held = type == null ? List.of()
        : List.of(IdentityFields.SET.stating().with(IdentityFields.TYPE, type)
            .with(IdentityFields.RECOGNISED_ON,
                situation.value("recognised") instanceof LocalDate recognised ? recognised : day.minusYears(1))
            .with(IdentityFields.ASSIGNED_CLASS, assigned).with(IdentityFields.CODE, code)
            .facts());
    return PersonFields.SET.stating().with(PersonFields.PERSON_ID, "EXAMPLE")
        .with(PersonFields.BIRTH_DATE, situation.value("age") instanceof Integer age ? day.minusYears(age) : BIRTH)
        .with(PersonFields.SCHEME, situation.value("scheme") instanceof Scheme scheme ? scheme : Scheme.RESIDENT)
        .with(PersonFields.ENROLLED_YEARS, (Integer) situation.value("enrolledYears"))
        .with(PersonFields.ENROLMENT, enrolment(situation))
        .with(PersonFields.LOCAL_HUKOU, situation.isTrueUnlessSaid("localHukou"))
        .with(PersonFields.RURAL, situation.isTrue("rural") || type != null && identities.isRural(type, code))
        .with(PersonFields.IDENTITIES, held)
        .with(PersonFields.DISABILITY, disability(situation, day)).facts();
  }

  private static Enrolment enrolment(Situation situation) {
    if (situation.value("enrolment") instanceof Enrolment stated) {
      return stated;
    }
    if (situation.value("circumstance") == Circumstance.LATE_ENROLMENT) {
      return Enrolment.ENROLLED_AT_APPLICATION;
    }
    return situation.isTrue("notEnrolled") ? Enrolment.NOT_ENROLLED : Enrolment.INSURED;
  }

  private Disability disability(Situation situation, LocalDate day) {
    if (situation.value("grade") instanceof Integer grade) {
      return disability(grade, (DisabilityKind) situation.value("disabilityKind"));
    }
    return situation.isTrue("severe") && disabilities != null ? severe(day) : null;
  }

  /** A disability that counts as severe on a day, or null if none does. */
  public Disability severe(LocalDate day) {
    if (disabilities == null) {
      return null;
    }
    for (Row row : disabilities.rows()) {
      if (Boolean.TRUE.equals(disabilities.value(row, "重度残疾")) && Period.of(disabilities, row).contains(day)) {
        Object kind = disabilities.value(row, "残疾类别");
        return disability((Integer) disabilities.value(row, "残疾等级"),
            kind == null ? DisabilityKind.PHYSICAL : (DisabilityKind) kind);
      }
    }
    return null;
  }

  private static Disability disability(int grade, DisabilityKind kind) {
    return DisabilityFields.SET.stating().with(DisabilityFields.GRADE, grade).with(DisabilityFields.KIND, kind).facts();
  }

  private static Care care(Situation situation) {
    CareType type = situation.value("kind") instanceof CareType kind ? kind : CareType.INPATIENT;
    Condition condition = situation.value("condition") instanceof Condition stated ? stated : switch (type) {
      case CHRONIC_OUTPATIENT -> Condition.HYPERTENSION;
      case MAJOR_OUTPATIENT -> Condition.DIALYSIS;
      case SPECIAL_DRUG_OUTPATIENT -> Condition.MALIGNANCY;
      case INPATIENT, ORDINARY_OUTPATIENT, MATERNITY_INPATIENT, MATERNITY_OUTPATIENT -> Condition.NONE;
    };
    boolean unreferred =
        situation.isTrue("unreferred") || situation.value("circumstance") == Circumstance.UNREFERRED;
    Place place = place(situation, unreferred);
    Referral usual = place == Place.POOLING_AREA ? Referral.NOT_REQUIRED : Referral.APPROVED;
    Referral referral = situation.value("referral") instanceof Referral stated ? stated
        : unreferred ? Referral.MISSING : usual;
    return CareFields.SET.stating().with(CareFields.TYPE, type).with(CareFields.CONDITION, condition)
        .with(CareFields.DESIGNATED, situation.isTrueUnlessSaid("designated")).with(CareFields.PLACE, place)
        .with(CareFields.REFERRAL, referral).with(CareFields.EMERGENCY, situation.isTrue("emergency"))
        .with(CareFields.INSTITUTION_LEVEL, (Integer) situation.value("institutionLevel")).facts();
  }

  private static Place place(Situation situation, boolean unreferred) {
    if (situation.value("place") instanceof Place place) {
      return place;
    }
    if (situation.isTrue("outOfProvince")) {
      return Place.OUT_OF_PROVINCE;
    }
    return unreferred ? Place.PROVINCE : Place.POOLING_AREA;
  }

  private YearToDate yearToDate(Situation situation, LocalDate day, Bill bill) {
    YearToDate start = YearToDate.startOf(day.getYear());
    Money added = bill.left();
    Money burden = before(situation, "burden", added);
    Money inScope = before(situation, "yearInScope", added);
    CareType type = care(situation).type().countedAs();
    ByCare assisted = measured.kinds().stream().findFirst()
        .map(kind -> ByCare.ZERO.plus(kind,
            before(situation, "yearEligible", measured.covers(type) ? added : Money.ZERO)))
        .orElse(ByCare.ZERO);
    ByCare paid = start.assistancePaid();
    if (situation.value("yearLeft") instanceof Money left) {
      burden = burden.exceeds(left) ? burden : left;
      paid = ByCare.ZERO.plus(CareType.INPATIENT, burden.minus(left));
    }
    return new YearToDate(start.year(), burden, inScope, start.criticalIllnessPaid(), assisted, paid,
        start.topUpEligible(), start.topUpPaid(), start.region());
  }

  /** What has accumulated before a bill that leaves something, for the sum that a situation asks for. */
  private static Money before(Situation situation, String sum, Money left) {
    return situation.value(sum) instanceof Money year ? year.minus(left).atLeastZero() : Money.ZERO;
  }
}
