package cn.tuodi.simulation;

import cn.tuodi.json.CsvText;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a simulation as comma-separated values, one figure a line with both policies beside each other:
 * {@code section,class,care,measure,from,to}.
 */
public final class SimulationCsv {

  private final CsvText text = new CsvText();

  private SimulationCsv() {}

  /** A result. */
  public static byte[] of(SimulationJson result) {
    SimulationCsv csv = new SimulationCsv();
    csv.line("section", "class", "care", "measure", "from", "to");
    csv.line("policy", "", "", "policy", result.from().policy(), result.to().policy());
    csv.line("policy", "", "", "contentHash", result.from().contentHash(), result.to().contentHash());
    csv.line("portfolio", "", "", "claims", result.claims(), result.claims());
    csv.line("portfolio", "", "", "unreadable", result.unreadable().count(), result.unreadable().count());
    csv.line("portfolio", "", "", "repeated", csv.repeated(result), csv.repeated(result));
    csv.line("compared", "", "", "changed", "", result.compared().changed());
    csv.line("compared", "", "", "underReview", "", result.compared().underReview());
    csv.line("compared", "", "", "decidedByOneOnly", result.compared().decidedByFromOnly(),
        result.compared().decidedByToOnly());
    csv.counts("status", result.from().statuses(), result.to().statuses());
    csv.counts("refused", result.from().refused(), result.to().refused());
    csv.sums("total", "", "", result.from().totals(), result.to().totals());
    csv.groups(result);
    csv.line("inScopeInpatient", "", "", "policyScope", result.from().inScopeInpatient().policyScope(),
        result.to().inScopeInpatient().policyScope());
    csv.line("inScopeInpatient", "", "", "paid", result.from().inScopeInpatient().paid(),
        result.to().inScopeInpatient().paid());
    csv.line("inScopeInpatient", "", "", "share", result.from().inScopeInpatient().share(),
        result.to().inScopeInpatient().share());
    csv.people(result.people());
    for (SimulationJson.ChangePart change : result.largestChanges()) {
      csv.line("largestChange", "", "", change.claim().get("claimId") + " personal", change.from().personal(),
          change.to().personal());
    }
    csv.leftOut(result);
    return csv.text.bytes();
  }

  private long repeated(SimulationJson result) {
    return result.notices().stream().mapToLong(SimulationNotice::count).sum();
  }

  /** The first lines that do not count, or count twice, so that they can be found and mended. */
  private void leftOut(SimulationJson result) {
    for (Unreadable line : result.unreadable().examples()) {
      line("unreadableLine", "", "", (line.line() + " " + line.place()).strip(), line.message(), line.message());
    }
    result.from().refusedExamples().forEach(refused -> line("refusedLine", "", "",
        refused.number() + " " + refused.claimId(), refused.message(), ""));
    result.to().refusedExamples().forEach(refused -> line("refusedLine", "", "",
        refused.number() + " " + refused.claimId(), "", refused.message()));
    result.notices().stream().flatMap(notice -> notice.examples().stream()).forEach(repeat -> line("repeatedLine", "",
        "", repeat.line() + " " + repeat.claimId(), repeat.firstLine(), repeat.firstLine()));
  }

  private void counts(String section, Map<? extends Enum<?>, Long> from, Map<? extends Enum<?>, Long> to) {
    Map<String, Long[]> counts = new TreeMap<>();
    from.forEach((code, count) -> counts.computeIfAbsent(code.name(), name -> new Long[] {0L, 0L})[0] = count);
    to.forEach((code, count) -> counts.computeIfAbsent(code.name(), name -> new Long[] {0L, 0L})[1] = count);
    counts.forEach((code, count) -> line(section, "", "", code, count[0], count[1]));
  }

  private void groups(SimulationJson result) {
    Map<List<String>, Sums[]> groups = new LinkedHashMap<>();
    List<SimulationJson.SidePart> sides = List.of(result.from(), result.to());
    for (int side = 0; side < sides.size(); side++) {
      for (SimulationJson.GroupPart group : sides.get(side).byClassAndCare()) {
        groups.computeIfAbsent(List.of(group.label(), group.care().name()),
            key -> new Sums[] {Sums.NONE, Sums.NONE})[side] = group.sums();
      }
    }
    groups.forEach((key, sums) -> sums("classCare", key.get(0), key.get(1), sums[0], sums[1]));
  }

  private void sums(String section, String label, String care, Sums from, Sums to) {
    line(section, label, care, "claims", from.claims(), to.claims());
    line(section, label, care, "total", from.total(), to.total());
    line(section, label, care, "policyScope", from.policyScope(), to.policyScope());
    line(section, label, care, "basicInsurance", from.basicInsurance(), to.basicInsurance());
    line(section, label, care, "criticalIllness", from.criticalIllness(), to.criticalIllness());
    line(section, label, care, "employeeSupplement", from.employeeSupplement(), to.employeeSupplement());
    line(section, label, care, "otherInsurance", from.otherInsurance(), to.otherInsurance());
    line(section, label, care, "medicalAssistance", from.medicalAssistance(), to.medicalAssistance());
    line(section, label, care, "topUpAssistance", from.topUpAssistance(), to.topUpAssistance());
    line(section, label, care, "institutionBorne", from.institutionBorne(), to.institutionBorne());
    line(section, label, care, "personal", from.personal(), to.personal());
  }

  private void people(SimulationJson.PeoplePart people) {
    List<Object[]> counts = new ArrayList<>();
    counts.add(new Object[] {"unchanged", people.unchanged()});
    counts.add(new Object[] {"notCompared", people.notCompared()});
    counts.add(new Object[] {"gaining", people.gaining()});
    counts.add(new Object[] {"losing", people.losing()});
    counts.add(new Object[] {"gained", people.gained()});
    counts.add(new Object[] {"lost", people.lost()});
    for (SimulationJson.BandPart band : people.bands()) {
      String upTo = band.upTo() == null ? "more" : "upTo " + band.upTo();
      counts.add(new Object[] {"gaining " + upTo, band.gaining()});
      counts.add(new Object[] {"losing " + upTo, band.losing()});
    }
    counts.forEach(count -> line("people", "", "", count[0], "", count[1]));
  }

  private void line(Object... values) {
    text.line(values);
  }
}
