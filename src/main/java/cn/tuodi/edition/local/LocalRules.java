package cn.tuodi.edition.local;

import cn.tuodi.claim.IdentityType;
import cn.tuodi.edition.proof.Coverage;
import cn.tuodi.edition.source.AreaCode;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.AreaLevel;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an edition leaves to its pooling areas, at which level and within which bounds: the sheet 地方标准. */
public final class LocalRules {

  private static final String PROVISION = "条款";
  private static final String MIN_DEDUCTIBLE = "起付标准不低于";
  private static final String MAX_DEDUCTIBLE = "起付标准不高于";
  private static final String MIN_RATE = "救助比例不低于";
  private static final String MAX_CAP = "年度限额不高于";
  private static final Map<String, String> BOUNDED = Map.of(MIN_DEDUCTIBLE, LocalLayouts.DEDUCTIBLE,
      MAX_DEDUCTIBLE, LocalLayouts.DEDUCTIBLE, MIN_RATE, LocalLayouts.RATE, MAX_CAP, LocalLayouts.CAP);

  private final Period validity;
  private final Sheet left;
  private final Map<String, Sheet> sheets;
  private final Map<String, Provision> provisions;
  private final LocalRows rows;
  private final Collection<Finding> findings;

  /**
   * The rules of an edition.
   *
   * @param validity the days it is in force
   * @param sheets its own sheets by name
   * @param provisions its provisions
   * @param parameters its parameters
   * @param findings where to write what is wrong
   */
  public LocalRules(Period validity, Map<String, Sheet> sheets, Map<String, Provision> provisions,
      Parameters parameters,
      Collection<Finding> findings) {
    this.validity = validity;
    this.left = sheets.get(Layouts.LEFT_TO_AREAS.sheet());
    this.sheets = sheets;
    this.provisions = provisions;
    this.rows = new LocalRows(validity, sheets, parameters, findings);
    this.findings = findings;
  }

  Period validity() {
    return validity;
  }

  /** Checks the sheet of what is left to areas, and the edition's own figures against its bounds. */
  public void checkEdition() {
    Set<List<Object>> seen = new HashSet<>();
    for (Row row : stated()) {
      if (!seen.add(List.of(value(row, "事项"), value(row, PROVISION)))) {
        find(left, row, "事项", Message.of("edition.a-provision-leaves-a-matter-once"));
      }
      BOUNDED.forEach((bound, figure) -> {
        if (value(row, bound) != null && LocalLayouts.of(matter(row)).columns().stream()
            .noneMatch(column -> column.heading().equals(figure))) {
          find(left, row, bound, Message.of("edition.the-sheet-has-no-such-figure", matter(row).label(), figure));
        }
      });
    }
    Sheet own = sheets.get(Layouts.APPLICATIONS.sheet());
    if (own != null && findings.isEmpty()) {
      stated().stream().filter(row -> matter(row) == LocalMatter.ON_APPLICATION)
          .forEach(bounds -> own.rows().forEach(row -> checkBounds(bounds, own, row)));
    }
  }

  /** Checks a sheet of an area. */
  void check(LocalMatter matter, String area, Sheet sheet) {
    for (Row row : sheet.rows()) {
      Row stated = stated().stream().filter(other -> matter(other) == matter
          && value(other, PROVISION).equals(sheet.value(row, PROVISION))).findFirst().orElse(null);
      if (stated == null) {
        find(sheet, row, PROVISION,
            Message.of("edition.the-sheet-of-the-edition-leaves", sheet.value(row, PROVISION), matter.label()));
      } else {
        checkLevel(stated, area, sheet, row);
        checkBounds(stated, sheet, row);
        rows.check(matter, (IdentityType) value(stated, "限额与何种身份相同"), sheet, row);
        checkContribution(matter, sheet, row);
      }
    }
  }

