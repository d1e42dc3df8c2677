package cn.tuodi.edition;

import cn.tuodi.facts.LocalMatter;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Parameter;
import cn.tuodi.facts.Parameters;
import cn.tuodi.facts.Rate;
import cn.tuodi.facts.TermsOutcome;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.Provision;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an edition leaves to its pooling areas and within which bounds: the sheet 地方标准, and what the edition's own rows
 * leave open.
 */
final class LocalRules {

  private static final String MATTER = "事项";
  private static final String PROVISION = "条款";

  private final Period validity;
  private final Map<String, Sheet> sheets;
  private final Map<String, Provision> provisions;
  private final Parameters parameters;

  /**
   * The rules of an edition.
   *
   * @param validity the days it is in force
   * @param sheets its own sheets by name
   * @param provisions its provisions
   * @param parameters its parameters
   */
  LocalRules(Period validity, Map<String, Sheet> sheets, Map<String, Provision> provisions, Parameters parameters) {
    this.validity = validity;
    this.sheets = sheets;
    this.provisions = provisions;
    this.parameters = parameters;
  }

  Period validity() {
    return validity;
  }

  /** Checks the edition's own figures against its bounds. */
  void checkEdition(Collection<Finding> findings) {
    Sheet own = sheets.get(Layouts.APPLICATIONS.sheet());
    if (own != null) {
      left().filter(row -> matter(row) == LocalMatter.ON_APPLICATION)
          .forEach(left -> own.rows().forEach(row -> checkBounds(left, own, row, findings)));
    }
  }

  /** Checks a sheet of an area. */
  void check(LocalMatter matter, Sheet sheet, Collection<Finding> findings) {
    for (Row row : sheet.rows()) {
      Row left = left().filter(stated -> matter(stated) == matter
          && value(stated, PROVISION).equals(sheet.value(row, PROVISION))).findFirst().orElse(null);
      if (left == null) {
        findings.add(find(sheet, row, PROVISION, "本版“地方标准”表没有按 " + sheet.value(row, PROVISION) + " 把“" + matter.label()
            + "”交由地方确定",
            "the sheet 地方标准 of the edition leaves nothing of the kind to the areas under "
                + sheet.value(row, PROVISION)));
      } else {
        checkBounds(left, sheet, row, findings);
        checkRow(matter, sheet, row, findings);
      }
    }
  }

  private Stream<Row> left() {
    Sheet sheet = sheets.get(Layouts.LEFT_TO_AREAS.sheet());
    return sheet == null ? Stream.empty() : sheet.rows().stream();
  }

  private LocalMatter matter(Row row) {
    return (LocalMatter) value(row, MATTER);
  }

  private Object value(Row row, String heading) {
    return sheets.get(Layouts.LEFT_TO_AREAS.sheet()).value(row, heading);
  }

  private void checkBounds(Row left, Sheet sheet, Row row, Collection<Finding> findings) {
    Money leastDeductible = (Money) value(left, "起付标准不低于");
    if (leastDeductible != null && leastDeductible.exceeds((Money) sheet.value(row, LocalLayouts.DEDUCTIBLE))) {
      findings.add(outside(left, sheet, row, LocalLayouts.DEDUCTIBLE, "低于", "不得低于 " + leastDeductible + " 元",
          "is below the least of " + leastDeductible + " yuan"));
    }
    Money highestDeductible = (Money) value(left, "起付标准不高于");
    if (highestDeductible != null && ((Money) sheet.value(row, LocalLayouts.DEDUCTIBLE)).exceeds(highestDeductible)) {
      findings.add(outside(left, sheet, row, LocalLayouts.DEDUCTIBLE, "高于", "不得高于 " + highestDeductible + " 元",
          "is above the highest of " + highestDeductible + " yuan"));
    }
    Rate leastRate = (Rate) value(left, "救助比例不低于");
    if (leastRate != null && leastRate.compareTo((Rate) sheet.value(row, LocalLayouts.RATE)) > 0) {
      findings.add(outside(left, sheet, row, LocalLayouts.RATE, "低于", "不得低于 " + leastRate,
          "is below the least of " + leastRate));
    }
    Money highestCap = (Money) value(left, "年度限额不高于");
    if (highestCap != null && ((Money) sheet.value(row, LocalLayouts.CAP)).exceeds(highestCap)) {
      findings.add(outside(left, sheet, row, LocalLayouts.CAP, "高于", "不得高于 " + highestCap + " 元",
          "is above the highest of " + highestCap + " yuan"));
    }
  }

  private Finding outside(Row left, Sheet sheet, Row row, String heading, String zh, String bound, String en) {
    return outside((String) value(left, PROVISION), sheet, row, heading, zh, bound, en);
  }

