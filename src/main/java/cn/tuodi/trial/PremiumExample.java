package cn.tuodi.trial;

import cn.tuodi.claim.Disability;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.field.DisabilityFields;
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.edition.proof.ClaimExample;
import cn.tuodi.edition.source.Period;
import cn.tuodi.money.Money;
import cn.tuodi.policy.EnrolmentEvent;
import cn.tuodi.policy.FiscalArea;
import cn.tuodi.premium.CountyType;
import cn.tuodi.premium.PremiumQuestion;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.List;

/** Makes questions about premiums that a row answers. What the row leaves open is as with most people. */
public final class PremiumExample {

  private static final List<Money> CONTRIBUTIONS =
      List.of(Money.fen(350_00), Money.ZERO, Money.fen(1), Money.fen(9_000_000_00));
  private static final int AGE = 40;

  private final String region;
  private final Period validity;
  private final Integer premiumsFrom;
  private final ClaimExample people;
  private final Sheet sheet;
  private final Row row;

  /**
   * Examples for a row.
   *
   * @param region area code of the edition
   * @param validity the days it is in force
   * @param premiumsFrom the insured year from which it answers before that, or null
   * @param people who is severely disabled
   * @param sheet the sheet
   * @param row the row
   */
  public PremiumExample(String region, Period validity, Integer premiumsFrom, ClaimExample people, Sheet sheet,
      Row row) {
    this.region = region;
    this.validity = validity;
    this.premiumsFrom = premiumsFrom;
    this.people = people;
    this.sheet = sheet;
    this.row = row;
  }

  /** Questions with ordinary and extreme contributions, and without what may be left out. */
  public List<PremiumQuestion> questions() {
    LocalDate day = day();
    PremiumQuestion usual = question(day, CONTRIBUTIONS.get(0), false);
    return List.of(usual, question(day, CONTRIBUTIONS.get(1), false), question(day, CONTRIBUTIONS.get(2), false),
        question(day, CONTRIBUTIONS.get(3), false), question(day, CONTRIBUTIONS.get(0), true),
        usual.bornOn(null), usual.collectedUntil(null), usual.employedUntil(null));
  }

  /** The first day on which the row answers anybody; one that had ended before is asked in advance. */
  private LocalDate day() {
    Period stated = Period.of(sheet, row);
    if (stated.last() != null && stated.last().isBefore(validity.first())) {
      return stated.last();
    }
    return stated.first() == null || stated.first().isBefore(validity.first()) ? validity.first() : stated.first();
  }

  private PremiumQuestion question(LocalDate day, Money contribution, boolean permit) {
    FiscalArea area = value("地区类型") == null ? FiscalArea.OTHER : (FiscalArea) value("地区类型");
    CountyType county =
        area == FiscalArea.LIFTED_OUT_OF_POVERTY ? CountyType.LIFTED_OUT_OF_POVERTY : CountyType.OTHER;
    return new PremiumQuestion(region, person(day, !permit), year(day), day, contribution, collectionEnd(day), county,
        area == FiscalArea.REGION_UNIVERSITY, permit, event(), employedUntil(day), is("本年度已资助"), is("重病患者"));
  }

  private int year(LocalDate day) {
    for (String heading : List.of("参保年度", "参保年度自", "参保年度至")) {
      if (value(heading) != null) {
        return (Integer) value(heading);
      }
    }
    return premiumsFrom == null || !day.isBefore(validity.first()) ? day.getYear() : premiumsFrom;
  }

  /** Without a word on the collection period, it ends later than the day of payment. */
  private LocalDate collectionEnd(LocalDate day) {
    return Boolean.FALSE.equals(value("征缴期内认定并缴费")) ? day.minusDays(1) : day.plusMonths(1);
  }

  private EnrolmentEvent event() {
    if (value("参保情形") != null) {
      return (EnrolmentEvent) value("参保情形");
    }
    return value("断保不超过（月）") == null && value("断保超过（月）") == null ? EnrolmentEvent.COLLECTION_PERIOD
        : EnrolmentEvent.EMPLOYEE_LAPSE;
  }

  private LocalDate employedUntil(LocalDate day) {
    return value("断保超过（月）") instanceof Integer months ? day.minusMonths(months).minusDays(1) : day;
  }

  private Person person(LocalDate day, boolean local) {
    IdentityType type = (IdentityType) value("身份");
    if (type == null && value("认定类别") != null) {
      type = IdentityType.COUNTY_DESIGNATED;
    } else if (type == null && (isDenied("缴费日有效") || isDenied("身份有效"))) {
      type = IdentityType.MINIMUM_LIVING;
    }
    return PersonFields.SET.stating().with(PersonFields.BIRTH_DATE, day.minusYears(age()))
        .with(PersonFields.LOCAL_HUKOU, local).with(PersonFields.RURAL, is("农村"))
        .with(PersonFields.IDENTITIES, type == null ? List.of() : List.of(identity(type, day)))
        .with(PersonFields.DISABILITY, disability(day)).facts();
  }

  /** An identity that does not stand begins after the day of payment, within the collection period. */
  private Identity identity(IdentityType type, LocalDate day) {
    boolean stands = !isDenied("缴费日有效") && !isDenied("身份有效");
    Integer assigned = value("认定类别") instanceof Integer number && number > 0 ? number : null;
    return IdentityFields.SET.stating().with(IdentityFields.TYPE, type)
        .with(IdentityFields.RECOGNISED_ON, stands ? day.minusYears(1) : day.plusDays(1))
        .with(IdentityFields.ASSIGNED_CLASS, assigned).facts();
  }

  private int age() {
    if (value("年满（岁）") instanceof Integer least) {
      return least;
    }
    return value("未满（岁）") instanceof Integer below ? Math.max(0, below - 1) : AGE;
  }

  private Disability disability(LocalDate day) {
    if (value("残疾等级") instanceof Integer grade) {
      Object kind = value("残疾类别");
      return DisabilityFields.SET.stating().with(DisabilityFields.GRADE, grade)
          .with(DisabilityFields.KIND, kind == null ? DisabilityKind.PHYSICAL : (DisabilityKind) kind).facts();
    }
    return Boolean.TRUE.equals(condition("重度残疾")) ? people.severe(day) : null;
  }

  private boolean is(String heading) {
    return Boolean.TRUE.equals(value(heading));
  }

  private boolean isDenied(String heading) {
    return Boolean.FALSE.equals(value(heading));
  }

  /** The cell of a condition: some headings are those of conclusions in another sheet. */
  private Object condition(String heading) {
    return sheet.columns().stream().anyMatch(column -> column.heading().equals(heading) && column.isCondition())
        ? value(heading) : null;
  }

  /** The cell under a heading, or null where the sheet has no such column. */
  private Object value(String heading) {
    return sheet.columns().stream().anyMatch(column -> column.heading().equals(heading)) ? sheet.value(row, heading)
        : null;
  }
}
