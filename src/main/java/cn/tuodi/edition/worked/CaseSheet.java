package cn.tuodi.edition.worked;

import cn.tuodi.claim.Claim;
import cn.tuodi.language.Message;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.CaseLayout.IdentityColumns;
import cn.tuodi.table.CaseLayout.TierColumns;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the sheet of worked cases, and finds what in it would be passed over. */
public final class CaseSheet {

  private final Sheet sheet;
  private final Set<String> provisions;
  private final Collection<Finding> findings;
  private final BillFacts facts;

  private CaseSheet(Sheet sheet, String areaCode, Set<String> provisions, Collection<Finding> findings) {
    this.sheet = sheet;
    this.provisions = provisions;
    this.findings = findings;
    this.facts = new BillFacts(sheet, areaCode);
  }

  /**
   * The cases of a sheet of checked cells.
   *
   * @param sheet the sheet, or null where the edition has none
   * @param areaCode code of the edition's area, for bills that state none
   * @param provisions ids of the provisions that are registered
   * @param findings where to write what is wrong
   */
  public static List<WorkedCase> read(Sheet sheet, String areaCode, Set<String> provisions,
      Collection<Finding> findings) {
    return sheet == null ? List.of() : new CaseSheet(sheet, areaCode, provisions, findings).cases();
  }

  private List<WorkedCase> cases() {
    List<WorkedCase> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Row> bills = new ArrayList<>();
    for (Row row : sheet.rows()) {
      if (!bills.isEmpty() && !name(bills.get(0)).equals(name(row))) {
        cases.add(workedCase(bills));
        bills.clear();
      }
      if (bills.isEmpty() && !names.add(name(row))) {
        find(row, CaseLayout.NAME, Message.of("edition.the-rows-of-a-case-stand-together", name(row)));
      }
      bills.add(row);
    }
    if (!bills.isEmpty()) {
      cases.add(workedCase(bills));
    }
    return cases;
  }

  private String name(Row row) {
    return (String) sheet.value(row, CaseLayout.NAME.heading());
  }

  private WorkedCase workedCase(List<Row> rows) {
    Set<String> proves = new LinkedHashSet<>();
    List<WorkedBill> bills = new ArrayList<>();
    String nameEn = (String) value(rows.get(0), CaseLayout.NAME_EN);
    Row before = null;
    for (Row row : rows) {
      check(row);
      Object english = value(row, CaseLayout.NAME_EN);
      if (english != null && !english.equals(nameEn)) {
        find(row, CaseLayout.NAME_EN, Message.of("edition.a-case-has-one-name"));
      }
      if (before != null && day(row).isBefore(day(before))) {
        find(row, CaseLayout.DAY, Message.of("edition.the-bills-of-a-case-are-in-order"));
      }
      proves.addAll(proves(row));
      Claim claim = facts.claim(row);
      bills.add(new WorkedBill(row, claim));
      before = row;
    }
    Row last = rows.get(rows.size() - 1);
    if (CaseLayout.EXPECTED.stream().allMatch(column -> value(last, column) == null)) {
      find(last, CaseLayout.NAME, Message.of("edition.the-case-expects-nothing"));
    }
    return new WorkedCase(name(rows.get(0)), nameEn, proves, sheet, bills);
  }

  private LocalDate day(Row row) {
    return (LocalDate) value(row, CaseLayout.DAY);
  }

  private Set<String> proves(Row row) {
    Set<String> ids = new LinkedHashSet<>();
    if (value(row, CaseLayout.PROVES) instanceof Set<?> stated) {
      stated.forEach(id -> ids.add((String) id));
    }
    ids.stream().filter(id -> !provisions.contains(id))
        .forEach(id -> find(row, CaseLayout.PROVES, Message.of("edition.the-provision-register-has-no", id)));
    return ids;
  }

  /** What is stated is used: what says more of something that is not there is a mistake. */
  private void check(Row row) {
    for (IdentityColumns identity : CaseLayout.IDENTITIES) {
      needs(row, identity.details(), identity.type());
    }
    needs(row, List.of(CaseLayout.DISABILITY_KIND), CaseLayout.DISABILITY_GRADE);
    needs(row, List.of(CaseLayout.DISABILITY_GRADE), CaseLayout.DISABILITY_KIND);
    Column first = CaseLayout.PLAN_TIERS.get(0).rate();
    needs(row, List.of(CaseLayout.PLAN_DEDUCTIBLE, CaseLayout.PLAN_INCOME, CaseLayout.PLAN_CAP), first);
    for (TierColumns tier : CaseLayout.PLAN_TIERS.subList(1, CaseLayout.PLAN_TIERS.size())) {
      needs(row, List.of(tier.above()), tier.rate());
      needs(row, List.of(tier.rate()), tier.above());
      needs(row, List.of(tier.rate()), first);
    }
  }

  private void needs(Row row, List<Column> details, Column subject) {
    if (value(row, subject) == null) {
      details.stream().filter(detail -> value(row, detail) != null).forEach(detail -> find(row, detail,
          Message.of("edition.this-means-nothing-without", detail.heading(), subject.heading())));
    }
  }

  private Object value(Row row, Column column) {
    return sheet.value(row, column.heading());
  }

  private void find(Row row, Column column, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, column.heading()), message));
  }
}
