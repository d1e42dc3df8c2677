package cn.tuodi.edition;

import cn.tuodi.edition.local.LocalChecker;
import cn.tuodi.edition.local.PlaceFigures;
import cn.tuodi.edition.proof.Completeness;
import cn.tuodi.edition.proof.IdentityCodes;
import cn.tuodi.edition.proof.RowChecks;
import cn.tuodi.edition.proof.Unread;
import cn.tuodi.edition.source.AreaCode;
import cn.tuodi.edition.source.ContentHash;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.Instrument;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.edition.source.Period;
import cn.tuodi.edition.source.SourceNames;
import cn.tuodi.edition.worked.CaseSheet;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.language.Message;
import cn.tuodi.policy.CriticalIllnessScope;
import cn.tuodi.policy.FurtherSteps;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.policy.OutOfScope;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.IdentitySheet;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.ParameterSheet;
import cn.tuodi.table.Row;
import cn.tuodi.table.RuleTable;
import cn.tuodi.table.ScopeSheet;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.TableLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** First part of the pipeline: sources are read, checked cell by cell and turned into rule source and data. */
public final class EditionChecker {

  private static final int MAX_CHECKED = 12;
  private static final PipelineCache<CheckedEdition> CHECKED = new PipelineCache<>(MAX_CHECKED);

  /** Folder of written rules, as findings name it. */
  private static final String RULES = "rules/";
  private static final Pattern RULE = Pattern.compile(
      "(?m)^\\s*rule\\s*\"([^\"]+)\"\\s*(?:@provision\\s*\\(\\s*\"([^\"]+)\"\\s*\\))?");
  private static final List<TableLayout> REQUIRED = List.of(Layouts.CLASSES, Layouts.PREFERENCES,
      Layouts.TERMS, Layouts.ADMISSIONS, Layouts.ADJUSTMENTS, Layouts.HOUSEHOLDS);

  private final EditionSources sources;
  private final Set<String> added;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Sheet> sheets = new LinkedHashMap<>();

  private EditionChecker(EditionSources sources, Set<String> added) {
    this.sources = sources;
    this.added = added;
  }

  /**
   * Checks the sources of an edition.
   *
   * @throws InvalidEdition with every finding, if anything is wrong
   */
  public static CheckedEdition check(EditionSources sources) {
    return check(sources, Set.of());
  }

  /**
   * Checks the sources of an edition to which workbooks were added.
   *
   * @param sources all of them
   * @param added names of the workbooks that were added: where one has sheets of another, it is the one at fault
   * @throws InvalidEdition with every finding, if anything is wrong
   */
  public static CheckedEdition check(EditionSources sources, Set<String> added) {
    return CHECKED.get(sources, added, () -> new EditionChecker(sources, added).check());
  }

