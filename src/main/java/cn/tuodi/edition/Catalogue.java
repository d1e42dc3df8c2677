package cn.tuodi.edition;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All editions in force; an immutable snapshot. */
public final class Catalogue {

  private final List<Edition> editions;
  private final List<UnavailableEdition> unavailable;

  /**
   * A catalogue of editions.
   *
   * @throws IllegalArgumentException if two of them cover the same area on the same day
   */
  public Catalogue(List<Edition> editions) {
    this(editions, List.of());
  }

  /**
   * A catalogue of editions, some of which cannot decide.
   *
   * @param editions those that can
   * @param unavailable those that should and cannot
   * @throws IllegalArgumentException if two of the former cover the same area on the same day
   */
  public Catalogue(List<Edition> editions, List<UnavailableEdition> unavailable) {
    List<Edition> sorted = new ArrayList<>(editions);
    sorted.sort(Comparator.comparing(Edition::id));
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        checkApart(sorted.get(i).description(), sorted.get(j).description());
      }
    }
    this.editions = List.copyOf(sorted);
    this.unavailable = List.copyOf(unavailable);
  }

  private static void checkApart(EditionDescription one, EditionDescription other) {
    boolean sameArea = one.covers(other.areaCode()) || other.covers(one.areaCode());
    boolean sameTime = one.isInForceOn(other.from()) || other.isInForceOn(one.from());
    if (sameArea && sameTime) {
      throw new IllegalArgumentException("editions " + one.id() + " and " + other.id() + " overlap");
    }
  }

  /** All editions, by name. */
  public List<Edition> editions() {
    return editions;
  }

  /** The editions that should decide and cannot, by name. */
  public List<UnavailableEdition> unavailable() {
    return unavailable;
  }

  /** Those of them that may be the ones to answer for a place. */
  public List<UnavailableEdition> unavailable(String region) {
    return unavailable.stream().filter(edition -> edition.mayCover(region)).toList();
  }

  /** The editions that cover a place at any time. */
  public List<Edition> covering(String region) {
    return editions.stream().filter(edition -> edition.description().covers(region)).toList();
  }

  /** The edition for a place and a day, with the standards of the place, or null where none is in force. */
  public Edition find(String region, LocalDate day) {
    for (Edition edition : editions) {
      if (edition.description().isInForceOn(day) && edition.description().covers(region)) {
        return edition.in(region);
      }
    }
    return null;
  }

  /**
   * The edition that answers for a premium: the one in force on the day of payment, else one that answers for the insured
   * year before its own first day; null where there is none.
   */
  public Edition findForPremium(String region, int insuredYear, LocalDate paidOn) {
    Edition inForce = find(region, paidOn);
    if (inForce != null) {
      return inForce;
    }
    for (Edition edition : editions) {
      if (edition.description().covers(region) && edition.description().answersForPremium(insuredYear, paidOn)) {
        return edition.in(region);
      }
    }
    return null;
  }

  /** Why no edition answers for a place on a day: there is none, or the one that may do so cannot. */
  public Refusal refusal(String region, LocalDate day) {
    List<UnavailableEdition> unusable = unavailable(region);
    if (!unusable.isEmpty()) {
      return Refusal.of(RefusalCode.POLICY_UNAVAILABLE, unusable.stream().map(UnavailableEdition::id).toList());
    }
    List<Edition> covering = covering(region);
    return covering.isEmpty() ? Refusal.of(RefusalCode.NO_POLICY_FOR_REGION, region)
        : Refusal.of(RefusalCode.NO_POLICY_IN_FORCE, day, covering.stream().map(Catalogue::span).toList());
  }

  private static String span(Edition edition) {
    EditionDescription description = edition.description();
    return edition.id() + " (" + description.from() + " – " + (description.to() == null ? "…" : description.to()) + ")";
  }

  /** Whether any edition answers, or may do so, for some place of a province on some day of a year. */
  public boolean answersIn(String province, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = first.plusYears(1).minusDays(1);
    return editions.stream().map(Edition::description)
        .anyMatch(one -> one.areaCode().startsWith(province) && !one.from().isAfter(last)
            && (one.to() == null || !one.to().isBefore(first)))
        || unavailable.stream().anyMatch(one -> one.areaCode() == null || one.areaCode().startsWith(province));
  }

  /** The edition of a name. */
  public Optional<Edition> named(EditionId id) {
    return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
  }
}
