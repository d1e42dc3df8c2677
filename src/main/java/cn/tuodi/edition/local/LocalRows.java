package cn.tuodi.edition.local;

import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Scheme;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.policy.PremiumOutcome;
import cn.tuodi.policy.TermsOutcome;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.TableLayout;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Finds rows of a pooling area that go against what the edition itself states, or that could never apply in it, so that
 * no area takes its standard to be in force when it is not.
 */
final class LocalRows {

  private static final String CLASS = "对象类别";
  private static final String IDENTITY = "身份";
  private static final String CARE = "医疗类别";
  private static final String OUTCOME = "结果";
  private static final String INCOME = "人均可支配收入";

  private final Period validity;
  private final Map<String, Sheet> sheets;
  private final Parameters parameters;
  private final Collection<Finding> findings;

  /**
   * Checks against an edition.
   *
   * @param validity the days it is in force
   * @param sheets its own sheets by name
   * @param parameters its parameters
   * @param findings where to write what is wrong
   */
  LocalRows(Period validity, Map<String, Sheet> sheets, Parameters parameters, Collection<Finding> findings) {
    this.validity = validity;
    this.sheets = sheets;
    this.parameters = parameters;
    this.findings = findings;
  }

  /**
   * Checks a row.
   *
   * @param matter what its sheet sets
   * @param sameCapAs the identity whose cap it must share where the edition leaves only the cap open, or null
   */
  void check(LocalMatter matter, IdentityType sameCapAs, Sheet sheet, Row row) {
    checkDates(sheet, row);
    switch (matter) {
      case TOP_UP, OVER_CAP -> checkClass(sheet, row);
      case ASSISTANCE -> checkAssistance(sameCapAs, sheet, row);
      case CRITICAL_ILLNESS_PLAN -> checkPlan(sheet, row);
      case FIXED_PREMIUM -> checkPremium(sheet, row);
      case ON_APPLICATION, WARNING, MIN_CONTRIBUTION, BASE_FIGURES -> {
        // nothing beyond cells, dates and bounds
      }
    }
  }

  /**
   * Whether a row that is sound in itself is ever used: on some day of it, the edition has the class, or the terms that
   * the row goes with.
   *
   * @param matter what its sheet sets
   */
  boolean isEverUsed(LocalMatter matter, Sheet sheet, Row row) {
    return switch (matter) {
      case TOP_UP, OVER_CAP -> isMet(Layouts.TERMS, sheet, row, own -> own.has(CLASS)
          && own.value(OUTCOME) == TermsOutcome.PAY);
      case ASSISTANCE -> isMet(Layouts.TERMS, sheet, row, own -> own.has(CLASS) && own.has(IDENTITY) && own.has(CARE)
          && (own.value(OUTCOME) == TermsOutcome.GOVERNED_ELSEWHERE
              || own.value(OUTCOME) == TermsOutcome.LOCAL_STANDARD_MISSING));
      case WARNING -> sheet.value(row, CLASS) == PersonClass.NONE
          || isMet(Layouts.CLASSES, sheet, row, own -> own.has(CLASS));
      case ON_APPLICATION -> sheets.get(Layouts.APPLICATIONS.sheet()) == null
          || isMet(Layouts.APPLICATIONS, sheet, row, own -> true);
      case CRITICAL_ILLNESS_PLAN, FIXED_PREMIUM, MIN_CONTRIBUTION, BASE_FIGURES -> true;
    };
  }

  /** A row of the edition beside one of an area. */
  private record Own(Sheet sheet, Row row, Sheet local, Row stated) {

    Object value(String heading) {
      return sheet.value(row, heading);
    }

    /** Whether both rows speak of the same, or one of them of any. */
    boolean has(String heading) {
      return meet(sheet, row, local, stated, heading);
    }
  }

  private boolean isMet(TableLayout layout, Sheet sheet, Row row, Predicate<Own> goesWith) {
    Sheet own = sheets.get(layout.sheet());
    Period days = Period.of(sheet, row);
    return own.rows().stream().filter(other -> Period.of(own, other).meets(days))
        .anyMatch(other -> goesWith.test(new Own(own, other, sheet, row)));
  }

  private void checkDates(Sheet sheet, Row row) {
    if (sheet.column("生效日期") < 0) {
      return;
    }
    Period stated = Period.of(sheet, row);
    if (stated.last() != null && stated.last().isBefore(validity.first())) {
      find(sheet, row, "失效日期", Message.of("edition.the-row-ends-before-the-edition", validity.first()));
    }
    LocalDate end = validity.last();
    if (end != null && stated.first() != null && stated.first().isAfter(end)) {
      find(sheet, row, "生效日期", Message.of("edition.the-row-begins-after-the-edition", end));
    }
  }

  /** Top-up assistance follows assistance, so the class must be one that is paid by a rate. */
  private void checkClass(Sheet sheet, Row row) {
    PersonClass stated = (PersonClass) sheet.value(row, CLASS);
    Sheet own = sheets.get(Layouts.TERMS.sheet());
    if (stated != null && own.rows().stream().noneMatch(
        terms -> own.value(terms, CLASS) == stated && own.value(terms, OUTCOME) == TermsOutcome.PAY)) {
      find(sheet, row, CLASS, Message.of("edition.in-this-edition-the-class-has"));
    }
  }

