package cn.tuodi.edition.local;

import cn.tuodi.edition.source.AreaCode;
import cn.tuodi.edition.source.Period;
import cn.tuodi.money.Money;
import cn.tuodi.money.Multiple;
import cn.tuodi.policy.BaseFigures;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The figures that amounts of an edition are multiples of, in every place of it and on every day: what the amounts come to
 * there is what is proved of them.
 */
public final class PlaceFigures {

  private static final String RURAL = "rural";

  private final String areaCode;
  private final Period validity;
  private final List<LocalStandard.BaseFigure> ofEdition;
  private final Map<String, LocalStandards> areas;

  /**
   * The figures of an edition.
   *
   * @param areaCode code of its area
   * @param validity the days it is in force
   * @param ofEdition those that it states itself
   * @param areas standards of the areas that have any
   */
  public PlaceFigures(String areaCode, Period validity, List<LocalStandard.BaseFigure> ofEdition,
      Map<String, LocalStandards> areas) {
    this.areaCode = areaCode;
    this.validity = validity;
    this.ofEdition = ofEdition;
    this.areas = areas;
  }

  /**
   * A place, whom it is about, and a day.
   *
   * @param area code of the area
   * @param rural whether people count as rural
   * @param day a day on which figures change
   * @param figures the figures that hold there
   */
  public record Place(String area, boolean rural, LocalDate day, BaseFigures figures) {

    /** What a multiple of a row comes to there; null where there is no figure for those whom the row is for. */
    Money yuan(Multiple multiple, Sheet sheet, Row row) {
      LocalStandard.BaseFigure figure =
          figures.find(multiple.base(), ruralOf(sheet, row, rural), within(Period.of(sheet, row)));
      return figure == null ? null : multiple.of(figure.amount());
    }

    /** The day, or the nearest one on which a row applies. */
    private LocalDate within(Period days) {
      LocalDate from = days.first() != null && day.isBefore(days.first()) ? days.first() : day;
      return days.last() != null && from.isAfter(days.last()) ? days.last() : from;
    }

    /** A sheet with its amounts in yuan. */
    public Sheet inYuan(Sheet sheet) {
      return isMultiplying(sheet) ? new Sheet(sheet.workbook(), sheet.name(), sheet.columns(),
          sheet.rows().stream().map(row -> new Row(row.number(), inYuan(sheet, row))).toList()) : sheet;
    }

    private List<Object> inYuan(Sheet sheet, Row row) {
      List<Object> values = new ArrayList<>(row.values());
      values.replaceAll(value -> value instanceof Multiple multiple ? yuan(multiple, sheet, row) : value);
      return values;
    }

    /** All sheets with their amounts in yuan. */
    public Map<String, Sheet> inYuan(Map<String, Sheet> sheets) {
      Map<String, Sheet> resolved = new LinkedHashMap<>();
      sheets.forEach((name, sheet) -> resolved.put(name, inYuan(sheet)));
      return resolved;
    }
  }

  /** Whether a sheet has an amount that is a multiple. */
  public static boolean isMultiplying(Sheet sheet) {
    return sheet.rows().stream().anyMatch(row -> row.values().stream().anyMatch(Multiple.class::isInstance));
  }

  /** Whether a condition of a sheet compares with a multiple. */
  public static boolean isComparing(Sheet sheet) {
    return sheet.columns().stream().filter(Column::isCondition)
        .anyMatch(
            column -> sheet.rows().stream().anyMatch(row -> sheet.value(row, column.heading()) instanceof Multiple));
  }

  /** For whom a row is: rural or other people as it says, else as given. */
  private static boolean ruralOf(Sheet sheet, Row row, boolean otherwise) {
    return sheet.columns().stream().filter(column -> column.isCondition() && column.property().equals(RURAL))
        .map(column -> sheet.value(row, column.heading())).filter(Boolean.class::isInstance).map(Boolean.class::cast)
        .findFirst().orElse(otherwise);
  }

