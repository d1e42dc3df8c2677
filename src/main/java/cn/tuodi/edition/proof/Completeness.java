package cn.tuodi.edition.proof;

import static cn.tuodi.edition.proof.Situation.each;

import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.policy.Circumstance;
import cn.tuodi.policy.FiscalArea;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.IdentitySheet;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.TableLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Proves an edition complete: on every day of it, whoever the person and whatever the care, each step of a claim finds
 * the one row it needs, or at most one where it needs none. Which step needs what is what the common rules say. What
 * keeps the proof from holding is found, each with a situation as counter-example.
 */
public final class Completeness {

  /** The grades of a disability certificate. */
  private static final List<Integer> GRADES = List.of(1, 2, 3, 4);
  /** What a county may assign: one of the numbered classes, or nothing. */
  private static final List<Integer> ASSIGNED = Arrays.stream(PersonClass.values()).map(PersonClass::number).distinct()
      .sorted().toList();
  private static final List<Boolean> EITHER = List.of(true, false);
  private static final List<Situation> ONE = List.of(Situation.ANY);
  private static final List<CareType> KINDS =
      Arrays.stream(CareType.values()).filter(care -> care == care.countedAs()).toList();
  private static final BiPredicate<Period, Situation> ALWAYS = (period, situation) -> true;
  private static final BiFunction<Period, Situation, Claim> NO_CLAIM = (period, situation) -> null;
  private static final Set<String> STANDING = Set.of("personClass", "identity", "severe");
  private static final String CLASS = "对象类别";
  private static final String BURDEN = "年度负担超过";

  private final Period validity;
  private final Map<String, Sheet> sheets;
  private final Parameters parameters;
  private final Collection<Finding> findings;
  private final IdentityDefinitions identities;
  private final ClaimExample examples;
  private final List<RowExample> rowExamples = new ArrayList<>();
  private final List<Finding> unmet = new ArrayList<>();
  private Coverage standings;

  /**
   * What comes of a proof besides what is wrong.
   *
   * @param examples claims that the rows apply to
   * @param unmet rows that apply to nobody, which people should confirm
   */
  public record Proof(List<RowExample> examples, List<Finding> unmet) {}

  private Completeness(String areaCode, Period validity, Map<String, Sheet> sheets, Parameters parameters,
      Collection<Finding> findings) {
    this.validity = validity;
    this.sheets = sheets;
    this.parameters = parameters;
    this.findings = findings;
    this.identities = IdentitySheet.read(sheets.get(Layouts.IDENTITIES.sheet()));
    this.examples = new ClaimExample(areaCode, sheet(Layouts.SEVERE_DISABILITY),
        identities, parameters.accumulator(Parameter.YEAR_COST_KINDS));
  }

  /**
   * Checks an edition whose cells are sound.
   *
   * @param edition its name
   * @param areaCode code of its area
   * @param validity the days it is in force
   * @param sheets its sheets by name
   * @param parameters its parameters
   * @param findings where to write what is wrong
   * @return claims that the rows apply to, and rows that apply to nobody
   */
  public static Proof check(String edition, String areaCode, Period validity, Map<String, Sheet> sheets,
      Parameters parameters, Collection<Finding> findings) {
    Completeness completeness = new Completeness(areaCode, validity, sheets, parameters, findings);
    completeness.check(edition);
    return new Proof(completeness.rowExamples, completeness.unmet);
  }

  private void check(String edition) {
    boolean severityMatters = parameters.has(Parameter.SEVERE_DISABILITY_MATTERS);
    if (severityMatters && sheet(Layouts.SEVERE_DISABILITY) == null) {
      findings.add(Finding.ofFile(edition,
          Message.of("edition.the-sheet-is-missing-though-the", Layouts.SEVERE_DISABILITY.sheet(),
              Parameter.SEVERE_DISABILITY_MATTERS.label())));
    } else if (sheet(Layouts.SEVERE_DISABILITY) != null) {
      // Elsewhere only premiums hang on it.
      Sheet disabilities = sheet(Layouts.SEVERE_DISABILITY);
      coverage(disabilities, each(each(ONE, "grade", GRADES), "disabilityKind", List.of(DisabilityKind.values())),
          severityMatters ? claims(disabilities) : NO_CLAIM).findGaps(findings).findOverlaps(findings)
          .addExamples(rowExamples);
    }
    checkClasses(severityMatters ? EITHER : List.of(false));
    exactlyOne(sheet(Layouts.PREFERENCES), each(ONE, "type", List.of(IdentityType.values())));
    exactlyOne(sheets.get(Layouts.CRITICAL_ILLNESS_SCOPE.sheet()), each(ONE, "kind", KINDS));
    checkAdmissions();
    checkAdjustments();
    coverage(sheet(Layouts.HOUSEHOLDS), ONE, NO_CLAIM).findGaps(findings).findOverlaps(findings);
    atMostOne(sheet(Layouts.APPLICATIONS), ONE);
    atMostOne(sheet(Layouts.FISCAL_SHARES),
        each(each(ONE, "insuredYear", years(Layouts.FISCAL_SHARES)), "area", List.of(FiscalArea.values())));
    atMostOne(sheet(Layouts.MIN_CONTRIBUTIONS), each(ONE, "insuredYear", years(Layouts.MIN_CONTRIBUTIONS)));
  }

