package cn.tuodi.edition.proof;

import cn.tuodi.claim.IdentityType;
import cn.tuodi.money.Money;
import cn.tuodi.policy.PremiumOutcome;
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
      List.of("起付线", "救助比例", "累计口径", "限额条款", "年度限额", "单项年度限额");

  private final Sheet sheet;
  private final Collection<Finding> findings;

  private RowChecks(Sheet sheet, Collection<Finding> findings) {
    this.sheet = sheet;
    this.findings = findings;
  }

  public static void check(Sheet sheet, Collection<Finding> findings) {
    RowChecks checks = new RowChecks(sheet, findings);
    checks.days();
    for (Row row : sheet.rows()) {
      checks.dates(row);
      if (sheet.name().equals(Layouts.TERMS.sheet())) {
        checks.terms(row);
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
          "生效日期和失效日期共有 " + days + " 个不同的日期，最多 " + MAX_DAYS + " 个，请合并相同的行",
          "rows begin or end on " + days + " different days: at most " + MAX_DAYS
              + " may be, join rows that are alike"));
    }
  }

  private void dates(Row row) {
    LocalDate from = (LocalDate) value(row, Column.FROM);
    LocalDate to = (LocalDate) value(row, Column.TO);
    if (from != null && to != null && to.isBefore(from)) {
      find(row, Column.TO, "失效日期早于生效日期", "the last day is before the first");
    }
  }

  private void terms(Row row) {
    TermsOutcome outcome = (TermsOutcome) value(row, "结果");
    boolean rate = value(row, "救助比例") != null;
    if (outcome == TermsOutcome.PAY && !rate) {
      find(row, "救助比例", "结果为“救助”的行须填写救助比例", "a row that pays needs a rate");
    }
    unusedTerms(row, outcome);
    if (rate && value(row, "累计口径") == null) {
      find(row, "累计口径", "有救助比例的行须填写累计口径", "a row with a rate needs its accumulator");
    }
    if (outcome == TermsOutcome.GOVERNED_ELSEWHERE && value(row, "依据文件") == null) {
      find(row, "依据文件", "结果为“另有文件规定”的行须填写依据文件", "a row governed elsewhere needs the instrument");
    }
    Money second = (Money) value(row, "第二段起点");
    if ((second == null) != (value(row, "第二段比例") == null)) {
      find(row, "第二段比例", "第二段的起点和比例须同时填写", "edge and rate of the second band go together");
    } else if (second != null && !rate) {
      find(row, "第二段起点", "没有救助比例的行不能有第二段", "without a rate there is no second band");
    }
    Money deductible = (Money) value(row, "起付线");
    if (second != null && !second.exceeds(deductible == null ? Money.ZERO : deductible)) {
      find(row, "第二段起点", "第二段起点应高于起付线", "the second band begins above the deductible");
    }
  }

  /** What a row states is used: a figure beside an outcome that looks at none is a mistake in one of them. */
  private void unused(Row row, Object outcome, List<String> headings) {
    for (String heading : headings) {
      if (value(row, heading) != null) {
        find(row, heading, "结果为“" + outcome + "”的行不使用“" + heading + "”，请写“无”或改正结果",
            "a row of this outcome makes no use of the figure: write 无, or correct the outcome");
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
      find(row, "限额条款", "没有年度限额的行不使用“限额条款”，请写“无”或填写限额", "without a cap its provision is not used");
    }
  }

  private void preference(Row row) {
    boolean share = value(row, "起付线保留比例") != null;
    boolean points = value(row, "报销比例提高（百分点）") != null;
    if (share != points) {
      find(row, "报销比例提高（百分点）", "起付线保留比例和报销比例提高须同时填写，或同时写“无”",
          "share of the deductible and points go together, or both are 无");
    } else if (!share && Boolean.TRUE.equals(value(row, "取消封顶线"))) {
      find(row, "取消封顶线", "不倾斜的行不能取消封顶线", "without preferential terms no cap is lifted");
    }
  }

  private void premium(Row row) {
    premiumConditions(row);
    PremiumOutcome outcome = (PremiumOutcome) value(row, "结果");
    if ((outcome == PremiumOutcome.SUBSIDY) != (value(row, "资助比例") != null)) {
      find(row, "资助比例", "结果为“按比例资助”的行须填写资助比例，其他行写“无”", "a row that subsidises needs a rate, others have 无");
    }
    if ((outcome == PremiumOutcome.GOVERNED_ELSEWHERE) != (value(row, "依据文件") != null)) {
      find(row, "依据文件", "结果为“另有文件规定”的行须填写依据文件，其他行写“无”",
          "a row governed elsewhere needs the instrument, others have 无");
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

  private void adjustment(Row row) {
    if (value(row, "提示") != null && value(row, "降低百分点") == null && value(row, "按比例折算") == null) {
      find(row, "提示", "不降低也不折算的行不使用“提示”，请写“无”或填写比例",
          "a row that changes no rate gives no notice: write 无, or state the figure");
    }
  }

  private void warning(Row row) {
    if (Boolean.FALSE.equals(value(row, "预警")) && Boolean.FALSE.equals(value(row, "提示可申请救助"))) {
      find(row, "预警", "这一行既不预警也不提示，所填内容不起作用，请改为“是”或删除这一行",
          "the row gives neither a warning nor a hint, so that it says nothing: write 是, or delete it");
    }
  }

  private void waiting(Row row) {
    if (Boolean.TRUE.equals(value(row, "设等待期")) && Boolean.TRUE.equals(value(row, "自参保当月享受"))) {
      find(row, "自参保当月享受", "设等待期的行不能自参保当月享受，请改正其中一项",
          "where benefits are waited for they do not begin with the month of payment: correct one of the two");
    }
    if (value(row, "断保超过（月）") instanceof Integer above && value(row, "断保不超过（月）") instanceof Integer most
        && above >= most) {
      nobody(row, "断保不超过（月）", "断保超过（月）");
    }
    rural(row, "身份有效");
  }

  /** An identity that only rural people hold makes its holder rural for as long as it stands. */
  private void rural(Row row, String stands) {
    if (value(row, "身份") instanceof IdentityType type && type.isRural() && Boolean.TRUE.equals(value(row, stands))
        && Boolean.FALSE.equals(value(row, "农村"))) {
      nobody(row, "农村", "身份");
    }
  }

  private void nobody(Row row, String heading, String other) {
    find(row, heading, "“" + heading + "”与“" + other + "”（" + sheet.cell(row, other) + "）互相矛盾，这一行不会适用于任何人",
        "this and " + sheet.cell(row, other) + " exclude each other: the row applies to nobody");
  }

  private void household(Row row) {
    if ((value(row, "人均收入须低于低保标准（倍）") == null) == (value(row, "另行规定的文件") == null)) {
      find(row, "另行规定的文件", "倍数和另行规定的文件须恰好填写一项，另一项写“无”",
          "either the multiple or the instrument is stated, the other is 无");
    }
  }

  private Object value(Row row, String heading) {
    return sheet.value(row, heading);
  }

  private void find(Row row, String heading, String zh, String en) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), zh, en));
  }
}