  private CheckedEdition check() {
    SourceNames.check(sources, findings);
    stopIfFound();
    sources.workbooks().keySet().stream().filter(file -> !LocalChecker.isLocal(file))
        .sorted(Comparator.comparing(added::contains)).forEach(file -> read(file, sources.workbooks().get(file)));
    if (findings.stream().anyMatch(finding -> finding.sheet() == null)) {
      // What a file lacks that was not opened is not known.
      stopIfFound();
    }
    for (TableLayout layout : REQUIRED) {
      require(layout.sheet());
    }
    require(Layouts.PARAMETERS.sheet());
    require(Layouts.CRITICAL_ILLNESS_SCOPE.sheet());
    require(Layouts.EDITION.sheet());
    require(Layouts.INSTRUMENTS.sheet());
    require(Layouts.PROVISIONS.sheet());
    stopIfFound();
    List<Instrument> instruments = instruments();
    Map<String, Provision> provisions = provisions(instruments);
    checkCitations(sheets.values(), provisions);
    IdentityDefinitions identities = IdentitySheet.read(sheets.get(Layouts.IDENTITIES.sheet()));
    sheets.values().stream().filter(sheet -> !PlaceFigures.isMultiplying(sheet))
        .forEach(sheet -> RowChecks.check(sheet, identities, findings));
    Map<Parameter, Parameters.Stated> parameters =
        ParameterSheet.read(sheets.get(Layouts.PARAMETERS.sheet()), findings);
    CriticalIllnessScope scope = ScopeSheet.read(sheets.get(Layouts.CRITICAL_ILLNESS_SCOPE.sheet()));
    List<EditionDescription.RuleEntry> written = writtenRules(provisions);
    stopIfFound();
    Row edition = editionRow();
    stopIfFound();
    List<Object> cells = edition.values();
    Parameters figures = new Parameters(parameters);
    Period validity = new Period((LocalDate) cells.get(3), (LocalDate) cells.get(4));
    String areaCode = (String) cells.get(2);
    List<Finding> ofAreas = new ArrayList<>();
    LocalChecker local = read(areaCode, ofAreas);
    AmountsInPlaces amounts = new AmountsInPlaces(areaCode, validity, sheets, figures, findings);
    if (ofAreas.isEmpty()) {
      amounts.check(local);
    } else if (sheets.values().stream().anyMatch(PlaceFigures::isMultiplying)) {
      // What amounts come to is not known before the figures of areas are.
      findings.addAll(ofAreas);
    }
    stopIfFound();
    Completeness.Proof proof = amounts.proved(sources.name(), identities);
    Unread.check(sheets, figures, findings);
    IdentityCodes.check(sheets, identities, findings);
    List<PlaceFigures.Place> places = new ArrayList<>(amounts.places(areaCode));
    (places.isEmpty() ? Collections.<PlaceFigures.Place>singletonList(null) : places)
        .forEach(place -> amounts.left(place, provisions).checkEdition());
    stopIfFound();
    findings.addAll(ofAreas);
    stopIfFound();
    checkCitations(local.sheets(), provisions);
    stopIfFound();
    local.checkRows(amounts::places, place -> amounts.left(place, provisions));
    findings.addAll(ofAreas);
    if (!places.isEmpty()) {
      Set<String> told = new HashSet<>();
      findings.removeIf(finding -> !told.add(finding.toString()));
    }
    stopIfFound();
    EditionId id = new EditionId((String) cells.get(0), (Integer) cells.get(1));
    List<Sheet> known = new ArrayList<>(sheets.values());
    known.addAll(local.sheets());
    FurtherSteps steps = new FurtherSteps(sheets.containsKey(OutOfScope.SHEET),
        RuleTable.looksAtTheEnd(sheets.get(Layouts.WARNINGS.sheet())), SheetFacts.optionalFacts(known));
    EditionDescription own = new EditionDescription(id, (String) cells.get(2), validity.first(), validity.last(),
        (String) cells.get(5), (String) cells.get(6), hash(List.of()), instruments, provisions,
        tables(sheets.values()), written, figures, scope,
        SheetFacts.identityTerms(sheets.get(Layouts.CLASSES.sheet())), identities,
        SheetFacts.addingUp(sheets.get(Layouts.TERMS.sheet()), figures, steps), steps, amounts.ofEdition(),
        amounts.multiplied(),
        (Integer) cells.get(7), LocalStandards.NONE, List.of());
    List<WorkedCase> cases =
        CaseSheet.read(sheets.get(CaseLayout.CASES.sheet()), own.areaCode(), provisions.keySet(), findings);
    stopIfFound();
    List<RowQuestion> questions = EditionTrials.questions(amounts.tried(), validity, (Integer) cells.get(7), sheets);
    List<Finding> unmet = new ArrayList<>(proof.unmet());
    unmet.addAll(local.unmet(amounts.left(null, provisions)));
    return new CheckedEdition(withAreas(own, local), ruleSources(), known, sources, proof.examples(), questions, cases,
        unmet);
  }

