package cn.tuodi.edition.proof;

import cn.tuodi.claim.IdentityType;
import cn.tuodi.money.Money;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values by which the rows of sheets tell situations apart, besides those that are known of every edition. */
public final class Dimensions {

  private static final Money FEN = Money.fen(1);

  private Dimensions() {}

  /**
   * Situations, told apart further by whatever else the rows of sheets ask for.
   *
   * @param situations what is told apart already
   * @param sheets the sheets
   */
  public static List<Situation> extend(List<Situation> situations, List<Sheet> sheets) {
    List<Situation> all = situations;
    for (Sheet sheet : sheets) {
      for (Column column : sheet.columns()) {
        if (isAsked(sheet, column) && !all.isEmpty() && !all.get(0).values().containsKey(column.property())) {
          all = Situation.each(all, column.property(), values(column.property(), sheets));
        }
      }
    }
    return all == situations ? all : all.stream().filter(Dimensions::isPossible).toList();
  }

  /** Whether a row of a sheet states a condition in a column. */
  static boolean isAsked(Sheet sheet, Column column) {
    return Coverage.isTold(column)
        && sheet.rows().stream().anyMatch(row -> sheet.value(row, column.heading()) != null);
  }

  /** Who holds an identity of rural people is rural. */
  private static boolean isPossible(Situation situation) {
    Object identity = situation.value("type") == null ? situation.value("identity") : situation.value("type");
    return !(identity instanceof IdentityType type && type.isRural() && Boolean.FALSE.equals(situation.value("rural")));
  }

  private static Set<Object> values(String property, List<Sheet> sheets) {
    Set<Object> values = new LinkedHashSet<>();
    for (Sheet sheet : sheets) {
      for (Column column : sheet.columns()) {
        if (Coverage.isTold(column) && column.property().equals(property)) {
          values.addAll(column.asksForEqual() ? column.type().values() : edges(sheet, column));
        }
      }
    }
    // Nobody in no class is paid anything.
    values.remove(PersonClass.NONE);
    values.remove(PersonClass.UNASSIGNED);
    return values;
  }

  /** The figures that rows compare with, and the next ones below and above them. */
  private static List<Object> edges(Sheet sheet, Column column) {
    List<Object> edges = new ArrayList<>();
    for (Row row : sheet.rows()) {
      Object cell = sheet.value(row, column.heading());
      if (cell instanceof Integer number) {
        edges.addAll(List.of(Math.max(0, number - 1), number, number + 1));
      } else if (cell instanceof Money amount) {
        edges.addAll(List.of(amount.minus(FEN).atLeastZero(), amount, amount.plus(FEN)));
      }
    }
    return edges;
  }
}
