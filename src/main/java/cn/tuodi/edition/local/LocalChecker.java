package cn.tuodi.edition.local;

import cn.tuodi.edition.proof.Coverage;
import cn.tuodi.edition.proof.Dimensions;
import cn.tuodi.edition.proof.RowChecks;
import cn.tuodi.edition.proof.Situation;
import cn.tuodi.edition.source.AreaCode;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.LocalSheet;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.WorkbookReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the workbooks of pooling areas ({@code local/<area code>/*.xlsx}) against what the edition leaves to them, and
 * reads their standards. An area that states nothing has no standards of its own.
 */
public final class LocalChecker {

  private static final Pattern PLACE = Pattern.compile("local/([^/]*)/[^/]*");
  private static final Pattern AREA = Pattern.compile("\\d{6}");

  private final String areaCode;
  private final Collection<Finding> findings;
  private final Map<String, List<Sheet>> sheets = new TreeMap<>();

  /**
   * A checker for an edition.
   *
   * @param areaCode area code of the edition
   * @param findings where to write what is wrong
   */
  public LocalChecker(String areaCode, Collection<Finding> findings) {
    this.areaCode = areaCode;
    this.findings = findings;
  }

  /** Whether a workbook is that of a pooling area. */
  public static boolean isLocal(String workbook) {
    return workbook.startsWith(EditionSources.LOCAL);
  }

  /** Reads and checks a workbook of an area. */
  public void read(String workbook, byte[] content) {
    Matcher place = PLACE.matcher(workbook);
    if (!place.matches() || !AREA.matcher(place.group(1)).matches()
        || !AreaCode.covers(areaCode, place.group(1))) {
      findings.add(Finding.ofFile(workbook, Message.of("edition.standards-of-an-area-belong-to", areaCode)));
      return;
    }
    if (!AreaCode.isKnown(place.group(1))) {
      findings.add(Finding.ofFile(workbook, Message.of("edition.there-is-no-area-of-the", place.group(1))));
      return;
    }
    List<Sheet> ofArea = sheets.computeIfAbsent(place.group(1), area -> new ArrayList<>());
    for (Sheet sheet : new WorkbookReader(workbook, findings).read(content, List.of(), LocalLayouts.ALL)) {
      if (ofArea.stream().anyMatch(other -> other.name().equals(sheet.name()))) {
        findings.add(new Finding(workbook, sheet.name(), null, Message.of("edition.the-area-has-this-sheet-already")));
      } else {
        ofArea.add(sheet);
      }
    }
  }

  /** All sheets with rows, area by area. */
  public List<Sheet> sheets() {
    return sheets.values().stream().flatMap(List::stream).filter(sheet -> !sheet.rows().isEmpty()).toList();
  }

  /** The sheets of figures of the place. */
  public List<Sheet> figures() {
    return sheets().stream().filter(sheet -> matter(sheet) == LocalMatter.BASE_FIGURES).toList();
  }

  /** Checks the amounts that are multiples of figures of the place. */
  public void checkAmounts(FigureChecks checks) {
    sheets.forEach(checks::amounts);
  }

  /**
   * Checks rows against each other and against what the edition says, with their amounts as they are in every place;
   * cells must be sound.
   *
   * @param places the places within an area that figures of the place tell apart, or none
   * @param rules what the edition leaves to its areas, as it is in a place, or where there is none
   */
  public void checkRows(Function<String, List<PlaceFigures.Place>> places,
      Function<PlaceFigures.Place, LocalRules> rules) {
    sheets.forEach((area, ofArea) -> ofArea.stream().filter(sheet -> !sheet.rows().isEmpty()).forEach(sheet -> {
      findOverlaps(sheet, rules.apply(null).validity());
      List<PlaceFigures.Place> all = places.apply(area);
      if (all.isEmpty()) {
        checkRows(area, sheet, rules.apply(null));
      }
      all.forEach(place -> checkRows(area, place.inYuan(sheet), rules.apply(place)));
    }));
  }

  private void checkRows(String area, Sheet sheet, LocalRules rules) {
    RowChecks.check(sheet, IdentityDefinitions.NONE, findings);
    rules.check(matter(sheet), area, sheet);
  }

  /** Rows that apply to nobody, which people should confirm; to be asked when all are sound. */
  public List<Finding> unmet(LocalRules rules) {
    List<Finding> unmet = new ArrayList<>();
    sheets().forEach(sheet -> rules.findUnmet(matter(sheet), sheet, unmet));
    return unmet;
  }

  private void findOverlaps(Sheet sheet, Period validity) {
    List<Situation> situations = List.of(Situation.ANY);
    for (Column column : sheet.columns()) {
      if (Coverage.isTold(column) && column.asksForEqual()) {
        List<Object> values = new ArrayList<>();
        for (Row row : sheet.rows()) {
          Object value = sheet.value(row, column.heading());
          if (!values.contains(value)) {
            values.add(value);
          }
        }
        situations = Situation.each(situations, column.property(), values);
      }
    }
    situations = Dimensions.extend(situations, List.of(sheet), IdentityDefinitions.NONE, findings);
    new Coverage(validity.dividedBy(List.of(sheet)), situations, (period, situation) -> true,
        (period, situation) -> null).by(sheet)
        .findOverlaps(findings);
  }

  /** The standards of every area that has any, by area code. */
  public Map<String, LocalStandards> standards() {
    Map<String, LocalStandards> standards = new TreeMap<>(AreaCode.WIDEST_FIRST);
    Map<String, List<LocalStandard>> own = new TreeMap<>(AreaCode.WIDEST_FIRST);
    for (Map.Entry<String, List<Sheet>> area : sheets.entrySet()) {
      List<LocalStandard> rows = area.getValue().stream()
          .flatMap(sheet -> LocalSheet.read(matter(sheet), sheet).stream()).toList();
      if (!rows.isEmpty()) {
        own.put(area.getKey(), rows);
      }
    }
    own.forEach((area, rows) -> standards.put(area,
        new LocalStandards(area, rows, AreaCode.narrowest(area, standards))));
    return standards;
  }

  /** The sheets that hold in an area: its own, then those of the areas above it. */
  public List<Sheet> sheetsOf(LocalStandards standards) {
    List<Sheet> of = new ArrayList<>();
    for (LocalStandards place = standards; place != null; place = place.above()) {
      sheets.get(place.area()).stream().filter(sheet -> !sheet.rows().isEmpty()).forEach(of::add);
    }
    return of;
  }

  private static LocalMatter matter(Sheet sheet) {
    for (LocalMatter matter : LocalMatter.values()) {
      if (matter.label().equals(sheet.name())) {
        return matter;
      }
    }
    throw new IllegalStateException("no matter of an area is called " + sheet.name());
  }
}
