package cn.tuodi.policy;

import cn.tuodi.answer.Derivations;
import cn.tuodi.answer.Derived;
import cn.tuodi.answer.Source;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Money;
import cn.tuodi.money.Multiple;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The figures of a place that amounts are multiples of: those of the area, else of the area above it, else of the edition.
 *
 * @param local standards of the area
 * @param ofEdition figures that the edition itself states
 */
public record BaseFigures(LocalStandards local, List<LocalStandard.BaseFigure> ofEdition) {

  /** More than any bill, for what has no figure: nothing reaches it. */
  private static final long BEYOND = Long.MAX_VALUE;

  /** The figure of a name for a person on a day, or null. */
  public LocalStandard.BaseFigure find(String name, boolean rural, LocalDate day) {
    LocalStandard.BaseFigure figure = local.baseFigure(name, rural, day);
    return figure != null ? figure
        : ofEdition.stream().filter(row -> row.isFor(name, rural, day)).findFirst().orElse(null);
  }

  /** Whether there is a figure for each of some names on a day, for rural or for other people. */
  public boolean have(Set<String> names, LocalDate day) {
    return names.stream().allMatch(name -> find(name, true, day) != null || find(name, false, day) != null);
  }

  /**
   * What an amount comes to, or null for none.
   *
   * @param stated the amount as a row states it, or null
   * @param heading the heading that it stands under
   * @param row the row
   * @param rural whether the person counts as rural
   * @param day the day that counts
   * @param derivations where it is written how a multiple came out
   */
  public Money yuan(Amount stated, String heading, Source row, boolean rural, LocalDate day,
      Derivations derivations) {
    if (!(stated instanceof Multiple multiple)) {
      return (Money) stated;
    }
    LocalStandard.BaseFigure figure = find(multiple.base(), rural, day);
    if (figure == null) {
      throw new IllegalStateException("no figure of the place for " + stated + " of " + row + " on " + day);
    }
    Money amount = multiple.of(figure.amount());
    derivations.add(new Derived(row, heading, multiple, figure.nameEn(), figure.amount(), amount, figure.source()));
    return amount;
  }

  /** What a condition compares with, in fen: out of reach where there is no figure for the person. */
  public long fen(String base, long tenThousandths, boolean rural, LocalDate day) {
    LocalStandard.BaseFigure figure = find(base, rural, day);
    return figure == null ? BEYOND : new Multiple(base, tenThousandths, false).of(figure.amount()).inFen();
  }
}
