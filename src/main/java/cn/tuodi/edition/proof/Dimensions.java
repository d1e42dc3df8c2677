package cn.tuodi.edition.proof;

import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The values by which the rows of sheets tell situations apart, besides those that are known of every edition. */
public final class Dimensions {

  /** What is looked at in a second or two. */
  private static final int MAX_SITUATIONS = 200_000;
  private static final Money FEN = Money.fen(1);

  private Dimensions() {}

  /**
   * Situations, told apart further by whatever else the rows of sheets ask for.
   *
   * @param situations what is told apart already
   * @param sheets the sheets
   * @param identities what the edition says of identities
   * @param findings where it is written that rows ask for more at once than can be looked at; there are no situations then
   */
  public static List<Situation> extend(List<Situation> situations, List<Sheet> sheets, IdentityDefinitions identities,
      Collection<Finding> findings) {
    List<Situation> all = situations;
    for (Sheet sheet : sheets) {
      for (Column column : sheet.columns()) {
        if (isAsked(sheet, column) && !all.isEmpty() && !all.get(0).values().containsKey(column.property())) {
          Set<Object> values = values(column.property(), sheets);
          if ((long) all.size() * values.size() > MAX_SITUATIONS) {
            findings.add(new Finding(sheet.workbook(), sheet.name(), null,
                Message.of("edition.rows-ask-for-too-much-at", column.heading())));
            return List.of();
          }
          all = Situation.each(all, column.property(), values);
        }
      }
    }
    return all == situations ? all : all.stream().filter(new PossibleFacts(identities)::hold).toList();
  }

  /** Whether a row of a sheet states a condition in a column. */
  static boolean isAsked(Sheet sheet, Column column) {
    return Coverage.isTold(column)
        && sheet.rows().stream().anyMatch(row -> sheet.value(row, column.heading()) != null);
  }

  private static Set<Object> values(String property, List<Sheet> sheets) {
    Set<Object> values = new LinkedHashSet<>();
    for (Sheet sheet : sheets) {
      for (Column column : sheet.columns()) {
        if (Coverage.isTold(column) && column.property().equals(property)) {
          values.addAll(column.asksForEqual() ? named(column, sheets) : edges(sheet, column));
        }
      }
    }
    // Nobody in no class is paid anything.
    values.remove(PersonClass.NONE);
    values.remove(PersonClass.UNASSIGNED);
    return values;
  }

  /** The values that rows name, and one of all others. */
  private static Set<Object> named(Column column, List<Sheet> sheets) {
    Set<Object> named = new LinkedHashSet<>();
    sheets.forEach(sheet -> sheet.columns().stream()
        .filter(other -> Coverage.isTold(other) && other.property().equals(column.property()))
        .forEach(other -> sheet.rows().stream().map(row -> sheet.value(row, other.heading())).filter(Objects::nonNull)
            .forEach(named::add)));
    column.type().values().stream().filter(value -> !named.contains(value)).findFirst().ifPresent(named::add);
    return named;
  }

  /** The figures at which the answer of rows changes: the last before, and the first from there on. */
  private static List<Object> edges(Sheet sheet, Column column) {
    List<Object> edges = new ArrayList<>();
    int shift = column.isMetAtTheEdge() ? 0 : 1;
    for (Row row : sheet.rows()) {
      Object cell = sheet.value(row, column.heading());
      if (cell instanceof Integer number) {
        edges.addAll(List.of(Math.max(0, number - 1 + shift), number + shift));
      } else if (cell instanceof Money amount) {
        Money first = shift == 0 ? amount : amount.plus(FEN);
        edges.addAll(List.of(first.minus(FEN).atLeastZero(), first));
      } else if (cell instanceof LocalDate day) {
        edges.addAll(List.of(day.minusDays(1), day));
      }
    }
    return edges;
  }
}