  private LocalChecker read(String areaCode, List<Finding> ofAreas) {
    LocalChecker local = new LocalChecker(areaCode, ofAreas);
    sources.workbooks().forEach((file, content) -> {
      if (LocalChecker.isLocal(file)) {
        local.read(file, content);
      }
    });
    return local;
  }

  /** The edition with the standards of its pooling areas, which differ in content. */
  private EditionDescription withAreas(EditionDescription own, LocalChecker local) {
    EditionDescription edition = own;
    List<EditionDescription> areas = new ArrayList<>();
    for (LocalStandards standards : local.standards().values()) {
      List<Sheet> of = local.sheetsOf(standards);
      List<EditionDescription.Table> tables = new ArrayList<>(own.tables());
      tables.addAll(tables(of));
      EditionDescription area = own.ofArea(standards.area(), hash(of), tables, standards);
      if (area.areaCode().equals(own.areaCode())) {
        edition = area;
      } else {
        areas.add(area);
      }
    }
    return edition.withAreas(areas);
  }

  private void read(String file, byte[] content) {
    ReadWorkbook workbook = ReadWorkbook.of(file, content);
    findings.addAll(workbook.findings());
    List<Sheet> read = workbook.sheets();
    Set<String> owners = read.stream().map(sheet -> sheets.containsKey(sheet.name())
        ? sheets.get(sheet.name()).workbook() : file).collect(Collectors.toSet());
    if (read.size() > 1 && owners.size() == 1 && !owners.contains(file)) {
      String owner = owners.iterator().next();
      findings.add(Finding.ofFile(file, Message.of("edition.all-its-sheets-are-those-of", owner)));
      return;
    }
    for (Sheet sheet : read) {
      Sheet earlier = sheets.putIfAbsent(sheet.name(), sheet);
      if (earlier != null) {
        findings.add(new Finding(file, sheet.name(), null,
            Message.of("edition.the-sheet-stands-in-already-keep", earlier.workbook())));
      }
    }
  }

  private void require(String sheet) {
    if (!sheets.containsKey(sheet)) {
      findings.add(Finding.ofFile(sources.name(), Message.of("edition.the-sheet-is-missing", sheet)));
    }
  }

  private void stopIfFound() {
    if (!findings.isEmpty()) {
      throw new InvalidEdition(sources.name(), findings);
    }
  }

  private Row editionRow() {
    Sheet sheet = sheets.get(Layouts.EDITION.sheet());
    Row row = sheet.rows().get(0);
    if (sheet.rows().size() > 1) {
      find(sheet, sheet.rows().get(1), 0, Message.of("edition.the-sheet-has-one-row-only"));
    }
    if (!AreaCode.isKnown((String) row.values().get(2))) {
      find(sheet, row, 2, Message.of("edition.there-is-no-area-of-this", row.values().get(2)));
    }
    String name = row.values().get(0) + "/" + row.values().get(1);
    if (!name.equals(sources.name())) {
      String[] parts = sources.name().split("/", 2);
      String year = parts.length > 1 ? parts[1] : "";
      find(sheet, row, 0, Message.of("edition.region-and-year-on-this-sheet", parts[0], year));
    }
    return row;
  }

  private List<Instrument> instruments() {
    return sheets.get(Layouts.INSTRUMENTS.sheet()).rows().stream().map(Row::values)
        .map(cells -> new Instrument((String) cells.get(0), (String) cells.get(1), (String) cells.get(2),
            (LocalDate) cells.get(3), (LocalDate) cells.get(4)))
        .toList();
  }