  /** The insured years that a sheet names. */
  private List<Object> years(TableLayout layout) {
    Sheet sheet = sheet(layout);
    return sheet == null ? List.of()
        : sheet.rows().stream().map(row -> sheet.value(row, "参保年度")).distinct().toList();
  }

  /** The class of every person, and what hangs on it. */
  private void checkClasses(List<Boolean> severities) {
    Sheet sheet = sheet(Layouts.CLASSES);
    Coverage classes = UnmetRows.find(coverage(sheet, identities(severities), claims(sheet)).findGaps(findings)
        .findOverlaps(findings).addExamples(rowExamples), findings, unmet);
    if (parameters.has(Parameter.MOST_FAVOURABLE)) {
      EqualRanks.find(classes, findings);
    }
    standings = classes;
    ofStandings(Layouts.TERMS, all -> each(all, "kind", KINDS)).ifPresent(terms -> UnmetRows
        .find(terms.findGaps(findings).findOverlaps(findings).addExamples(rowExamples), findings, unmet));
    ofStandings(Layouts.INSTITUTION_SHARES, all -> all)
        .ifPresent(shares -> UnmetRows.find(shares.findOverlaps(findings).addExamples(rowExamples), findings, unmet));
    ofStandings(Layouts.TOP_UP,
        all -> each(each(all, "place", List.of(Place.values())), "referral", List.of(Referral.values())))
        .ifPresent(topUp -> UnmetRows.find(topUp.findOverlaps(findings).addExamples(rowExamples), findings, unmet));
    if (sheet(Layouts.TOP_UP) != null) {
      CapsByCare.find(sheet(Layouts.TOP_UP), findings);
    }
    ofStandings(Layouts.WARNINGS, all -> each(all, "burden", List.of(highestBurden())))
        .ifPresent(
            warnings -> UnmetRows.find(warnings.findOverlaps(findings).addExamples(rowExamples), findings, unmet));
    ofStandings(Layouts.CHANNELS,
        all -> each(each(each(all, "kind", KINDS), "outOfProvince", EITHER), "designated", EITHER))
        .ifPresent(
            channels -> UnmetRows.find(channels.findOverlaps(findings).addExamples(rowExamples), findings, unmet));
  }

  /** Identities as they are looked at one by one: only a county assigns classes, and only to its own. */
  private static List<Situation> identities(List<Boolean> severities) {
    List<Situation> identities = new ArrayList<>();
    for (IdentityType type : IdentityType.values()) {
      List<Integer> assigned = type == IdentityType.COUNTY_DESIGNATED ? ASSIGNED : List.of(0);
      identities.addAll(each(each(List.of(Situation.ANY.with("type", type)), "severe", severities), "assignedClass",
          assigned));
    }
    return identities;
  }

  /**
   * Coverage of a sheet that looks at the class found: all classes that 对象分类 yields on a day, and none.
   *
   * @param more what else the sheet looks at
   */
  private Optional<Coverage> ofStandings(TableLayout layout, UnaryOperator<List<Situation>> more) {
    Sheet sheet = sheet(layout);
    return sheet == null ? Optional.empty() : Optional.of(ofStandings(List.of(sheet), true, more).by(sheet));
  }

  /**
   * The same for sheets that are looked at together.
   *
   * @param ofNoClass whether they look at who is in no class, too
   */
  private Coverage ofStandings(List<Sheet> looking, boolean ofNoClass, UnaryOperator<List<Situation>> more) {
    List<Sheet> dividing = new ArrayList<>(looking);
    dividing.add(sheet(Layouts.CLASSES));
    Map<Period, Map<Situation, Situation>> yielded = new LinkedHashMap<>();
    Set<Situation> all = new LinkedHashSet<>();
    for (Period period : validity.dividedBy(dividing)) {
      Map<Situation, Situation> found = new LinkedHashMap<>();
      standings.inForce(period)
          .forEach(line -> found.putIfAbsent(standing(line), giving(standings, line)));
      found.keySet().removeIf(standing -> standing.value("personClass") == PersonClass.NONE);
      if (ofNoClass) {
        found.put(standing(PersonClass.NONE, null, false), Situation.ANY);
      }
      yielded.put(period, found);
      all.addAll(found.keySet());
    }
    return new Coverage(List.copyOf(yielded.keySet()),
        Dimensions.extend(more.apply(List.copyOf(all)), looking, identities, findings),
        (period, situation) -> yielded.get(period).containsKey(standing(situation)),
        (period, situation) -> examples.claim(situation.with(yielded.get(period).get(standing(situation))),
            period.first(), false));
  }

