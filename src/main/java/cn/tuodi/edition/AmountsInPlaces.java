package cn.tuodi.edition;

import cn.tuodi.edition.local.FigureChecks;
import cn.tuodi.edition.local.LocalChecker;
import cn.tuodi.edition.local.LocalRules;
import cn.tuodi.edition.local.PlaceFigures;
import cn.tuodi.edition.local.PlaceFigures.Place;
import cn.tuodi.edition.proof.Completeness;
import cn.tuodi.edition.proof.RowChecks;
import cn.tuodi.edition.source.Period;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.BaseFigureSheet;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checks of an edition some amounts of which are multiples of figures of the place: what has to hold of amounts has to
 * hold in every place, with what they come to there. Where no amount is one, there is one place.
 */
final class AmountsInPlaces {

  private final String areaCode;
  private final Period validity;
  private final Map<String, Sheet> sheets;
  private final Parameters parameters;
  private final Collection<Finding> findings;
  private final List<LocalStandard.BaseFigure> ofEdition;
  private PlaceFigures figures;
  private Set<String> multiplied = Set.of();

  /**
   * The amounts of an edition.
   *
   * @param areaCode code of its area
   * @param validity the days it is in force
   * @param sheets its own sheets by name
   * @param parameters its parameters
   * @param findings where to write what is wrong
   */
  AmountsInPlaces(String areaCode, Period validity, Map<String, Sheet> sheets, Parameters parameters,
      Collection<Finding> findings) {
    this.areaCode = areaCode;
    this.validity = validity;
    this.sheets = sheets;
    this.parameters = parameters;
    this.findings = findings;
    this.ofEdition = BaseFigureSheet.read(sheets.get(BaseFigureSheet.LAYOUT.sheet()));
  }

  /** Figures that the edition itself states. */
  List<LocalStandard.BaseFigure> ofEdition() {
    return ofEdition;
  }

  /** Names of the figures that amounts are multiples of. */
  Set<String> multiplied() {
    return multiplied;
  }

  /** Checks that every multiple is one of a figure that there is; the cells of areas must be sound. */
  void check(LocalChecker local) {
    figures = new PlaceFigures(areaCode, validity, ofEdition, local.standards());
    FigureChecks checks = new FigureChecks(figures, findings);
    checks.amounts(areaCode, sheets.values());
    checks.parameters(areaCode, parameters, sheets.get(Layouts.PARAMETERS.sheet()));
    local.checkAmounts(checks);
    List<Sheet> stating = new ArrayList<>(local.figures());
    Sheet own = sheets.get(BaseFigureSheet.LAYOUT.sheet());
    if (own != null) {
      checks.apart(own);
      stating.add(own);
    }
    checks.figures(stating);
    multiplied = checks.multiplied();
  }

  /** The places within an area that figures tell apart; none where no amount is a multiple. */
  List<Place> places(String area) {
    return multiplied.isEmpty() ? List.of() : figures.places(area, multiplied);
  }

  /** Checks the rows of the edition in every place, and proves it complete there. */
  Completeness.Proof proved(String edition, IdentityDefinitions identities) {
    List<Place> places = places(areaCode);
    if (places.isEmpty()) {
      return Completeness.check(edition, areaCode, validity, sheets, parameters, findings);
    }
    Set<String> told = new HashSet<>();
    List<Sheet> multiplying = sheets.values().stream().filter(PlaceFigures::isMultiplying).toList();
    places.forEach(place -> multiplying.forEach(sheet -> {
      List<Finding> found = new ArrayList<>();
      RowChecks.check(place.inYuan(sheet), identities, found);
      tell(found, told);
    }));
    boolean comparing = multiplying.stream().anyMatch(PlaceFigures::isComparing);
    Completeness.Proof proof = null;
    for (Place place : comparing ? places : places.subList(0, 1)) {
      List<Finding> found = new ArrayList<>();
      Completeness.Proof there =
          Completeness.check(edition, place.area(), validity, place.inYuan(sheets), parameters, found);
      tell(found, told);
      proof = proof == null ? there : both(proof, there);
    }
    return proof;
  }

  private void tell(List<Finding> found, Set<String> told) {
    found.stream().filter(finding -> told.add(finding.toString())).forEach(findings::add);
  }

  /** A row that applies to nobody applies to nobody anywhere. */
  private static Completeness.Proof both(Completeness.Proof one, Completeness.Proof other) {
    Set<String> unmet = other.unmet().stream().map(Finding::toString).collect(Collectors.toSet());
    return new Completeness.Proof(one.examples(),
        one.unmet().stream().filter(finding -> unmet.contains(finding.toString())).toList());
  }

  /** What the edition leaves to areas, with its amounts as they are in a place, or where there is none. */
  LocalRules left(Place place, Map<String, Provision> provisions) {
    return new LocalRules(validity, place == null ? sheets : place.inYuan(sheets), provisions, parameters, findings);
  }

  /** The area of the claims by which the edition is tried out. */
  String tried() {
    List<Place> places = places(areaCode);
    return places.isEmpty() ? areaCode : places.get(0).area();
  }
}
