package cn.tuodi.simulation;

import cn.tuodi.facts.Care;
import cn.tuodi.facts.CareType;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.Condition;
import cn.tuodi.facts.Costs;
import cn.tuodi.facts.CriticalIllnessPlan;
import cn.tuodi.facts.Disability;
import cn.tuodi.facts.DisabilityKind;
import cn.tuodi.facts.Enrolment;
import cn.tuodi.facts.Identity;
import cn.tuodi.facts.IdentityType;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Payments;
import cn.tuodi.facts.Person;
import cn.tuodi.facts.Place;
import cn.tuodi.facts.Rate;
import cn.tuodi.facts.Referral;
import cn.tuodi.facts.Scheme;
import cn.tuodi.facts.YearToDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Synthetic claims of a seeded distribution. The weights below are the whole of it; they are made up to reach every class
 * and kind of care and say nothing about any real place. Every id begins with SAMPLE.
 */
final class SampleClaims {

  private static final IdentityType[] IDENTITIES = {IdentityType.MINIMUM_LIVING, IdentityType.EXTREMELY_POOR,
      IdentityType.ORPHAN, IdentityType.DE_FACTO_ORPHAN, IdentityType.LOW_INCOME_EDGE,
      IdentityType.UNSTABLE_OUT_OF_POVERTY, IdentityType.EDGE_OF_POVERTY, IdentityType.SUDDEN_HARDSHIP,
      IdentityType.RETURNED_TO_POVERTY, IdentityType.STABLY_OUT_OF_POVERTY, IdentityType.ILLNESS_IMPOVERISHED};
  /** In hundred persons; the last weight is of those without any identity. */
  private static final int[] IDENTITY_WEIGHTS = {40, 10, 1, 2, 15, 8, 6, 2, 1, 5, 3, 7};
  private static final CareType[] CARES = CareType.values();
  /** Inpatient, chronic, major, special drugs, ordinary, maternity inpatient, maternity outpatient. */
  private static final int[] CARE_WEIGHTS = {45, 30, 10, 4, 8, 2, 1};
  private static final Condition[] CHRONIC = {Condition.HYPERTENSION, Condition.DIABETES, Condition.OTHER};
  private static final Condition[] MAJOR = {Condition.DIALYSIS, Condition.MALIGNANCY,
      Condition.TRANSPLANT_ANTI_REJECTION, Condition.THALASSAEMIA, Condition.HAEMOPHILIA};
  /** Bands of the inpatient bill in yuan and their weights. */
  private static final int[] BILL_EDGES = {1_000, 6_000, 15_000, 40_000, 100_000, 300_000};
  private static final int[] BILL_WEIGHTS = {30, 35, 20, 11, 4};
  private static final Money DEDUCTIBLE = Money.fen(600_00);
  private static final Money MOST_BASIC = Money.fen(250_000_00);
  private static final CriticalIllnessPlan PLAN = new CriticalIllnessPlan(Money.fen(14_000_00), null,
      List.of(tier(0, "0.60"), tier(50_000, "0.65"), tier(100_000, "0.70")), Money.fen(300_000_00));

  private final SampleSettings settings;
  private final int days;

  SampleClaims(SampleSettings settings) {
    this.settings = settings;
    this.days = (int) ChronoUnit.DAYS.between(settings.from(), settings.to());
  }

  private static CriticalIllnessPlan.Tier tier(long above, String rate) {
    return new CriticalIllnessPlan.Tier(Money.fen(above * 100), Rate.of(new BigDecimal(rate)));
  }

  /** The claims of a person, in the order of their dates. */
  List<NumberedClaim> of(long number, long firstClaim, int count) {
    Draw draw = new Draw(settings.seed(), number);
    Person person = person(number, draw);
    int[] onDay = IntStream.generate(() -> draw.between(0, days)).limit(count).sorted().toArray();
    NumberedClaim[] claims = new NumberedClaim[count];
    for (int i = 0; i < count; i++) {
      claims[i] = new NumberedClaim(firstClaim + i + 1,
          claim(firstClaim + i + 1, person, settings.from().plusDays(onDay[i]), draw));
    }
    return Arrays.asList(claims);
  }