  /** Terms of an area go with a row of the edition that leaves them open, and state what that row does not. */
  private void checkAssistance(IdentityType sameCapAs, Sheet sheet, Row row) {
    checkIdentityOfClass(sheet, row);
    Sheet own = sheets.get(Layouts.TERMS.sheet());
    List<Row> open = own.rows().stream().filter(terms -> meet(own, terms, sheet, row, CLASS)
        && meet(own, terms, sheet, row, IDENTITY) && meet(own, terms, sheet, row, CARE)
        && own.value(terms, "条款").equals(sheet.value(row, "条款"))
        && (own.value(terms, OUTCOME) == TermsOutcome.GOVERNED_ELSEWHERE
            || own.value(terms, OUTCOME) == TermsOutcome.LOCAL_STANDARD_MISSING))
        .toList();
    if (open.isEmpty()) {
      find(sheet, row, CLASS, Message.of("edition.the-sheet-of-the-edition-does"));
    }
    for (Row terms : open) {
      boolean onlyCap = own.value(terms, "救助比例") != null;
      for (String heading : List.of(LocalLayouts.RATE, "累计口径")) {
        if ((own.value(terms, heading) != null) == (sheet.value(row, heading) != null)) {
          find(sheet, row, heading,
              onlyCap ? Message.of("edition.the-edition-states-this-itself-sheet", heading, terms.number())
                  : Message.of("edition.the-terms-need-this", heading));
        }
      }
      if (onlyCap) {
        checkOnlyCap(sameCapAs, sheet, row);
      }
    }
  }

  private void checkIdentityOfClass(Sheet sheet, Row row) {
    Sheet classes = sheets.get(Layouts.CLASSES.sheet());
    Object identity = sheet.value(row, IDENTITY);
    if (identity != null && classes.rows().stream().noneMatch(stated -> classes.value(stated, IDENTITY) == identity
        && classes.value(stated, CLASS) == sheet.value(row, CLASS))) {
      find(sheet, row, IDENTITY, Message.of("edition.in-this-edition-the-identity-is"));
    }
  }

  private void checkOnlyCap(IdentityType sameCapAs, Sheet sheet, Row row) {
    if (sheet.value(row, LocalLayouts.CAP) == null) {
      find(sheet, row, LocalLayouts.CAP, Message.of("edition.the-document-demands-a-cap-state"));
    }
    if (sheet.value(row, LocalLayouts.DEDUCTIBLE) != null) {
      find(sheet, row, LocalLayouts.DEDUCTIBLE, Message.of("edition.the-document-leaves-only-the-cap"));
    }
    if (sameCapAs == null) {
      return;
    }
    Sheet classes = sheets.get(Layouts.CLASSES.sheet());
    for (Row other : sheet.rows()) {
      Object identity = sheet.value(other, IDENTITY);
      boolean theirs = identity == sameCapAs || identity == null && classes.rows().stream().anyMatch(stated -> classes
          .value(stated, IDENTITY) == sameCapAs && classes.value(stated, CLASS) == sheet.value(other, CLASS));
      if (theirs && sheet.value(other, CARE) == sheet.value(row, CARE)
          && !Objects.equals(sheet.value(other, LocalLayouts.CAP), sheet.value(row, LocalLayouts.CAP))) {
        find(sheet, row, LocalLayouts.CAP,
            Message.of("edition.by-the-document-the-cap-is", sameCapAs.label(), other.number()));
      }
    }
  }

  private static boolean meet(Sheet own, Row terms, Sheet sheet, Row row, String heading) {
    Object stated = own.value(terms, heading);
    Object wanted = sheet.value(row, heading);
    return stated == null || wanted == null || stated.equals(wanted);
  }

  private void checkPlan(Sheet sheet, Row row) {
    if (sheet.value(row, "险种") == Scheme.EMPLOYEE && !parameters.has(Parameter.EMPLOYEE_PLAN)) {
      find(sheet, row, "险种", Message.of("edition.in-this-edition-no-plan-is"));
    }
    boolean income = sheet.value(row, INCOME) != null;
    if (income == (sheet.value(row, "起付线") != null)) {
      find(sheet, row, "起付线", Message.of("edition.either-the-deductible-or-the-income"));
    }
    if (income && !parameters.has(Parameter.INCOME_SHARE)) {
      find(sheet, row, INCOME, Message.of("edition.in-this-edition-the-deductible-does"));
    }
    Money last = Money.ZERO;
    for (int tier = 2; sheet.column("第" + tier + "段起点") >= 0; tier++) {
      Money edge = (Money) sheet.value(row, "第" + tier + "段起点");
      if ((edge == null) != (sheet.value(row, "第" + tier + "段比例") == null)) {
        find(sheet, row, "第" + tier + "段比例", Message.of("edition.edge-and-rate-of-a-band"));
      }
      if (edge != null && (last == null || !edge.exceeds(last))) {
        find(sheet, row, "第" + tier + "段起点", Message.of("edition.the-edges-rise-from-band-to"));
      }
      last = edge;
    }
  }

  private void checkPremium(Sheet sheet, Row row) {
    Sheet own = sheets.get(Layouts.PREMIUMS.sheet());
    if (own == null || own.rows().stream().noneMatch(offer -> own.value(offer, IDENTITY) == sheet.value(row, IDENTITY)
        && own.value(offer, OUTCOME) == PremiumOutcome.LOCAL_STANDARD_MISSING)) {
      find(sheet, row, IDENTITY, Message.of("edition.in-the-sheet-the-identity-has"));
    }
  }

  private void find(Sheet sheet, Row row, String heading, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), message));
  }
}
