package cn.tuodi.edition.proof;

import cn.tuodi.claim.Scheme;
import cn.tuodi.language.Message;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.OutOfScope;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.policy.PremiumOutcome;
import cn.tuodi.policy.TermsOutcome;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.TableLayout;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what an edition states and none of its rules ever reads: a parameter that only means something together with
 * another, and a matter that is left to pooling areas though nothing of the edition waits for it.
 */
public final class Unread {

  private static final Map<Parameter, Parameter> TOGETHER = Map.of(Parameter.RURAL_LOW_INCOME,
      Parameter.INSTITUTION_SHARE, Parameter.INSTITUTION_SHARE, Parameter.RURAL_LOW_INCOME,
      Parameter.REMOTE_DIRECT_FROM, Parameter.REMOTE_DIRECT_CONDITIONS, Parameter.REMOTE_DIRECT_CONDITIONS,
      Parameter.REMOTE_DIRECT_FROM, Parameter.TOP_UP_HINT_BURDEN, Parameter.TOP_UP_ON_APPLICATION,
      Parameter.DEPOSIT_AFTER_PRIMARY_CARE, Parameter.DEPOSIT_WAIVER, Parameter.DEPOSIT_IN_POOLING_AREA,
      Parameter.DEPOSIT_WAIVER, Parameter.REMOTE_DIRECT_REFERRED, Parameter.REMOTE_DIRECT_FROM,
      Parameter.REMOTE_DIRECT_CARE, Parameter.REMOTE_DIRECT_FROM);
  private static final String OUTCOME = "结果";
  private static final String CLASS = "对象类别";
  private static final String SEVERE = Layouts.SEVERE_DISABILITY.sheet();

  private final Map<String, Sheet> sheets;
  private final Collection<Finding> findings;

  private Unread(Map<String, Sheet> sheets, Collection<Finding> findings) {
    this.sheets = sheets;
    this.findings = findings;
  }

  /**
   * Checks an edition whose cells are sound.
   *
   * @param sheets its sheets by name
   * @param parameters its parameters
   * @param findings where to write what is never read
   */
  public static void check(Map<String, Sheet> sheets, Parameters parameters, Collection<Finding> findings) {
    Unread unread = new Unread(sheets, findings);
    unread.parameters(parameters);
    unread.matters();
    unread.severity(parameters);
    unread.measure(parameters);
    unread.topUp();
    unread.preferences(parameters);
  }

  /** Without the sheet that says who is severely disabled nobody is; told once where a parameter asks for it. */
  private void severity(Parameters parameters) {
    if (sheets.containsKey(SEVERE) || parameters.has(Parameter.SEVERE_DISABILITY_MATTERS)) {
      return;
    }
    for (Sheet sheet : sheets.values()) {
      for (Row row : sheet.rows()) {
        if (Boolean.TRUE.equals(sheet.value(row, SEVERE))) {
          find(sheet, row, SEVERE, Message.of("edition.the-sheet-is-missing", SEVERE));
        }
      }
    }
  }

  /** Rows that ask for the assisted cost of the year need to know what adds up to it, and nobody else does. */
  private void measure(Parameters parameters) {
    boolean asked = false;
    for (Sheet sheet : sheets.values()) {
      for (Column column : sheet.columns()) {
        Optional<Row> asking = column.isCondition() && column.property().equals("yearEligible")
            ? sheet.rows().stream().filter(row -> sheet.value(row, column.heading()) != null).findFirst()
            : Optional.empty();
        asked |= asking.isPresent();
        if (asking.isPresent() && !parameters.has(Parameter.YEAR_COST_KINDS)) {
          find(sheet, asking.get(), column.heading(),
              Message.of("edition.the-measure-is-missing", Parameter.YEAR_COST_KINDS.label()));
        }
      }
    }
    if (!asked) {
      stating(Parameter.YEAR_COST_KINDS, parameters).ifPresent(row -> find(sheets.get(Layouts.PARAMETERS.sheet()), row,
          "取值", Message.of("edition.no-row-asks-for-the-measure", Parameter.YEAR_COST_KINDS.label())));
    }
  }

  /** The row that states a parameter, unless it says that there is none. */
  private Optional<Row> stating(Parameter parameter, Parameters parameters) {
    Sheet sheet = sheets.get(Layouts.PARAMETERS.sheet());
    return sheet.rows().stream()
        .filter(row -> sheet.value(row, "参数") == parameter && parameters.has(parameter)).findFirst();
  }

  /** Top-up assistance follows assistance. */
  private void topUp() {
    Sheet sheet = sheets.get(Layouts.TOP_UP.sheet());
    for (Row row : sheet == null ? List.<Row>of() : sheet.rows()) {
      PersonClass stated = (PersonClass) sheet.value(row, CLASS);
      Sheet terms = sheets.get(Layouts.TERMS.sheet());
      if (terms.rows().stream().noneMatch(other -> terms.value(other, CLASS) == stated
          && terms.value(other, OUTCOME) instanceof TermsOutcome outcome
          && (outcome == TermsOutcome.PAY || outcome.isOpen()))) {
        find(sheet, row, CLASS, Message.of("edition.the-class-is-never-paid", stated.label()));
      }
    }
  }