  private Person person(long number, Draw draw) {
    int drawn = draw.index(IDENTITY_WEIGHTS);
    IdentityType type = drawn < IDENTITIES.length ? IDENTITIES[drawn] : null;
    boolean child = type == IdentityType.ORPHAN || type == IdentityType.DE_FACTO_ORPHAN;
    LocalDate birth = settings.from().minusDays(draw.between(child ? 365 : 365 * 2, child ? 365 * 17 : 365 * 90));
    boolean rural = draw.percent(70) || type != null && type.isRural();
    Scheme scheme = draw.percent(4) ? Scheme.EMPLOYEE : Scheme.RESIDENT;
    Enrolment enrolment = draw.percent(1) ? Enrolment.NOT_ENROLLED : Enrolment.INSURED;
    // One in twenty was recognised, or ceased to be, within the period.
    LocalDate recognised = settings.from().plusDays(draw.percent(5) ? draw.between(0, days) : -draw.between(1, 1000));
    LocalDate ended = draw.percent(5) ? recognised.plusDays(draw.between(100, 1500)) : null;
    List<Identity> identities =
        type == null ? List.of() : List.of(new Identity(type, recognised, ended, null, 0));
    return new Person("SAMPLE-P-" + (number + 1), birth, scheme, enrolment, draw.percent(97), rural, identities,
        disability(draw));
  }

  private static Disability disability(Draw draw) {
    if (!draw.percent(15)) {
      return null;
    }
    DisabilityKind[] kinds = DisabilityKind.values();
    return new Disability(draw.between(1, 4), kinds[draw.between(0, kinds.length - 1)], Set.of());
  }

  private Claim claim(long number, Person person, LocalDate day, Draw draw) {
    CareType type = CARES[draw.index(CARE_WEIGHTS)];
    Costs costs = costs(type, draw);
    boolean insured = person.enrolment() == Enrolment.INSURED;
    boolean employee = person.scheme() == Scheme.EMPLOYEE;
    Money basic = insured ? basicInsurance(type, costs.policyScope(), draw) : Money.ZERO;
    Payments payments =
        new Payments(basic, insured && !employee ? null : Money.ZERO, Money.ZERO, Money.ZERO);
    return new Claim("SAMPLE-" + number, settings.region(), day, null, person, care(type, draw), costs, payments,
        insured && !employee ? PLAN : null, YearToDate.startOf(day.getYear()), false);
  }

  private static Care care(CareType type, Draw draw) {
    Condition condition = switch (type) {
      case CHRONIC_OUTPATIENT -> CHRONIC[draw.between(0, CHRONIC.length - 1)];
      case MAJOR_OUTPATIENT -> MAJOR[draw.index(30, 50, 8, 8, 4)];
      case SPECIAL_DRUG_OUTPATIENT -> Condition.MALIGNANCY;
      case INPATIENT, ORDINARY_OUTPATIENT, MATERNITY_INPATIENT, MATERNITY_OUTPATIENT -> Condition.NONE;
    };
    Place place = Place.values()[draw.index(85, 11, 4)];
    boolean needsReferral = place != Place.POOLING_AREA;
    Referral referral =
        !needsReferral ? Referral.NOT_REQUIRED : draw.percent(80) ? Referral.APPROVED : Referral.MISSING;
    return new Care(type, condition, draw.percent(98), place, referral, draw.percent(5), draw.percent(40));
  }

  private static Costs costs(CareType type, Draw draw) {
    Money total = switch (type) {
      case INPATIENT -> inpatientBill(draw);
      case CHRONIC_OUTPATIENT -> draw.yuan(100, 3_000);
      case MAJOR_OUTPATIENT -> draw.yuan(1_000, 40_000);
      case SPECIAL_DRUG_OUTPATIENT -> draw.yuan(3_000, 60_000);
      case ORDINARY_OUTPATIENT -> draw.yuan(30, 800);
      case MATERNITY_INPATIENT -> draw.yuan(3_000, 12_000);
      case MATERNITY_OUTPATIENT -> draw.yuan(100, 2_000);
    };
    Money advance = draw.share(total, 0, 6);
    Money overLimit = draw.share(total, 0, 3);
    Money selfPaid = draw.share(total, 0, draw.percent(90) ? 9 : 25);
    return new Costs(total, total.minus(advance).minus(overLimit).minus(selfPaid), advance, overLimit, selfPaid, false);
  }

  private static Money inpatientBill(Draw draw) {
    int band = draw.index(BILL_WEIGHTS);
    return draw.yuan(BILL_EDGES[band], BILL_EDGES[band + 1]);
  }

  private static Money basicInsurance(CareType type, Money scope, Draw draw) {
    boolean inpatient = type.countedAs() == CareType.INPATIENT;
    Money above = inpatient ? scope.minus(DEDUCTIBLE).atLeastZero() : scope;
    return draw.share(above, inpatient ? 60 : 50, inpatient ? 75 : 65).min(MOST_BASIC);
  }
}
