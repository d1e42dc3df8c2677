package cn.tuodi.trial;

import cn.tuodi.application.ApplicationClaim;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.Scheme;
import cn.tuodi.edition.RowQuestion;
import cn.tuodi.edition.proof.ClaimExample;
import cn.tuodi.edition.source.Period;
import cn.tuodi.household.Household;
import cn.tuodi.money.Money;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.premium.PremiumQuestion;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.TableLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes questions for the rows that no claim meets: those of premiums, applications and recognitions. */
final class RowQuestions {

  private static final List<TableLayout> OF_PREMIUMS = List.of(Layouts.SEVERE_DISABILITY, Layouts.PREMIUMS,
      Layouts.FISCAL_SHARES, Layouts.MIN_CONTRIBUTIONS, Layouts.WAITING);
  private static final Money NOTHING = Money.ZERO;
  private static final Money STANDARD = Money.fen(6_000_00);
  private static final Money MUCH = Money.fen(9_000_000_00);

  private final String region;
  private final Period validity;
  private final List<RowQuestion> all = new ArrayList<>();

  private RowQuestions(String region, Period validity) {
    this.region = region;
    this.validity = validity;
  }

  /**
   * Questions for every row that is in force on a day of the edition.
   *
   * @param region area code of the edition
   * @param validity the days it is in force
   * @param premiumsFrom the insured year from which it answers before that, or null
   * @param sheets its sheets by name
   */
  static List<RowQuestion> of(String region, Period validity, Integer premiumsFrom, Map<String, Sheet> sheets) {
    RowQuestions questions = new RowQuestions(region, validity);
    ClaimExample people = new ClaimExample(region, sheets.get(Layouts.SEVERE_DISABILITY.sheet()),
        IdentityDefinitions.NONE, Accumulator.NONE);
    for (TableLayout layout : OF_PREMIUMS) {
      rows(sheets, layout).forEach(row -> {
        Sheet sheet = sheets.get(layout.sheet());
        List<PremiumQuestion> asked =
            new PremiumExample(region, validity, premiumsFrom, people, sheet, row).questions();
        questions.all.add(new RowQuestion(sheet, row, asked));
      });
    }
    rows(sheets, Layouts.APPLICATIONS).forEach(row -> questions.apply(sheets.get(Layouts.APPLICATIONS.sheet()), row));
    rows(sheets, Layouts.HOUSEHOLDS).forEach(row -> questions.recognise(sheets.get(Layouts.HOUSEHOLDS.sheet()), row));
    return questions.all;
  }

  private static List<Row> rows(Map<String, Sheet> sheets, TableLayout layout) {
    return sheets.containsKey(layout.sheet()) ? sheets.get(layout.sheet()).rows() : List.of();
  }

  private LocalDate day(Sheet sheet, Row row) {
    LocalDate from = Period.of(sheet, row).first();
    return from == null || from.isBefore(validity.first()) ? validity.first() : from;
  }

  @SuppressWarnings("unchecked")
  private void apply(Sheet sheet, Row row) {
    LocalDate day = day(sheet, row);
    List<ApplicationQuestion> questions = new ArrayList<>();
    for (IdentityType type : (Collection<IdentityType>) sheet.value(row, "对象身份")) {
      for (Money cost : List.of(Money.fen(80_000_00), NOTHING, Money.fen(1), MUCH)) {
        questions.add(application(day, person(Set.of(type), Enrolment.INSURED, day), cost, NOTHING, NOTHING));
      }
    }
    Money cost = Money.fen(80_000_00);
    Person nobody = person(Set.of(), Enrolment.NOT_ENROLLED, day);
    questions.add(application(day, nobody, cost, MUCH, MUCH));
    questions.add(application(day, nobody, cost, null, NOTHING));
    all.add(new RowQuestion(sheet, row, questions));
  }

  private static Person person(Set<IdentityType> types, Enrolment enrolment, LocalDate day) {
    // Recognised on the day itself, on which the months are counted back in either way.
    List<Identity> identities = types.stream().map(type -> new Identity(type, day, null, null, 0)).toList();
    return new Person("EXAMPLE", null, Scheme.RESIDENT, enrolment, true, false, identities, null, null);
  }

  private ApplicationQuestion application(LocalDate day, Person person, Money cost, Money income, Money granted) {
    Costs costs = new Costs(cost, cost, NOTHING, NOTHING, NOTHING, false);
    Payments payments = new Payments(NOTHING, NOTHING, NOTHING, NOTHING);
    List<ApplicationClaim> claims = new ArrayList<>();
    for (LocalDate served : List.of(day, day.minusYears(5), day.plusDays(1))) {
      claims.add(new ApplicationClaim("EXAMPLE-" + served, served, costs, payments, NOTHING));
    }
    LocalDate recognised = person.identities().isEmpty() ? null : day;
    return new ApplicationQuestion("EXAMPLE", region, day, recognised, person, claims, income, STANDARD, false,
        granted);
  }

  private void recognise(Sheet sheet, Row row) {
    LocalDate day = day(sheet, row);
    List<Household> questions = new ArrayList<>();
    for (Money income : List.of(Money.fen(20_000_00), NOTHING, MUCH)) {
      questions.add(
          new Household(region, day, 3, income, Money.fen(10_000_00), STANDARD, true, false, false, true, false));
      questions.add(new Household(region, day, 1, income, MUCH, NOTHING, false, true, true, false, true));
    }
    all.add(new RowQuestion(sheet, row, questions));
  }
}