  private void preferences(Parameters parameters) {
    Sheet sheet = sheets.get(Layouts.PREFERENCES.sheet());
    for (Row row : sheet.rows()) {
      if (sheet.value(row, "险种") == Scheme.EMPLOYEE && !parameters.has(Parameter.EMPLOYEE_PLAN)
          && sheet.value(row, "起付线保留比例") != null) {
        find(sheet, row, "险种", Message.of("edition.no-plan-for-employees"));
      }
    }
  }

  private void parameters(Parameters parameters) {
    Sheet sheet = sheets.get(Layouts.PARAMETERS.sheet());
    if (!any(Layouts.CLASSES, SEVERE, severe -> severe != null)) {
      stating(Parameter.SEVERE_DISABILITY_MATTERS, parameters).ifPresent(row -> find(sheet, row, "取值",
          Message.of("edition.no-class-asks-for-severity", Parameter.SEVERE_DISABILITY_MATTERS.label())));
    }
    if (sheets.containsKey(OutOfScope.SHEET)) {
      stating(Parameter.INSTITUTION_SHARE, parameters).ifPresent(row -> find(sheet, row, "取值",
          Message.of("edition.institutions-bear-by-the-sheet", OutOfScope.SHEET, Parameter.INSTITUTION_SHARE.label())));
    }
    for (Row row : sheet.rows()) {
      Parameter parameter = (Parameter) sheet.value(row, "参数");
      Parameter other = TOGETHER.get(parameter);
      // Of those that hold unless they say no, saying no means something, too.
      boolean stated = parameter.isRequired() ? parameters.has(parameter) : parameters.value(parameter) != null;
      String missing = other == null ? missing(parameter, parameters) : parameters.has(other) ? null : other.label();
      if (stated && missing != null) {
        find(sheet, row, "取值",
            Message.of("edition.the-parameter-means-nothing-without", parameter.label(), missing));
      }
    }
  }

  /** The sheet or matter without which a parameter means nothing and that the edition does not have, or null. */
  private String missing(Parameter parameter, Parameters parameters) {
    boolean applied = parameters.has(Parameter.TOP_UP_ON_APPLICATION);
    boolean heavy = parameters.has(Parameter.TOP_UP_HINT_BURDEN);
    return switch (parameter) {
      case LOCAL_TOP_UP_REFERRED, LOCAL_TOP_UP_IN_PROVINCE -> applied && heavy ? null : missing(LocalMatter.TOP_UP);
      case OVER_CAP_DESIGNATED, OVER_CAP_REFERRED -> applied && !heavy ? null : missing(LocalMatter.OVER_CAP);
      case OVER_CAP_ENROLLED -> missing(LocalMatter.OVER_CAP);
      case RETROSPECTIVE_FROM_RECOGNITION, RETROSPECTIVE_CARE ->
        parameters.has(Parameter.RETROSPECTIVE_MONTHS) ? null : Parameter.RETROSPECTIVE_MONTHS.label();
      case APPLICATION_ENROLLED ->
        sheets.containsKey(Layouts.APPLICATIONS.sheet()) ? null : Layouts.APPLICATIONS.sheet();
      default -> null;
    };
  }

  private String missing(LocalMatter matter) {
    Sheet sheet = sheets.get(Layouts.LEFT_TO_AREAS.sheet());
    boolean left = sheet != null && sheet.rows().stream().anyMatch(row -> sheet.value(row, "事项") == matter);
    return left ? null : matter.label();
  }

  private void matters() {
    Sheet sheet = sheets.get(Layouts.LEFT_TO_AREAS.sheet());
    if (sheet == null) {
      return;
    }
    for (Row row : sheet.rows()) {
      LocalMatter matter = (LocalMatter) sheet.value(row, "事项");
      if ((matter == LocalMatter.TOP_UP || matter == LocalMatter.OVER_CAP)
          && sheets.containsKey(Layouts.TOP_UP.sheet())) {
        find(sheet, row, "事项",
            Message.of("edition.set-by-the-edition-itself", Layouts.TOP_UP.sheet(), matter.label()));
      } else if (!isWaitedFor(matter)) {
        find(sheet, row, "事项", Message.of("edition.nothing-waits-for-this-matter", matter.label()));
      }
    }
  }

  /** Whether a rule of the edition would read what an area sets. */
  private boolean isWaitedFor(LocalMatter matter) {
    return switch (matter) {
      case ON_APPLICATION -> sheets.containsKey(Layouts.APPLICATIONS.sheet());
      case FIXED_PREMIUM -> any(Layouts.PREMIUMS, OUTCOME, PremiumOutcome.LOCAL_STANDARD_MISSING::equals);
      case ASSISTANCE -> any(Layouts.TERMS, OUTCOME,
          outcome -> outcome instanceof TermsOutcome terms && terms.isOpen());
      case OVER_CAP -> any(Layouts.TERMS, "年度限额", cap -> cap != null)
          || any(Layouts.TERMS, OUTCOME, outcome -> outcome instanceof TermsOutcome terms && terms.isOpen());
      case TOP_UP, CRITICAL_ILLNESS_PLAN, WARNING, MIN_CONTRIBUTION, BASE_FIGURES -> true;
    };
  }

  private boolean any(TableLayout layout, String heading, Predicate<Object> wanted) {
    Sheet sheet = sheets.get(layout.sheet());
    return sheet != null && sheet.rows().stream().anyMatch(row -> wanted.test(sheet.value(row, heading)));
  }

  private void find(Sheet sheet, Row row, String heading, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), message));
  }
}
