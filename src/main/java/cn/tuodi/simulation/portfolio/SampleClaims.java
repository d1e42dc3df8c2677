package cn.tuodi.simulation.portfolio;

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
import cn.tuodi.claim.field.CareFields;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.DisabilityFields;
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
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
  private static final Money MAX_BASIC = Money.fen(250_000_00);
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
    SeededRandom draw = new SeededRandom(settings.seed(), number);
    Person person = person(number, draw);
    int[] onDay = IntStream.generate(() -> draw.between(0, days)).limit(count).sorted().toArray();
    NumberedClaim[] claims = new NumberedClaim[count];
    for (int i = 0; i < count; i++) {
      claims[i] = new NumberedClaim(firstClaim + i + 1,
          claim(firstClaim + i + 1, person, settings.from().plusDays(onDay[i]), draw));
    }
    return Arrays.asList(claims);
  }

  private Person person(long number, SeededRandom draw) {
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
    List<Identity> identities = type == null ? List.of()
        : List.of(IdentityFields.SET.stating().with(IdentityFields.TYPE, type)
            .with(IdentityFields.RECOGNISED_ON, recognised).with(IdentityFields.ENDED_ON, ended).facts());
    return PersonFields.SET.stating().with(PersonFields.PERSON_ID, "SAMPLE-P-" + (number + 1))
        .with(PersonFields.BIRTH_DATE, birth).with(PersonFields.SCHEME, scheme)
        .with(PersonFields.ENROLMENT, enrolment).with(PersonFields.LOCAL_HUKOU, draw.percent(97))
        .with(PersonFields.RURAL, rural).with(PersonFields.IDENTITIES, identities)
        .with(PersonFields.DISABILITY, disability(draw)).facts();
  }

  private static Disability disability(SeededRandom draw) {
    if (!draw.percent(15)) {
      return null;
    }
    DisabilityKind[] kinds = DisabilityKind.values();
    return DisabilityFields.SET.stating().with(DisabilityFields.GRADE, draw.between(1, 4))
        .with(DisabilityFields.KIND, kinds[draw.between(0, kinds.length - 1)]).facts();
  }

  private Claim claim(long number, Person person, LocalDate day, SeededRandom draw) {
    CareType type = CARES[draw.index(CARE_WEIGHTS)];
    Costs costs = costs(type, draw);
    boolean insured = person.enrolment() == Enrolment.INSURED;
    boolean employee = person.scheme() == Scheme.EMPLOYEE;
    Money basic = insured ? basicInsurance(type, costs.policyScope(), draw) : Money.ZERO;
    Payments payments = PaymentsFields.SET.stating().with(PaymentsFields.BASIC_INSURANCE, basic)
        .with(PaymentsFields.CRITICAL_ILLNESS, insured && !employee ? null : Money.ZERO).facts();
    return ClaimFields.SET.stating().with(ClaimFields.CLAIM_ID, "SAMPLE-" + number)
        .with(ClaimFields.REGION, settings.region()).with(ClaimFields.SERVICE_DATE, day)
        .with(ClaimFields.PERSON, person).with(ClaimFields.CARE, care(type, draw)).with(ClaimFields.COSTS, costs)
        .with(ClaimFields.PAYMENTS, payments).with(ClaimFields.PLAN, insured && !employee ? PLAN : null).facts();
  }

  private static Care care(CareType type, SeededRandom draw) {
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
    return CareFields.SET.stating().with(CareFields.TYPE, type).with(CareFields.CONDITION, condition)
        .with(CareFields.DESIGNATED, draw.percent(98)).with(CareFields.PLACE, place)
        .with(CareFields.REFERRAL, referral).with(CareFields.EMERGENCY, draw.percent(5))
        .with(CareFields.PRIMARY_CARE_REFERRAL, draw.percent(40)).facts();
  }

  private static Costs costs(CareType type, SeededRandom draw) {
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
    return CostsFields.SET.stating().with(CostsFields.TOTAL, total)
        .with(CostsFields.POLICY_SCOPE, total.minus(advance).minus(overLimit).minus(selfPaid))
        .with(CostsFields.ADVANCE, advance).with(CostsFields.OVER_LIMIT, overLimit)
        .with(CostsFields.SELF_PAID, selfPaid).facts();
  }

  private static Money inpatientBill(SeededRandom draw) {
    int band = draw.index(BILL_WEIGHTS);
    return draw.yuan(BILL_EDGES[band], BILL_EDGES[band + 1]);
  }

  private static Money basicInsurance(CareType type, Money scope, SeededRandom draw) {
    boolean inpatient = type.countedAs() == CareType.INPATIENT;
    Money above = inpatient ? scope.minus(DEDUCTIBLE).atLeastZero() : scope;
    return draw.share(above, inpatient ? 60 : 50, inpatient ? 75 : 65).min(MAX_BASIC);
  }
}
