package cn.tuodi.console.policies;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Editions by region along the years.
 *
 * @param years the years, each with where it begins
 * @param today where today is
 * @param regions regions with their editions
 */
record EditionTimeline(List<Year> years, String today, List<Region> regions) {

  private static final int NARROW = 18;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /**
   * A year of the axis.
   *
   * @param number the year
   * @param left where it begins, for example {@code 12.50%}
   */
  record Year(int number, String left) {}

  /**
   * A region.
   *
   * @param name its name
   * @param areaCode code of its area
   * @param bars its editions, earliest first
   */
  record Region(String name, String areaCode, List<Bar> bars) {}

  /**
   * An edition along the years.
   *
   * @param edition the edition
   * @param left where it begins
   * @param width how long it lasts, to the end of the axis where it is open
   * @param narrow whether it is too short for words on a small screen
   * @param open whether it has no last day
   */
  record Bar(EditionView edition, String left, String width, boolean narrow, boolean open) {}

  static EditionTimeline of(Catalogue catalogue, Language language) {
    LocalDate today = LocalDate.now();
    List<EditionDescription> editions = catalogue.editions().stream().map(Edition::description).toList();
    int first = editions.stream().mapToInt(edition -> edition.from().getYear()).min().orElse(today.getYear());
    int last = editions.stream().map(EditionDescription::to).filter(day -> day != null).mapToInt(LocalDate::getYear)
        .max().orElse(today.getYear());
    Scale scale = new Scale(LocalDate.of(first, 1, 1), LocalDate.of(Math.max(last, today.getYear()) + 1, 1, 1));
    Map<String, List<EditionDescription>> byRegion = new LinkedHashMap<>();
    editions.forEach(edition -> byRegion
        .computeIfAbsent(edition.id().region() + " " + edition.areaCode(), region -> new ArrayList<>()).add(edition));
    List<Region> regions = byRegion.values().stream().map(group -> region(group, scale, language)).toList();
    return new EditionTimeline(years(scale), scale.at(today), regions);
  }

  private static List<Year> years(Scale scale) {
    List<Year> years = new ArrayList<>();
    for (LocalDate day = scale.from; day.isBefore(scale.to); day = day.plusYears(1)) {
      years.add(new Year(day.getYear(), scale.at(day)));
    }
    return years;
  }

  private static Region region(List<EditionDescription> editions, Scale scale, Language language) {
    EditionDescription latest = editions.stream().max(Comparator.comparing(EditionDescription::from)).orElseThrow();
    List<Bar> bars = editions.stream().sorted(Comparator.comparing(EditionDescription::from))
        .map(edition -> new Bar(EditionView.of(edition, language), scale.at(edition.from()),
            scale.between(edition.from(), edition.to() == null ? scale.to : edition.to().plusDays(1)),
            edition.to() != null && edition.from().plusMonths(NARROW).isAfter(edition.to()), edition.to() == null))
        .toList();
    return new Region(regionName(latest, language), latest.areaCode(), bars);
  }

  /** The name of an edition up to its year. */
  private static String regionName(EditionDescription edition, Language language) {
    String name = language.of(edition.name(), edition.nameEn());
    String region = name.split("[,，（(]? ?(edition )?\\d{4}")[0].strip();
    return region.isEmpty() ? name : region;
  }

  private record Scale(LocalDate from, LocalDate to) {
    String at(LocalDate day) {
      return between(from, day);
    }

    String between(LocalDate one, LocalDate other) {
      return BigDecimal.valueOf(ChronoUnit.DAYS.between(one, other)).multiply(ALL)
          .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)), 3, RoundingMode.HALF_UP) + "%";
    }
  }
}
