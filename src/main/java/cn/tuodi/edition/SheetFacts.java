package cn.tuodi.edition;

import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.policy.FurtherSteps;
import cn.tuodi.policy.IdentityTerms;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.OptionalFact;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What the rows of a sheet say together, for whoever looks at no single row. */
final class SheetFacts {

  private SheetFacts() {}

  /** How long identities last; nothing where none has a term. */
  static IdentityTerms identityTerms(Sheet classes) {
    List<IdentityTerms.Entry> entries = classes.rows().stream()
        .map(row -> new IdentityTerms.Entry((IdentityType) classes.value(row, "身份"),
            (LocalDate) classes.value(row, "认定日期不早于"), (LocalDate) classes.value(row, "认定日期早于"),
            (Integer) classes.value(row, "有效期（月）")))
        .toList();
    return entries.stream().allMatch(entry -> entry.months() == null) ? IdentityTerms.NONE : new IdentityTerms(entries);
  }

  /** Headings of the conditions that some row asks for. */
  static List<String> asked(Sheet sheet) {
    return sheet.columns().stream().filter(Column::isCondition).map(Column::heading)
        .filter(heading -> sheet.rows().stream().anyMatch(row -> sheet.value(row, heading) != null)).toList();
  }

  /** Facts that claims may leave out and some row that claims meet asks for, with the values that rows tell apart. */
  static Map<OptionalFact, SortedSet<Integer>> optionalFacts(Collection<Sheet> sheets) {
    List<Sheet> met = sheets.stream().filter(sheet -> Layouts.isOfClaims(sheet.name())
        || sheet.name().equals(LocalMatter.CRITICAL_ILLNESS_PLAN.label())).toList();
    return OptionalFact.told(heading -> met.stream()
        .filter(sheet -> sheet.columns().stream().anyMatch(column -> column.heading().equals(heading)))
        .flatMap(sheet -> sheet.rows().stream().map(row -> (Integer) sheet.value(row, heading)))
        .filter(Objects::nonNull).collect(Collectors.toSet()));
  }

  /**
   * Kinds of care besides those of every edition that some row adds up over the year: they are in the sums whichever row
   * pays them, as that of another kind of care may count them. Where rows look at what the year leaves to the person, all
   * are.
   */
  static Set<CareType> addingUp(Sheet terms, Parameters parameters, FurtherSteps steps) {
    Set<CareType> adding = EnumSet.noneOf(CareType.class);
    adding.addAll(parameters.accumulator(Parameter.YEAR_COST_KINDS).kinds());
    for (Row row : terms.rows()) {
      row.values().stream().filter(Accumulator.class::isInstance).map(Accumulator.class::cast)
          .forEach(one -> adding.addAll(one.kinds()));
    }
    if (steps.concluding()) {
      Arrays.stream(CareType.values()).map(CareType::countedAs).forEach(adding::add);
    }
    adding.removeIf(CareType::isAlwaysAddedUp);
    return adding;
  }
}