  /** The names of all figures that there are anywhere. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    all().forEach(figure -> names.add(figure.name()));
    return names;
  }

  private Stream<LocalStandard.BaseFigure> all() {
    return Stream.concat(ofEdition.stream(), areas.values().stream().flatMap(PlaceFigures::own));
  }

  private static Stream<LocalStandard.BaseFigure> own(LocalStandards area) {
    return area.own().stream().filter(LocalStandard.BaseFigure.class::isInstance)
        .map(LocalStandard.BaseFigure.class::cast);
  }

  /** The figures that hold in an area. */
  BaseFigures in(String area) {
    LocalStandards standards = AreaCode.narrowest(area, areas);
    return new BaseFigures(standards == null ? LocalStandards.NONE : standards, ofEdition);
  }

  /** The areas within one that have figures of their own, and that one itself. */
  private List<String> within(String area) {
    List<String> within = new ArrayList<>(List.of(area));
    areas.forEach((code, standards) -> {
      if (!code.equals(area) && AreaCode.covers(area, code) && own(standards).findAny().isPresent()) {
        within.add(code);
      }
    });
    return within;
  }

  /** Every place, person and day within an area that figures tell apart, where it has all of some names. */
  public List<Place> places(String area, Set<String> names) {
    boolean apart = all().anyMatch(figure -> figure.rural() != null);
    Map<List<Object>, Place> places = new LinkedHashMap<>();
    for (String code : within(area)) {
      BaseFigures figures = in(code);
      for (LocalDate day : days()) {
        for (boolean rural : apart ? List.of(false, true) : List.of(false)) {
          if (figures.have(names, day)) {
            List<Object> told = new ArrayList<>();
            names.forEach(name -> told.add(figures.find(name, rural, day)));
            places.putIfAbsent(told, new Place(code, rural, day, figures));
          }
        }
      }
    }
    return List.copyOf(places.values());
  }

  /** The same within the whole edition. */
  public List<Place> places(Set<String> names) {
    return places(areaCode, names);
  }

  /** The first day, and every other on which a figure changes. */
  private Set<LocalDate> days() {
    Set<LocalDate> days = new TreeSet<>(List.of(validity.first()));
    all().forEach(figure -> {
      if (figure.from() != null) {
        days.add(figure.from());
      }
      if (figure.to() != null) {
        days.add(figure.to().plusDays(1));
      }
    });
    days.removeIf(day -> !validity.contains(day));
    return days;
  }

  /**
   * A case that a multiple of a row meets and that has no figure.
   *
   * @param area code of the area
   * @param rural whether people count as rural; null where it is the same for others
   * @param day the day
   */
  record Missing(String area, Boolean rural, LocalDate day) {}

  /** The first case within an area without a figure for a multiple of a row; null where every one has it. */
  Missing missing(String area, Multiple multiple, Sheet sheet, Row row) {
    Period stated = Period.of(sheet, row);
    for (LocalDate day : days()) {
      Place at = new Place(area, false, day, in(area));
      LocalDate counting = at.within(stated);
      if (!validity.contains(counting)) {
        continue;
      }
      boolean forRural = ruralOf(sheet, row, true);
      boolean forOthers = ruralOf(sheet, row, false);
      String place = placeWithout(area, multiple.base(), forRural, counting);
      if (place != null) {
        return new Missing(place,
            forRural == forOthers || in(place).find(multiple.base(), false, counting) != null ? forRural : null,
            counting);
      }
      String other = forRural == forOthers ? null : placeWithout(area, multiple.base(), false, counting);
      if (other != null) {
        return new Missing(other, Boolean.FALSE, counting);
      }
    }
    return null;
  }

  /** The widest area within one of which no part has a figure; null where every part has it. */
  private String placeWithout(String area, String name, boolean rural, LocalDate day) {
    if (in(area).find(name, rural, day) != null) {
      return within(area).stream().filter(code -> in(code).find(name, rural, day) == null).findFirst().orElse(null);
    }
    List<String> having = within(area).stream().filter(code -> in(code).find(name, rural, day) != null).toList();
    if (having.isEmpty()) {
      return area;
    }
    return AreaCode.within(area).stream()
        .filter(
            code -> having.stream().noneMatch(other -> AreaCode.covers(other, code) || AreaCode.covers(code, other)))
        .findFirst().orElse(null);
  }
}
