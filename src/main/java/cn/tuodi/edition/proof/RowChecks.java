package cn.tuodi.edition.proof;

import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.PremiumOutcome;
import cn.tuodi.policy.ReferenceDay;
import cn.tuodi.policy.TermsOutcome;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds rows whose cells are sound one by one but do not go together, so that no claim meets them first. */
public final class RowChecks {

  /** The documents of a year have a handful. */
  private static final int MAX_DAYS = 300;

  /** What is used of a row that has a rate; a second band without one is found in words of its own. */
  private static final List<String> FIGURES =
      List.of("起付线", "救助比例", "累计口径", "起付线累计口径", "限额条款", "年度限额", "单项年度限额",
          "第二限额累计口径", "第二限额", "第三限额累计口径", "第三限额", "起付线按次计算", "单次限额", "支付方");

  private final Sheet sheet;
  private final IdentityDefinitions identities;
  private final Collection<Finding> findings;

  private RowChecks(Sheet sheet, IdentityDefinitions identities, Collection<Finding> findings) {
    this.sheet = sheet;
    this.identities = identities;
    this.findings = findings;
  }

  /**
   * Checks the rows of a sheet.
   *
   * @param sheet its cells
   * @param identities what the edition says of identities
   * @param findings where to write what is wrong
   */
  public static void check(Sheet sheet, IdentityDefinitions identities, Collection<Finding> findings) {
    RowChecks checks = new RowChecks(sheet, identities, findings);
    checks.days();
    for (Row row : sheet.rows()) {
      checks.dates(row);
      UnusedFigures.find(sheet, row, findings);
      if (sheet.name().equals(Layouts.TERMS.sheet())) {
        checks.terms(row);
      } else if (sheet.name().equals(Layouts.APPLICATIONS.sheet())) {
        checks.application(row);
      } else if (sheet.name().equals(Layouts.PREFERENCES.sheet())) {
        checks.preference(row);
      } else if (sheet.name().equals(Layouts.PREMIUMS.sheet())) {
        checks.premium(row);
      } else if (sheet.name().equals(Layouts.HOUSEHOLDS.sheet())) {
        checks.household(row);
      } else if (sheet.name().equals(Layouts.ADJUSTMENTS.sheet())) {
        checks.adjustment(row);
      } else if (sheet.name().equals(Layouts.WARNINGS.sheet())) {
        checks.warning(row);
      } else if (sheet.name().equals(Layouts.WAITING.sheet())) {
        checks.waiting(row);
      }
    }
  }

  /** Every day on which a row begins or ends divides time, and the parts are looked at one by one. */
  private void days() {
    long days = sheet.rows().stream().flatMap(row -> Stream.of(value(row, Column.FROM), value(row, Column.TO)))
        .filter(Objects::nonNull).distinct().count();
    if (days > MAX_DAYS) {
      findings.add(new Finding(sheet.workbook(), sheet.name(), null,
          Message.of("edition.rows-begin-or-end-on-different", days, MAX_DAYS)));
    }
  }

  private void dates(Row row) {
    LocalDate from = (LocalDate) value(row, Column.FROM);
    LocalDate to = (LocalDate) value(row, Column.TO);
    if (from != null && to != null && to.isBefore(from)) {
      find(row, Column.TO, Message.of("edition.the-last-day-is-before-the"));
    }
  }

  private void terms(Row row) {
    TermsOutcome outcome = (TermsOutcome) value(row, "结果");
    boolean rate = value(row, "救助比例") != null;
    if (outcome == TermsOutcome.PAY && !rate) {
      find(row, "救助比例", Message.of("edition.a-row-that-pays-needs-a"));
    }
    unusedTerms(row, outcome);
    if (rate && value(row, "累计口径") == null) {
      find(row, "累计口径", Message.of("edition.a-row-with-a-rate-needs"));
    }
    if (outcome == TermsOutcome.GOVERNED_ELSEWHERE && value(row, "依据文件") == null) {
      find(row, "依据文件", Message.of("edition.a-row-governed-elsewhere-needs-the"));
    }
    Money second = (Money) value(row, "第二段起点");
    if ((second == null) != (value(row, "第二段比例") == null)) {
      find(row, "第二段比例", Message.of("edition.edge-and-rate-of-the-second"));
    } else if (second != null && !rate) {
      find(row, "第二段起点", Message.of("edition.without-a-rate-there-is-no"));
    }
    Money deductible = (Money) value(row, "起付线");
    if (second != null && !second.exceeds(deductible == null ? Money.ZERO : deductible)) {
      find(row, "第二段起点", Message.of("edition.the-second-band-begins-above-the"));
    }
    bands(row, second);
    caps(row);
  }