  /** Finds rows of an area that are sound and that nobody can meet. */
  void findUnmet(LocalMatter matter, Sheet sheet, Collection<Finding> unmet) {
    sheet.rows().stream().filter(row -> !rows.isEverUsed(matter, sheet, row)).limit(Coverage.MOST)
        .forEach(row -> unmet.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, PROVISION),
            Message.of("edition.row-of-an-area-applies-to-nobody", row.number()))));
  }

  private List<Row> stated() {
    return left == null ? List.of() : left.rows();
  }

  private LocalMatter matter(Row row) {
    return (LocalMatter) value(row, "事项");
  }

  private Object value(Row row, String heading) {
    return left.value(row, heading);
  }

  private void checkLevel(Row stated, String area, Sheet sheet, Row row) {
    AreaLevel lowest = (AreaLevel) value(stated, "最低层级");
    if (AreaCode.level(area).compareTo(lowest) > 0) {
      find(sheet, row, PROVISION, Message.of("edition.by-the-sheet-this-is-set",
          Message.given(lowest.label(), lowest.name().toLowerCase()), area));
    }
  }

  private void checkBounds(Row bounds, Sheet sheet, Row row) {
    Money deductible = orNothing(sheet.value(row, LocalLayouts.DEDUCTIBLE));
    Money least = (Money) value(bounds, MIN_DEDUCTIBLE);
    if (least != null && least.exceeds(deductible)) {
      outside(bounds, sheet, row, LocalLayouts.DEDUCTIBLE, Message.of("edition.not-below-yuan", least));
    }
    Money most = (Money) value(bounds, MAX_DEDUCTIBLE);
    if (most != null && deductible.exceeds(most)) {
      outside(bounds, sheet, row, LocalLayouts.DEDUCTIBLE, Message.of("edition.not-above-yuan", most));
    }
    Rate rate = (Rate) value(bounds, MIN_RATE);
    if (rate != null && (sheet.value(row, LocalLayouts.RATE) == null
        || rate.compareTo((Rate) sheet.value(row, LocalLayouts.RATE)) > 0)) {
      outside(bounds, sheet, row, LocalLayouts.RATE, Message.of("edition.not-below", rate));
    }
    Money cap = (Money) value(bounds, MAX_CAP);
    if (cap != null && (sheet.value(row, LocalLayouts.CAP) == null
        || ((Money) sheet.value(row, LocalLayouts.CAP)).exceeds(cap))) {
      outside(bounds, sheet, row, LocalLayouts.CAP, Message.of("edition.not-above-yuan", cap));
    }
  }

  private static Money orNothing(Object amount) {
    return amount == null ? Money.ZERO : (Money) amount;
  }

  private void outside(Row bounds, Sheet sheet, Row row, String heading, Message bound) {
    outside((String) value(bounds, PROVISION), sheet, row, heading, bound);
  }

  private void outside(String id, Sheet sheet, Row row, String heading, Message bound) {
    Provision provision = provisions.get(id);
    String place = provision.instrument() + " " + provision.article();
    find(sheet, row, heading, Message.of("edition.the-figure-is-outside-the-bounds", heading, place, id, bound));
  }

  /** A least contribution is for a year that the edition has one for, and not below that. */
  private void checkContribution(LocalMatter matter, Sheet sheet, Row row) {
    if (matter != LocalMatter.MIN_CONTRIBUTION) {
      return;
    }
    Sheet own = sheets.get(Layouts.MIN_CONTRIBUTIONS.sheet());
    Row least = own == null ? null
        : own.rows().stream().filter(stated -> own.value(stated, "参保年度").equals(sheet.value(row, "参保年度"))).findFirst()
            .orElse(null);
    if (least == null) {
      find(sheet, row, "参保年度", Message.of("edition.the-sheet-of-the-edition-has"));
      return;
    }
    Money bound = (Money) own.value(least, "最低缴费标准");
    if (bound.exceeds((Money) sheet.value(row, "最低缴费标准"))) {
      outside((String) own.value(least, PROVISION), sheet, row, "最低缴费标准", Message.of("edition.not-below-yuan", bound));
    }
  }

  private void find(Sheet sheet, Row row, String heading, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), message));
  }
}
