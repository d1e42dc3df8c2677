package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Severity;
import cn.tuodi.claim.Care;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.Disability;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.CareFields;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Sheet;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No gap and no conflict: on every day on which anything changes, and the days around it, every person and every kind
 * of care meets exactly one row of each table, and is told an amount or a reason.
 */
class CoverageTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
  private static final Set<NoticeCode> REASONS = EnumSet.of(NoticeCode.NO_CLASS, NoticeCode.NO_STANDING_RATE,
      NoticeCode.CARE_NOT_COVERED, NoticeCode.GOVERNED_ELSEWHERE, NoticeCode.LOCAL_STANDARD_MISSING);
  private static final Care INPATIENT = care(CareType.INPATIENT);
  private static final CriticalIllnessPlan PLAN = new CriticalIllnessPlan(Money.fen(1_400_000), null,
      List.of(new CriticalIllnessPlan.Tier(Money.ZERO, Rate.of(new BigDecimal("0.6")))), null);

  @TestFactory
  @DisplayName("Every person and kind of care meets one row of terms and is told an amount or why there is none")
  Stream<DynamicTest> terms() {
    return everyDay((edition, day) -> {
      for (Person person : people()) {
        for (CareType type : CareType.values()) {
          expect(decided(edition, day, person, care(type), null), person + " " + type, decision -> {
            long rows = fired(decision, Layouts.TERMS.sheet());
            boolean paid = decision.lines().stream().anyMatch(line -> line.benefit() == Benefit.MEDICAL_ASSISTANCE);
            boolean explained = decision.notices().stream()
                .anyMatch(notice -> notice.severity() == Severity.DENIAL || REASONS.contains(notice.code()));
            return rows == 1 && paid != explained && fired(decision, Layouts.CHANNELS.sheet()) == (paid ? 1 : 0)
                && fired(decision, Layouts.WARNINGS.sheet()) <= 1;
          });
        }
      }
    });
  }

  @TestFactory
  @DisplayName("Every identity in force meets one row of classes, and of preferential terms where a plan is computed")
  Stream<DynamicTest> classes() {
    return everyDay((edition, day) -> {
      for (Person person : people()) {
        int held = person.identities().size();
        expect(decided(edition, day, person, INPATIENT, PLAN), person.toString(),
            decision -> fired(decision, Layouts.CLASSES.sheet()) == held
                && fired(decision, Layouts.PREFERENCES.sheet()) == held);
      }
      List<Identity> all = people().stream().flatMap(person -> person.identities().stream()).distinct().toList();
      expect(decided(edition, day, person(all, null), INPATIENT, PLAN), "all identities at once",
          decision -> fired(decision, Layouts.CLASSES.sheet()) == all.size()
              && fired(decision, Layouts.PREFERENCES.sheet()) == all.size()
              && fired(decision, Layouts.TERMS.sheet()) == 1);
      Identity later = IdentityFields.SET.like(held(IdentityType.MINIMUM_LIVING, 0))
          .with(IdentityFields.RECOGNISED_ON, day.plusDays(1)).facts();
      expect(decided(edition, day, person(List.of(later), null), INPATIENT, null), "recognised tomorrow",
          decision -> fired(decision, Layouts.CLASSES.sheet()) == 0);
    });
  }

  @TestFactory
  @DisplayName("Every disability meets one row where claims of the edition look at disabilities")
  Stream<DynamicTest> disabilities() {
    return everyDay((edition, day) -> {
      boolean looks = edition.parameters().has(Parameter.SEVERE_DISABILITY_MATTERS);
      for (Disability disability : disabilities(1, 2, 3, 4)) {
        expect(decided(edition, day, person(List.of(), disability), INPATIENT, null), disability.toString(),
            decision -> fired(decision, Layouts.SEVERE_DISABILITY.sheet()) == (looks ? 1 : 0));
      }
    });
  }

  @TestFactory
  @DisplayName("Every kind of care is in the scope of critical-illness insurance or out of it, by one row")
  Stream<DynamicTest> scope() {
    return everyDay((edition, day) -> {
      for (CareType type : CareType.values()) {
        long rows = edition.scope().entries().stream().filter(entry -> entry.care() == type.countedAs())
            .filter(entry -> entry.from() <= day.toEpochDay() && day.toEpochDay() <= entry.to()).count();
        assertEquals(1, rows, type + " on " + day);
      }
    });
  }

  @TestFactory
  @DisplayName("Assistance is admitted by one row exactly where none denies it, and settled in one way")
  Stream<DynamicTest> admissions() {
    return everyDay((edition, day) -> {
      List<IdentityType> assisted = Arrays.stream(IdentityType.values()).filter(type -> decided(edition, day,
          person(List.of(held(type, 0)), null), INPATIENT, null).lines().stream()
          .anyMatch(line -> line.benefit() == Benefit.MEDICAL_ASSISTANCE)).toList();
      assertEquals(edition.id().toString().equals("guangxi/2021"), assisted.isEmpty(),
          "only guangxi/2021 leaves all assistance to another instrument");
      for (IdentityType type : assisted) {
        for (Enrolment enrolment : Enrolment.values()) {
          for (boolean hukou : new boolean[] {true, false}) {
            for (Care care : circumstances()) {
              Person person = PersonFields.SET.like(person(List.of(held(type, 0)), null))
                  .with(PersonFields.ENROLMENT, enrolment).with(PersonFields.LOCAL_HUKOU, hukou).facts();
              expect(decided(edition, day, person, care, null), person + " " + care, decision -> {
                long admitted = fired(decision, Layouts.ADMISSIONS.sheet());
                long denied = fired(decision, Layouts.DENIALS.sheet());
                boolean paid = decision.lines().stream().anyMatch(line -> line.benefit() == Benefit.MEDICAL_ASSISTANCE);
                boolean told = decision.notices().stream().anyMatch(notice -> notice.severity() == Severity.DENIAL);
                return admitted == (denied == 0 ? 1 : 0) && paid == (admitted == 1) && told == (denied > 0)
                    && fired(decision, Layouts.CHANNELS.sheet()) == admitted;
              });
            }
          }
        }
      }
    });
  }

  private interface Check {
    void on(EditionDescription edition, LocalDate day);
  }

  private static Stream<DynamicTest> everyDay(Check check) {
    return BuiltEditions.CATALOGUE.editions().stream().map(Edition::description)
        .flatMap(edition -> days(edition).stream()
            .map(day -> DynamicTest.dynamicTest(edition.id() + " on " + day, () -> check.on(edition, day))));
  }

  /** The days on which anything changes, with the days before and after, as far as the edition is in force. */
  private static Set<LocalDate> days(EditionDescription edition) {
    Set<LocalDate> changes = new TreeSet<>(List.of(edition.from()));
    if (edition.to() != null) {
      changes.add(edition.to());
    }
    sheets(edition).stream().filter(sheet -> !sheet.name().equals(Layouts.INSTRUMENTS.sheet()))
        .flatMap(sheet -> sheet.rows().stream()).flatMap(row -> row.values().stream())
        .filter(LocalDate.class::isInstance).map(LocalDate.class::cast).forEach(changes::add);
    Set<LocalDate> days = new TreeSet<>();
    for (LocalDate change : changes) {
      Stream.of(change.minusDays(1), change, change.plusDays(1)).filter(edition::isInForceOn).forEach(days::add);
    }
    assertFalse(days.isEmpty());
    return days;
  }

  private static List<Sheet> sheets(EditionDescription edition) {
    return EditionChecker
        .check(EditionSources.read(Path.of("rules"), Path.of("decision-tables"), edition.id().toString())).sheets();
  }

  /** A person of every kind: of each identity and of none, of every assigned class, severely disabled or not. */
  private static List<Person> people() {
    List<Identity> identities = new ArrayList<>();
    for (IdentityType type : IdentityType.values()) {
      for (int assigned = 0; assigned <= (type == IdentityType.COUNTY_DESIGNATED ? 4 : 0); assigned++) {
        identities.add(held(type, assigned));
      }
    }
    List<Person> people = new ArrayList<>();
    for (Disability disability : Arrays.asList(null, new Disability(1, DisabilityKind.PHYSICAL, Set.of()),
        new Disability(4, DisabilityKind.PHYSICAL, Set.of()))) {
      people.add(person(List.of(), disability));
      identities.forEach(identity -> people.add(person(List.of(identity), disability)));
    }
    return people;
  }

  private static List<Disability> disabilities(int... grades) {
    List<Disability> disabilities = new ArrayList<>();
    for (int grade : grades) {
      for (DisabilityKind kind : DisabilityKind.values()) {
        disabilities.add(new Disability(grade, kind, Set.of()));
        disabilities.add(new Disability(grade, DisabilityKind.MULTIPLE, EnumSet.of(DisabilityKind.VISUAL, kind)));
      }
    }
    return disabilities;
  }

  private static List<Care> circumstances() {
    List<Care> circumstances = new ArrayList<>();
    for (boolean designated : new boolean[] {true, false}) {
      for (boolean emergency : new boolean[] {true, false}) {
        for (Referral referral : Referral.values()) {
          for (Place place : Place.values()) {
            circumstances.add(CareFields.SET.like(care(CareType.INPATIENT)).with(CareFields.DESIGNATED, designated)
                .with(CareFields.PLACE, place).with(CareFields.REFERRAL, referral)
                .with(CareFields.EMERGENCY, emergency).facts());
          }
        }
      }
    }
    return circumstances;
  }

  private static Identity held(IdentityType type, int assignedClass) {
    return IdentityFields.SET.stating().with(IdentityFields.TYPE, type).with(IdentityFields.RECOGNISED_ON, LONG_AGO)
        .with(IdentityFields.ASSIGNED_CLASS, assignedClass == 0 ? null : assignedClass).facts();
  }

  private static Person person(List<Identity> identities, Disability disability) {
    return PersonFields.SET.stating().with(PersonFields.IDENTITIES, identities)
        .with(PersonFields.DISABILITY, disability).facts();
  }

  private static Care care(CareType type) {
    return CareFields.SET.stating().with(CareFields.TYPE, type).facts();
  }

  private static Decision decided(EditionDescription edition, LocalDate day, Person person, Care care,
      CriticalIllnessPlan plan) {
    Money bill = Money.fen(2_000_000);
    Claim claim = ClaimFields.SET.stating().with(ClaimFields.CLAIM_ID, "C-1")
        .with(ClaimFields.REGION, edition.areaCode()).with(ClaimFields.SERVICE_DATE, day)
        .with(ClaimFields.PERSON, person).with(ClaimFields.CARE, care)
        .with(ClaimFields.COSTS, CostsFields.SET.stating().with(CostsFields.TOTAL, bill)
            .with(CostsFields.POLICY_SCOPE, bill).with(CostsFields.ADVANCE, Money.ZERO)
            .with(CostsFields.OVER_LIMIT, Money.ZERO).with(CostsFields.SELF_PAID, Money.ZERO).facts())
        .with(ClaimFields.PAYMENTS, PaymentsFields.SET.stating().with(PaymentsFields.BASIC_INSURANCE, Money.ZERO)
            .with(PaymentsFields.CRITICAL_ILLNESS, plan == null ? Money.ZERO : null).facts())
        .with(ClaimFields.PLAN, plan).with(ClaimFields.YEAR_TO_DATE, YearToDate.startOf(day.getYear())).facts();
    Outcome outcome = DECIDER.decide(claim, true);
    assertTrue(outcome instanceof Decision, () -> claim + ": " + outcome);
    assertEquals(edition.id(), ((Decision) outcome).edition().id());
    return (Decision) outcome;
  }

  private static void expect(Decision decision, String example, Predicate<Decision> sound) {
    assertTrue(sound.test(decision), () -> example + ": " + decision.trace() + " " + decision.notices());
  }

  /** How many rows of a sheet fired. */
  private static long fired(Decision decision, String sheet) {
    return decision.trace().stream().filter(entry -> entry.rule().matches(sheet + "_\\d+")).count();
  }
}