  /** Bands from the third on begin above the one before. */
  private void bands(Row row, Money second) {
    Money last = second;
    for (String band : List.of("第三段", "第四段")) {
      Money edge = (Money) value(row, band + "起点");
      if ((edge == null) != (value(row, band + "比例") == null)) {
        find(row, band + "比例", Message.of("edition.edge-and-rate-of-a-band"));
      }
      if (edge != null && (last == null || !edge.exceeds(last))) {
        find(row, band + "起点", Message.of("edition.the-edges-rise-from-band-to"));
      }
      last = edge;
    }
  }

  /** A cap says what adds up to it, and what it is a cap of adds up to it. */
  private void caps(Row row) {
    for (String cap : List.of("第二限额", "第三限额")) {
      if ((value(row, cap) == null) != (value(row, cap + "累计口径") == null)) {
        find(row, cap, Message.of("edition.a-cap-and-what-adds-up"));
      } else {
        adding(row, cap + "累计口径");
      }
    }
    boolean bands = value(row, "起付线") != null || value(row, "第二段起点") != null;
    boolean eachBill = Boolean.TRUE.equals(value(row, "起付线按次计算"));
    boolean year = value(row, "年度限额") != null || bands && !eachBill && value(row, "起付线累计口径") == null;
    if (year) {
      adding(row, "累计口径");
    }
    adding(row, "起付线累计口径");
  }

  /** What a deductible or a cap of a kind of care counts has that kind in it: otherwise it holds for each bill. */
  private void adding(Row row, String heading) {
    if (value(row, "医疗类别") instanceof CareType care && value(row, heading) instanceof Accumulator adding
        && !adding.covers(care)) {
      find(row, heading, Message.of("edition.this-kind-of-care-does-not"));
    }
  }

  /** What a row states is used: a figure beside an outcome that looks at none is a mistake in one of them. */
  private void unused(Row row, Object outcome, List<String> headings) {
    for (String heading : headings) {
      if (value(row, heading) != null) {
        find(row, heading, Message.of("edition.a-row-of-this-outcome-makes", outcome, heading));
      }
    }
  }

  private void unusedTerms(Row row, TermsOutcome outcome) {
    boolean open = outcome == TermsOutcome.GOVERNED_ELSEWHERE || outcome == TermsOutcome.LOCAL_STANDARD_MISSING;
    if (outcome != TermsOutcome.PAY && !(open && value(row, "救助比例") != null)) {
      unused(row, outcome.label(), FIGURES);
    } else if (open) {
      // The document states the rate and leaves the cap to somebody else.
      unused(row, outcome.label(), List.of("年度限额"));
    }
    if (!open) {
      unused(row, outcome.label(), List.of("依据文件"));
    }
    if (value(row, "限额条款") != null && value(row, "年度限额") == null && value(row, "单项年度限额") == null) {
      find(row, "限额条款", Message.of("edition.without-a-cap-its-provision-is"));
    }
  }

  private void preference(Row row) {
    boolean share = value(row, "起付线保留比例") != null;
    boolean points = value(row, "报销比例提高（百分点）") != null;
    if (share != points) {
      find(row, "报销比例提高（百分点）", Message.of("edition.share-of-the-deductible-and-points"));
    } else if (!share && Boolean.TRUE.equals(value(row, "取消封顶线"))) {
      find(row, "取消封顶线", Message.of("edition.without-preferential-terms-no-cap-is"));
    }
  }

  private void premium(Row row) {
    premiumConditions(row);
    PremiumOutcome outcome = (PremiumOutcome) value(row, "结果");
    if ((outcome == PremiumOutcome.SUBSIDY) != (value(row, "资助比例") != null)) {
      find(row, "资助比例", Message.of("edition.a-row-that-subsidises-needs-a"));
    }
    if ((outcome == PremiumOutcome.GOVERNED_ELSEWHERE) != (value(row, "依据文件") != null)) {
      find(row, "依据文件", Message.of("edition.a-row-governed-elsewhere-needs-the-instrument"));
    }
  }

  /** Conditions of a premium that nobody can meet. */
  private void premiumConditions(Row row) {
    if (value(row, "年满（岁）") instanceof Integer least && value(row, "未满（岁）") instanceof Integer below
        && least >= below) {
      nobody(row, "未满（岁）", "年满（岁）");
    }
    if (value(row, "参保年度自") instanceof Integer first && value(row, "参保年度至") instanceof Integer last
        && first > last) {
      nobody(row, "参保年度至", "参保年度自");
    }
    if (value(row, "认定类别") instanceof Integer assigned && assigned > 0 && value(row, "身份") != null
        && value(row, "身份") != IdentityType.COUNTY_DESIGNATED) {
      nobody(row, "认定类别", "身份");
    }
    rural(row, "缴费日有效");
  }

