package cn.tuodi.edition.local;

import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.language.Nearest;
import cn.tuodi.money.Money;
import cn.tuodi.money.Multiple;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.table.BaseFigureSheet;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds amounts that are multiples of figures that there are not everywhere, and figures that nothing is a multiple of.
 */
public final class FigureChecks {

  private static final Money LARGEST = Money.exactly(new BigDecimal("9999999.99"));
  private static final String VALUE = "取值";

  private final PlaceFigures figures;
  private final Collection<Finding> findings;
  private final Set<String> multiplied = new TreeSet<>();

  /**
   * Checks of an edition.
   *
   * @param figures the figures of its places
   * @param findings where to write what is wrong
   */
  public FigureChecks(PlaceFigures figures, Collection<Finding> findings) {
    this.figures = figures;
    this.findings = findings;
  }

  /** The names of all figures that amounts are multiples of. */
  public Set<String> multiplied() {
    return multiplied;
  }

  /**
   * Checks the amounts of some sheets.
   *
   * @param area code of the area in which they hold
   * @param sheets the sheets
   */
  public void amounts(String area, Collection<Sheet> sheets) {
    for (Sheet sheet : sheets) {
      for (Row row : sheet.rows()) {
        for (Column column : sheet.columns()) {
          if (sheet.value(row, column.heading()) instanceof Multiple multiple) {
            amount(area, multiple, sheet, row, column.heading());
          }
        }
      }
    }
  }

  /** Checks the parameters. */
  public void parameters(String area, Parameters parameters, Sheet sheet) {
    for (Row row : sheet.rows()) {
      if (parameters.value((Parameter) sheet.value(row, "参数")) instanceof Multiple multiple) {
        amount(area, multiple, sheet, row, VALUE);
      }
    }
  }

  private void amount(String area, Multiple multiple, Sheet sheet, Row row, String heading) {
    multiplied.add(multiple.base());
    if (!figures.names().contains(multiple.base())) {
      find(sheet, row, heading, unknown(multiple.base()));
      return;
    }
    PlaceFigures.Missing missing = figures.missing(area, multiple, sheet, row);
    if (missing != null) {
      find(sheet, row, heading,
          missing.rural() == null ? Message.of("edition.no-figure", missing.area(), missing.day(), multiple.base())
              : Message.of(missing.rural() ? "edition.no-figure-of-rural-people" : "edition.no-figure-of-other-people",
                  missing.area(), missing.day(), multiple.base()));
      return;
    }
    figures.places(area, Set.of(multiple.base())).stream().map(place -> place.yuan(multiple, sheet, row))
        .filter(Objects::nonNull).filter(amount -> amount.isZero() || amount.exceeds(LARGEST)).findFirst()
        .ifPresent(amount -> find(sheet, row, heading,
            Message.of("edition.the-multiple-comes-to", multiple.toString(), amount)));
  }

  private Message unknown(String name) {
    if (figures.names().isEmpty()) {
      return Message.of("edition.there-are-no-figures", name);
    }
    return Nearest.to(name, figures.names())
        .map(nearest -> Message.of("edition.there-is-no-figure-of-this-name", name, nearest))
        .orElseGet(() -> Message.of("edition.there-is-no-figure-like-it", name,
            Message.given(String.join("、", figures.names()), String.join(", ", figures.names()))));
  }

  /** Checks the figures themselves, once all amounts were looked at. */
  public void figures(List<Sheet> sheets) {
    for (Sheet sheet : sheets) {
      for (Row row : sheet.rows()) {
        String name = (String) sheet.value(row, BaseFigureSheet.NAME);
        Multiple alike = Multiple.parsed("1倍" + name);
        if (alike == null || !alike.base().equals(name)) {
          find(sheet, row, BaseFigureSheet.NAME, Message.of("edition.the-figure-needs-another-name", name));
        } else if (!multiplied.contains(name)) {
          find(sheet, row, BaseFigureSheet.NAME, Message.of("edition.no-amount-is-a-multiple-of", name));
        }
        if (sheet.value(row, BaseFigureSheet.AMOUNT) instanceof Money amount && amount.isZero()) {
          find(sheet, row, BaseFigureSheet.AMOUNT, Message.of("edition.a-figure-is-above-nothing"));
        }
      }
    }
  }

  /** Checks that no two rows of a sheet of figures hold at once. */
  public void apart(Sheet sheet) {
    for (int i = 0; i < sheet.rows().size(); i++) {
      Row row = sheet.rows().get(i);
      sheet.rows().subList(0, i).stream().filter(earlier -> meet(sheet, row, earlier)).findFirst()
          .ifPresent(earlier -> find(sheet, row, BaseFigureSheet.NAME,
              Message.of("edition.the-figure-stands-twice", earlier.number())));
    }
  }

  private static boolean meet(Sheet sheet, Row row, Row other) {
    Object one = sheet.value(row, BaseFigureSheet.RURAL);
    Object two = sheet.value(other, BaseFigureSheet.RURAL);
    return sheet.value(row, BaseFigureSheet.NAME).equals(sheet.value(other, BaseFigureSheet.NAME))
        && (one == null || two == null || one.equals(two))
        && Period.of(sheet, row).meets(Period.of(sheet, other));
  }

  private void find(Sheet sheet, Row row, String heading, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), message));
  }
}