  /** Whether a row of a sheet asks who the person is. */
  private static boolean asksForStanding(Sheet sheet) {
    return sheet.columns().stream().anyMatch(
        column -> column.isCondition() && STANDING.contains(column.property()) && Dimensions.isAsked(sheet, column));
  }

  /** A situation that gives a standing; it is that of the severely disabled only where the standing is, if it can be. */
  private static Situation giving(Coverage classes, Coverage.Line line) {
    Object severe = line.sheet().value(line.row(), "按重残待遇");
    return line.met().stream().mapToObj(classes::situation)
        .filter(situation -> severe.equals(situation.value("severe"))).findFirst()
        .orElseGet(() -> classes.situation(line.met().nextSetBit(0)));
  }

  private static Situation standing(Coverage.Line line) {
    return standing((PersonClass) line.sheet().value(line.row(), CLASS), line.sheet().value(line.row(), "身份"),
        line.sheet().value(line.row(), "按重残待遇"));
  }

  private static Situation standing(Situation situation) {
    return standing((PersonClass) situation.value("personClass"), situation.value("identity"),
        situation.value("severe"));
  }

  private static Situation standing(PersonClass personClass, Object identity, Object severe) {
    return Situation.ANY.with("personClass", personClass).with("identity", identity).with("severe", severe);
  }

  /** A burden above every figure that a warning looks at: whatever rows meet at some burden meet at this one. */
  private Money highestBurden() {
    Sheet sheet = sheet(Layouts.WARNINGS);
    Money highest = Money.ZERO;
    for (Row row : sheet.rows()) {
      if (sheet.value(row, BURDEN) instanceof Money edge && !highest.exceeds(edge)) {
        highest = edge.plus(Money.fen(1));
      }
    }
    return highest;
  }

  /** Assistance is admitted by one row exactly where none denies it. */
  private void checkAdmissions() {
    List<Sheet> both = Stream.of(sheet(Layouts.ADMISSIONS), sheet(Layouts.DENIALS)).filter(Objects::nonNull).toList();
    List<Situation> circumstances = ONE;
    for (Column column : Layouts.ADMISSIONS.columns()) {
      if (Coverage.isTold(column) && !column.later()) {
        circumstances = each(circumstances, column.property(), EITHER);
      }
    }
    List<Situation> asked = circumstances;
    Coverage coverage = both.stream().anyMatch(Completeness::asksForStanding)
        ? ofStandings(both, false, all -> across(all, asked))
        : new Coverage(validity.dividedBy(both), Dimensions.extend(asked, both, identities, findings), ALWAYS,
            claims(both.get(0)));
    coverage.by(both.get(0));
    both.stream().skip(1).forEach(coverage::bySeveral);
    UnmetRows.find(coverage.findGaps(findings).findOverlaps(findings).addExamples(rowExamples), findings, unmet);
  }

  /** One row says what a circumstance does to the rate. */
  private void checkAdjustments() {
    Sheet sheet = sheet(Layouts.ADJUSTMENTS);
    List<Situation> circumstances = each(ONE, "circumstance", List.of(Circumstance.values()));
    if (asksForStanding(sheet)) {
      UnmetRows.find(ofStandings(List.of(sheet), false, all -> across(all, circumstances)).by(sheet)
          .findGaps(findings).findOverlaps(findings).addExamples(rowExamples), findings, unmet);
    } else {
      exactlyOne(sheet, circumstances);
    }
    OpposedRates.find(sheet, validity, identities, findings);
  }

  private static List<Situation> across(List<Situation> standings, List<Situation> circumstances) {
    return standings.stream().flatMap(standing -> circumstances.stream().map(standing::with)).toList();
  }

  private void exactlyOne(Sheet sheet, List<Situation> situations) {
    UnmetRows.find(coverage(sheet, situations, claims(sheet)).findGaps(findings).findOverlaps(findings)
        .addExamples(rowExamples), findings, unmet);
  }

  private void atMostOne(Sheet sheet, List<Situation> situations) {
    if (sheet != null) {
      UnmetRows.find(coverage(sheet, situations, NO_CLAIM).findOverlaps(findings), findings, unmet);
    }
  }

  private Coverage coverage(Sheet sheet, List<Situation> situations, BiFunction<Period, Situation, Claim> claims) {
    return new Coverage(validity.dividedBy(List.of(sheet)),
        Dimensions.extend(situations, List.of(sheet), identities, findings),
        ALWAYS,
        claims).by(sheet);
  }

  /** Claims that a sheet looks at in a situation; who holds no identity is admitted to nothing. */
  private BiFunction<Period, Situation, Claim> claims(Sheet sheet) {
    boolean planned = sheet.name().equals(Layouts.PREFERENCES.sheet());
    boolean ofPeople = sheet.name().equals(Layouts.CLASSES.sheet()) || planned;
    Situation person = ofPeople ? Situation.ANY : Situation.ANY.with("type", IdentityType.MINIMUM_LIVING);
    return (period, situation) -> examples.claim(person.with(situation), period.first(), planned);
  }

  private Sheet sheet(TableLayout layout) {
    return sheets.get(layout.sheet());
  }
}
