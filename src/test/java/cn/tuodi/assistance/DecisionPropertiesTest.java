package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Entitlement;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.assistance.json.DecisionView;
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
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.source.Instrument;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every claim under every edition. */
class DecisionPropertiesTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final Money FEN = Money.fen(1);
  private static final Map<String, LocalDate[]> SPANS = Map.of("450100",
      new LocalDate[] {LocalDate.of(2021, 8, 1), LocalDate.of(2027, 12, 31)}, "520100",
      new LocalDate[] {LocalDate.of(2023, 1, 1), LocalDate.of(2027, 12, 31)}, "652801",
      new LocalDate[] {LocalDate.of(2023, 3, 10), LocalDate.of(2028, 3, 9)});

  @Property(tries = 4000)
  @Label("What everybody pays adds up to the total, and nobody pays less than nothing")
  void paymentsAddUp(@ForAll("claims") Claim claim) {
    Decision decision = decide(claim);
    Totals totals = decision.totals();
    Money sum = totals.basicInsurance().plus(totals.criticalIllness()).plus(totals.employeeSupplement())
        .plus(totals.otherInsurance()).plus(totals.medicalAssistance()).plus(totals.topUpAssistance())
        .plus(totals.institutionBorne()).plus(totals.personal());
    assertEquals(totals.total(), sum);
    assertFalse(Money.ZERO.exceeds(totals.personal()), () -> "personal " + totals.personal());
    for (PayoutLine line : decision.lines()) {
      assertFalse(Money.ZERO.exceeds(line.amount()), line::toString);
      boolean bound = line.limits().stream().anyMatch(limit -> limit.bound());
      assertEquals(bound, line.beforeLimits().exceeds(line.amount()), line::toString);
      assertFalse(line.amount().exceeds(line.beforeLimits()), line::toString);
      assertEquals(line.eligible(), Money.exactly(line.bands().stream().map(Schedule.Band::cost).reduce(BigDecimal.ZERO,
          BigDecimal::add)), line::toString);
    }
  }

  @Property(tries = 4000)
  @Label("No document is cited that is not yet in force on the service date")
  void citedInForce(@ForAll("claims") Claim claim) {
    Decision decision = decide(claim);
    Map<String, LocalDate> begin = decision.edition().instruments().stream()
        .collect(Collectors.toMap(Instrument::number, Instrument::inForceFrom));
    Stream.of(decision.lines().stream().flatMap(line -> line.sources().stream()),
        decision.notices().stream().flatMap(notice -> notice.sources().stream()),
        decision.entitlements().stream().map(Entitlement::source),
        Stream.of(decision.standing().source(), decision.standing().choice()).filter(Objects::nonNull))
        .flatMap(Function.identity()).forEach(source -> {
          String instrument = decision.edition().provisions().get(source.provision()).instrument();
          assertFalse(begin.get(instrument).isAfter(claim.serviceDate()),
              () -> claim.serviceDate() + " " + source + " of " + instrument);
        });
  }

  @Property(tries = 4000)
  @Label("A bill split in two on the same day pays the same, to a fen a line")
  void splitBill(@ForAll("claims") Claim claim) {
    Decision whole = decide(claim);
    Decision first = decide(half(claim, false, claim.yearToDate()));
    Decision second = decide(half(claim, true, first.yearToDate()));
    for (Benefit benefit : Benefit.values()) {
      Money together = amount(first, benefit).plus(amount(second, benefit));
      Money difference = amount(whole, benefit).minus(together);
      Money allowed = Money.fen(1 + benefit.ordinal());
      assertFalse(difference.exceeds(allowed) || Money.ZERO.minus(difference).exceeds(allowed),
          () -> benefit + " whole " + amount(whole, benefit) + ", split " + together);
    }
  }

  @Property(tries = 4000)
  @Label("A further identity never pays less")
  void furtherIdentity(@ForAll("claims") Claim claim, @ForAll IdentityType further) {
    Person person = claim.person();
    List<Identity> more = new ArrayList<>(person.identities());
    more.add(IdentityFields.SET.stating().with(IdentityFields.TYPE, further)
        .with(IdentityFields.RECOGNISED_ON, LocalDate.of(2020, 1, 1)).facts());
    Decision before = decide(claim);
    Decision after = decide(with(claim, PersonFields.SET.like(person).with(PersonFields.IDENTITIES, more).facts()));
    assertFalse(after.totals().personal().exceeds(before.totals().personal().plus(FEN)),
        () -> "personal rises from " + before.totals().personal() + " to " + after.totals().personal());
  }

  @Property(tries = 1000)
  @Label("A fact that no provision asks for changes nothing but the id")
  void irrelevantFact(@ForAll("claims") Claim claim) {
    Person person = claim.person();
    Decision before = decide(claim);
    Decision after = decide(with(claim, PersonFields.SET.like(person).with(PersonFields.PERSON_ID, "P-9")
        .with(PersonFields.BIRTH_DATE, LocalDate.of(1970, 2, 3)).facts()));
    assertEquals(before.lines(), after.lines());
    assertEquals(before.notices(), after.notices());
    assertEquals(before.totals(), after.totals());
    assertEquals(before.yearToDate(), after.yearToDate());
    assertEquals(before.standing(), after.standing());
  }

  @Property(tries = 1000)
  @Label("The same claim gives the same bytes, and a traced run the same decision")
  void sameBytes(@ForAll("claims") Claim claim) {
    Decision once = decide(claim);
    assertArrayEquals(bytes(once), bytes(decide(claim)));
    Decision traced = (Decision) DECIDER.decide(claim, true);
    assertEquals(once.lines(), traced.lines());
    assertEquals(once.notices(), traced.notices());
    assertTrue(traced.trace().size() > 2);
  }

  @Provide
  Arbitrary<Claim> claims() {
    return Combinators.combine(Arbitraries.of(SPANS.keySet()), Arbitraries.longs(), persons(), care(), costs(),
        Arbitraries.integers().between(0, 100), plans().injectNull(0.4)).as(DecisionPropertiesTest::claim);
  }

  private static Claim claim(String region, long seed, Person person, Care care, Costs costs, int insured,
      CriticalIllnessPlan plan) {
    Random random = new Random(seed);
    LocalDate[] span = SPANS.get(region);
    LocalDate day = span[0].plusDays(random.nextLong(span[1].toEpochDay() - span[0].toEpochDay() + 1));
    Money basic = person.enrolment() == Enrolment.INSURED ? Money.fen(costs.policyScope().inFen() * insured / 100)
        : Money.ZERO;
    boolean planned = plan != null && person.scheme() == Scheme.RESIDENT;
    Money stated = person.enrolment() == Enrolment.INSURED
        ? Money.fen((costs.policyScope().inFen() - basic.inFen()) * random.nextInt(50) / 100) : Money.ZERO;
    Payments payments = PaymentsFields.SET.stating().with(PaymentsFields.BASIC_INSURANCE, basic)
        .with(PaymentsFields.CRITICAL_ILLNESS, planned ? null : stated).facts();
    YearToDate before = new YearToDate(day.getYear(), some(random, 30_000), some(random, 60_000), some(random, 20_000),
        new ByCare(some(random, 20_000), some(random, 6_000), some(random, 20_000)),
        new ByCare(some(random, 15_000), some(random, 3_000), some(random, 15_000)), some(random, 20_000),
        some(random, 9_000), null);
    return ClaimFields.SET.stating().with(ClaimFields.CLAIM_ID, "C").with(ClaimFields.REGION, region)
        .with(ClaimFields.SERVICE_DATE, day).with(ClaimFields.PERSON, person).with(ClaimFields.CARE, care)
        .with(ClaimFields.COSTS, costs).with(ClaimFields.PAYMENTS, payments)
        .with(ClaimFields.PLAN, planned ? plan : null).with(ClaimFields.YEAR_TO_DATE, before).facts();
  }

  private static Arbitrary<Person> persons() {
    Arbitrary<Identity> identity = Combinators
        .combine(Arbitraries.of(IdentityType.class), Arbitraries.integers().between(2018, 2026),
            Arbitraries.integers().between(0, 4))
        .as((type, year, assigned) -> IdentityFields.SET.stating().with(IdentityFields.TYPE, type)
            .with(IdentityFields.RECOGNISED_ON, LocalDate.of(year, 6, 1)).with(IdentityFields.ASSIGNED_CLASS,
                type == IdentityType.COUNTY_DESIGNATED && assigned > 0 ? assigned : null)
            .facts());
    Arbitrary<Disability> disability = Combinators.combine(Arbitraries.integers().between(1, 4),
        Arbitraries.of(DisabilityKind.class)).as((grade, kind) -> new Disability(grade, kind, Set.of()));
    return Combinators
        .combine(identity.list().ofMaxSize(3), disability.injectNull(0.6),
            Arbitraries.frequency(Tuple.of(8, Enrolment.INSURED),
                Tuple.of(1, Enrolment.NOT_ENROLLED),
                Tuple.of(1, Enrolment.ENROLLED_AT_APPLICATION)),
            Arbitraries.of(Scheme.class), Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as((identities, certificate, enrolment, scheme, hukou, rural) -> PersonFields.SET.stating()
            .with(PersonFields.SCHEME, scheme).with(PersonFields.ENROLMENT, enrolment)
            .with(PersonFields.LOCAL_HUKOU, hukou).with(PersonFields.RURAL, rural)
            .with(PersonFields.IDENTITIES, identities).with(PersonFields.DISABILITY, certificate).facts());
  }

  private static Arbitrary<Care> care() {
    return Combinators
        .combine(Arbitraries.of(CareType.class), Arbitraries.of(Condition.class), Arbitraries.of(Place.class),
            Arbitraries.of(Referral.class), Arbitraries.integers().between(0, 9), Arbitraries.of(true, false))
        .as((type, condition, place, referral, chance, primary) -> CareFields.SET.stating()
            .with(CareFields.TYPE, type).with(CareFields.CONDITION, condition).with(CareFields.DESIGNATED, chance > 0)
            .with(CareFields.PLACE, place).with(CareFields.REFERRAL, referral)
            .with(CareFields.EMERGENCY, chance % 3 == 0).with(CareFields.PRIMARY_CARE_REFERRAL, primary).facts());
  }

  private static Arbitrary<Costs> costs() {
    Arbitrary<Long> fen = Arbitraries.longs().between(0, 30_000_000).edgeCases(edges -> edges.add(0L, 1L, 200_000L,
        300_000L, 1_000_000L));
    Arbitrary<Long> small = Arbitraries.longs().between(0, 500_000);
    return Combinators.combine(fen, small, small, small)
        .as((scope, advance, over, self) -> CostsFields.SET.stating()
            .with(CostsFields.TOTAL, Money.fen(scope + advance + over + self))
            .with(CostsFields.POLICY_SCOPE, Money.fen(scope)).with(CostsFields.ADVANCE, Money.fen(advance))
            .with(CostsFields.OVER_LIMIT, Money.fen(over)).with(CostsFields.SELF_PAID, Money.fen(self)).facts());
  }

  private static Arbitrary<CriticalIllnessPlan> plans() {
    return Combinators
        .combine(Arbitraries.longs().between(0, 2_000_000), Arbitraries.longs().between(1, 900),
            Arbitraries.longs().between(100_000, 30_000_000).injectNull(0.5))
        .as((deductible, rate, cap) -> new CriticalIllnessPlan(Money.fen(deductible), null,
            List.of(new CriticalIllnessPlan.Tier(Money.ZERO, Rate.basisPoints(rate * 10)),
                new CriticalIllnessPlan.Tier(Money.fen(3_000_000), Rate.basisPoints(rate * 10 + 500))),
            cap == null ? null : Money.fen(cap)));
  }

  private static Claim half(Claim claim, boolean rest, YearToDate before) {
    Costs costs = claim.costs();
    Money scope = part(costs.policyScope(), rest);
    Money advance = part(costs.advance(), rest);
    Money over = part(costs.overLimit(), rest);
    Money self = part(costs.selfPaid(), rest);
    Payments payments = claim.payments();
    Money critical = payments.criticalIllness() == null ? null : part(payments.criticalIllness(), rest);
    return ClaimFields.SET.like(claim)
        .with(ClaimFields.COSTS, CostsFields.SET.like(costs)
            .with(CostsFields.TOTAL, scope.plus(advance).plus(over).plus(self)).with(CostsFields.POLICY_SCOPE, scope)
            .with(CostsFields.ADVANCE, advance).with(CostsFields.OVER_LIMIT, over).with(CostsFields.SELF_PAID, self)
            .facts())
        .with(ClaimFields.PAYMENTS, PaymentsFields.SET.like(payments)
            .with(PaymentsFields.BASIC_INSURANCE, part(payments.basicInsurance(), rest))
            .with(PaymentsFields.CRITICAL_ILLNESS, critical).facts())
        .with(ClaimFields.YEAR_TO_DATE, before).facts();
  }

  private static Money part(Money amount, boolean rest) {
    Money half = Money.fen(amount.inFen() / 2);
    return rest ? amount.minus(half) : half;
  }

  private static Claim with(Claim claim, Person person) {
    return ClaimFields.SET.like(claim).with(ClaimFields.PERSON, person).facts();
  }

  private static Decision decide(Claim claim) {
    Outcome outcome = DECIDER.decide(claim);
    assertTrue(outcome instanceof Decision, outcome::toString);
    return (Decision) outcome;
  }

  private static byte[] bytes(Decision decision) {
    return Json.bytes(DecisionView.of(decision, Language.ZH));
  }

  private static Money amount(Decision decision, Benefit benefit) {
    PayoutLine line = decision.lines().stream().filter(each -> each.benefit() == benefit).findFirst().orElse(null);
    return line == null ? Money.ZERO : line.amount();
  }

  private static Money some(Random random, int most) {
    return random.nextInt(3) == 0 ? Money.ZERO : Money.fen(random.nextInt(most * 100));
  }
}