  private Map<String, Provision> provisions(List<Instrument> instruments) {
    Sheet sheet = sheets.get(Layouts.PROVISIONS.sheet());
    Map<String, Provision> provisions = new LinkedHashMap<>();
    for (Row row : sheet.rows()) {
      List<Object> cells = row.values();
      Provision provision = new Provision((String) cells.get(0), (String) cells.get(1), (String) cells.get(2),
          (Provision.Status) cells.get(3), (Provision.Question) cells.get(4), (String) cells.get(5),
          (String) cells.get(6));
      if (provisions.put(provision.id(), provision) != null) {
        find(sheet, row, 0, Message.of("edition.provision-stands-twice", provision.id()));
      }
      if (instruments.stream().noneMatch(instrument -> instrument.number().equals(provision.instrument()))) {
        find(sheet, row, 1, Message.of("edition.the-sheet-has-no", provision.instrument()));
      }
    }
    return provisions;
  }

  private void checkCitations(Collection<Sheet> cited, Map<String, Provision> provisions) {
    for (Sheet sheet : cited) {
      for (Row row : sheet.rows()) {
        for (int i = 0; i < sheet.columns().size(); i++) {
          if (cites(sheet.columns().get(i))) {
            Object id = row.values().get(i);
            if (id != null && !provisions.containsKey(id)) {
              find(sheet, row, i, Message.of("edition.the-provision-register-has-no", id));
            }
          }
        }
      }
    }
  }

  private List<EditionDescription.RuleEntry> writtenRules(Map<String, Provision> provisions) {
    List<EditionDescription.RuleEntry> rules = new ArrayList<>();
    sources.rules().forEach((file, text) -> {
      Matcher matcher = RULE.matcher(text);
      while (matcher.find()) {
        String provision = matcher.group(2);
        if (provision != null && !provisions.containsKey(provision)) {
          findings.add(Finding.ofFile(RULES + file,
              Message.of("edition.rule-applies-which-is-not-in", matcher.group(1), provision)));
        }
        rules.add(new EditionDescription.RuleEntry(matcher.group(1), file, provision));
      }
    });
    return rules;
  }

  private Map<String, String> ruleSources() {
    Map<String, String> rules = new TreeMap<>();
    sources.rules().forEach((file, text) -> rules.put(RULES + file, text));
    for (TableLayout layout : Layouts.ALL) {
      Sheet sheet = sheets.get(layout.sheet());
      if (sheet != null) {
        RuleTable.of(layout, sheet).forEach(table -> rules.put("tables/" + table.topic() + ".drl", table.drl()));
      }
    }
    return rules;
  }

  private static List<EditionDescription.Table> tables(Collection<Sheet> sheets) {
    List<EditionDescription.Table> tables = new ArrayList<>();
    for (Sheet sheet : sheets) {
      if (sheet.columns().get(0).heading().equals("条款")) {
        tables.add(new EditionDescription.Table(sheet.workbook(), sheet.name(), sheet.rows().stream()
            .map(row -> new EditionDescription.TableRow(row.number(), cited(sheet, row))).toList(),
            SheetFacts.asked(sheet)));
      }
    }
    return tables;
  }

  private static List<String> cited(Sheet sheet, Row row) {
    return IntStream.range(0, sheet.columns().size()).filter(i -> cites(sheet.columns().get(i)))
        .mapToObj(i -> (String) row.values().get(i)).filter(Objects::nonNull).distinct().toList();
  }

  private static boolean cites(Column column) {
    return column.heading().equals("条款") || column.heading().equals("限额条款");
  }

  /** The hash over rules and sheets, and over those that pooling areas add; by worked cases nothing is decided. */
  private String hash(List<Sheet> more) {
    List<String> texts = new ArrayList<>();
    sources.rules().forEach((file, text) -> texts.add(file + "\n" + text + "\n"));
    new TreeMap<>(sheets).values().stream().filter(sheet -> !sheet.name().equals(CaseLayout.CASES.sheet()))
        .forEach(sheet -> texts.add(sheet.canonical()));
    more.forEach(sheet -> texts.add(sheet.canonical()));
    return ContentHash.of(texts.toArray(String[]::new));
  }

  private void find(Sheet sheet, Row row, int column, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), Column.letter(column) + row.number(), message));
  }
}