  private void application(Row row) {
    Money second = (Money) value(row, "第二段起点");
    if ((second == null) != (value(row, "第二段比例") == null)) {
      find(row, "第二段比例", Message.of("edition.edge-and-rate-of-the-second"));
    }
    if (second != null && !second.exceeds((Money) value(row, "起付标准"))) {
      find(row, "第二段起点", Message.of("edition.the-second-band-begins-above-the"));
    }
    bands(row, second);
    oneOf(row, "收入须低于低保标准（倍）", "收入须低于");
    if (value(row, "基准日") instanceof ReferenceDay day && day.isCalendarYear()
        && !Integer.valueOf(12).equals(value(row, "追溯（月）"))) {
      find(row, "追溯（月）", Message.of("edition.a-calendar-year-has-twelve-months"));
    }
  }

  private void adjustment(Row row) {
    if (value(row, "统一比例") != null && (value(row, "提示") != null || value(row, "降低百分点") != null)) {
      find(row, "统一比例", Message.of("edition.a-flat-rate-goes-with-nothing"));
    }
    if (value(row, "提示") != null && value(row, "降低百分点") == null && value(row, "按比例折算") == null) {
      find(row, "提示", Message.of("edition.a-row-that-changes-no-rate"));
    }
  }

  private void warning(Row row) {
    if (Boolean.FALSE.equals(value(row, "预警")) && Boolean.FALSE.equals(value(row, "提示可申请救助"))) {
      find(row, "预警", Message.of("edition.the-row-gives-neither-a-warning"));
    }
  }

  private void waiting(Row row) {
    if (Boolean.TRUE.equals(value(row, "设等待期")) && Boolean.TRUE.equals(value(row, "自参保当月享受"))) {
      find(row, "自参保当月享受", Message.of("edition.where-benefits-are-waited-for-they"));
    }
    if (value(row, "断保超过（月）") instanceof Integer above && value(row, "断保不超过（月）") instanceof Integer most
        && above >= most) {
      nobody(row, "断保不超过（月）", "断保超过（月）");
    }
    rural(row, "身份有效");
  }

  /** An identity that only rural people hold makes its holder rural for as long as it stands. */
  private void rural(Row row, String stands) {
    if (value(row, "身份") instanceof IdentityType type && identities.isRural(type, codeOf(row))
        && Boolean.TRUE.equals(value(row, stands))
        && Boolean.FALSE.equals(value(row, "农村"))) {
      nobody(row, "农村", "身份");
    }
  }

  private String codeOf(Row row) {
    return value(row, "身份代码") instanceof String code && !code.isEmpty() ? code : null;
  }

  private void nobody(Row row, String heading, String other) {
    find(row, heading, Message.of("edition.this-and-exclude-each-other-the", heading, other, sheet.cell(row, other)));
  }

  private void household(Row row) {
    boolean income = value(row, "人均收入须低于低保标准（倍）") != null || value(row, "人均收入须低于") != null;
    boolean cost = value(row, "自付费用须超过收入的比例") != null || value(row, "自付费用须超过") != null;
    boolean elsewhere = value(row, "另行规定的文件") != null;
    if ((income || cost) == elsewhere) {
      find(row, "另行规定的文件", Message.of("edition.either-the-multiple-or-the-instrument"));
    }
    oneOf(row, "人均收入须低于低保标准（倍）", "人均收入须低于");
    oneOf(row, "自付费用须超过收入的比例", "自付费用须超过");
    if (value(row, "收入先扣除自付费用") != null && !income) {
      find(row, "收入先扣除自付费用", Message.of("edition.without-a-test-of-income-this"));
    }
    if (value(row, "财产须符合规定") != null && elsewhere) {
      find(row, "财产须符合规定", Message.of("edition.another-instrument-governs-this-is"));
    }
  }

  /** Two ways to say the same, of which one is meant. */
  private void oneOf(Row row, String heading, String other) {
    if (value(row, heading) != null && value(row, other) != null) {
      find(row, other, Message.of("edition.state-this-or-the-other", other, heading, sheet.cell(row, heading)));
    }
  }

  private Object value(Row row, String heading) {
    return sheet.value(row, heading);
  }

  private void find(Row row, String heading, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), message));
  }
}