  private Finding outside(String id, Sheet sheet, Row row, String heading, String zh, String bound, String en) {
    Provision provision = provisions.get(id);
    String place = provision.instrument() + " " + provision.article();
    return find(sheet, row, heading, heading + zh + "规定的界限：" + place + "（" + id + "）" + bound,
        "the figure " + en + " set by " + place + " (" + id + ")");
  }

  private void checkRow(LocalMatter matter, Sheet sheet, Row row, Collection<Finding> findings) {
    switch (matter) {
      case ASSISTANCE -> checkAssistance(sheet, row, findings);
      case CRITICAL_ILLNESS_PLAN -> checkPlan(sheet, row, findings);
      case LEAST_CONTRIBUTION -> checkContribution(sheet, row, findings);
      case TOP_UP, OVER_CAP, ON_APPLICATION, WARNING, FIXED_PREMIUM -> {
        // nothing beyond cells and bounds
      }
    }
  }

  /** Terms of an area go with a row of the edition that leaves them open, and state what that row does not. */
  private void checkAssistance(Sheet sheet, Row row, Collection<Finding> findings) {
    Sheet own = sheets.get(Layouts.TERMS.sheet());
    List<Row> open = own.rows().stream()
        .filter(terms -> terms(own, terms, "对象类别", sheet.value(row, "对象类别"))
            && terms(own, terms, "身份", sheet.value(row, "身份")) && terms(own, terms, "医疗类别", sheet.value(row, "医疗类别")))
        .filter(terms -> own.value(terms, "结果") == TermsOutcome.GOVERNED_ELSEWHERE
            || own.value(terms, "结果") == TermsOutcome.LOCAL_STANDARD_MISSING)
        .toList();
    if (open.isEmpty()) {
      findings.add(find(sheet, row, "对象类别", "本版“救助待遇”表中该类别和医疗类别的待遇不待地方确定",
          "the sheet 救助待遇 of the edition does not leave the terms of this class and kind of care open"));
    }
    for (Row terms : open) {
      for (String heading : List.of(LocalLayouts.RATE, "累计口径")) {
        boolean stated = own.value(terms, heading) != null;
        if (stated == (sheet.value(row, heading) != null)) {
          findings.add(find(sheet, row, heading,
              stated ? "文件已规定" + heading + "（“救助待遇”表第 " + terms.number() + " 行），此处应写“无”" : "须填写" + heading,
              stated ? "the edition states this itself (sheet 救助待遇, row " + terms.number() + "): write 无"
                  : "the terms need this"));
        }
      }
    }
  }

  private static boolean terms(Sheet own, Row terms, String heading, Object wanted) {
    Object stated = own.value(terms, heading);
    return stated == null || wanted == null || stated.equals(wanted);
  }

  private void checkPlan(Sheet sheet, Row row, Collection<Finding> findings) {
    boolean income = sheet.value(row, "人均可支配收入") != null;
    if (income == (sheet.value(row, "起付线") != null)) {
      findings.add(find(sheet, row, "起付线", "起付线和人均可支配收入须恰好填写一项，另一项写“无”",
          "either the deductible or the income per head is stated, the other is 无"));
    }
    if (income && !parameters.has(Parameter.INCOME_SHARE)) {
      findings.add(find(sheet, row, "人均可支配收入", "本版起付线不按人均可支配收入确定，请填写起付线",
          "in this edition the deductible does not follow from income: state the deductible"));
    }
    Money last = Money.ZERO;
    for (int tier = 2; sheet.column("第" + tier + "段起点") >= 0; tier++) {
      Money edge = (Money) sheet.value(row, "第" + tier + "段起点");
      if ((edge == null) != (sheet.value(row, "第" + tier + "段比例") == null)) {
        findings.add(find(sheet, row, "第" + tier + "段比例", "一段的起点和比例须同时填写，或同时写“无”",
            "edge and rate of a band go together, or both are 无"));
      }
      if (edge != null && (last == null || !edge.exceeds(last))) {
        findings.add(find(sheet, row, "第" + tier + "段起点", "各段起点须逐段升高，中间不能空缺",
            "the edges rise from band to band, with none left out"));
      }
      last = edge;
    }
  }

  private void checkContribution(Sheet sheet, Row row, Collection<Finding> findings) {
    Sheet own = sheets.get(Layouts.LEAST_CONTRIBUTIONS.sheet());
    for (Row least : own == null ? List.<Row>of() : own.rows()) {
      Money bound = (Money) own.value(least, "最低缴费标准");
      if (Objects.equals(own.value(least, "参保年度"), sheet.value(row, "参保年度"))
          && bound.exceeds((Money) sheet.value(row, "最低缴费标准"))) {
        findings.add(outside((String) own.value(least, PROVISION), sheet, row, "最低缴费标准", "低于", "不得低于 " + bound + " 元",
            "is below the least of " + bound + " yuan"));
      }
    }
  }

  private static Finding find(Sheet sheet, Row row, String heading, String zh, String en) {
    return new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), zh, en);
  }
}
