package cn.tuodi.policy;

import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The standards of a pooling area. Where the area says nothing on a case, the area above it counts: 450103 follows
 * 450100, and that 450000.
 *
 * @param area area code, or null where there are none
 * @param own rows of the area itself
 * @param above standards of the next area above that has any, or null
 */
public record LocalStandards(String area, List<LocalStandard> own, LocalStandards above) {

  /** No standards at all. */
  public static final LocalStandards NONE = new LocalStandards(null, List.of(), null);

  /** Whether neither the area nor one above it states anything. */
  public boolean isEmpty() {
    return own.isEmpty() && above == null;
  }

  /** Terms of top-up assistance for a class on a day, or null. */
  public LocalStandard.TopUp topUp(PersonClass personClass, LocalDate day) {
    return nearest(LocalStandard.TopUp.class,
        row -> (row.personClass() == null || row.personClass() == personClass) && row.standsOn(day));
  }

  /** Terms of top-up assistance above the annual cap for a class on a day, or null. */
  public LocalStandard.OverCap overCap(PersonClass personClass, LocalDate day) {
    return nearest(LocalStandard.OverCap.class,
        row -> (row.personClass() == null || row.personClass() == personClass) && row.standsOn(day));
  }

  /** Terms of assistance on application on a day, or null. */
  public LocalStandard.OnApplication onApplication(LocalDate day) {
    return nearest(LocalStandard.OnApplication.class, row -> row.standsOn(day));
  }

  /** Terms of assistance for a class and a kind of care on a day, or null. */
  public LocalStandard.Assistance assistance(Standing standing, CareType kind, LocalDate day) {
    return nearest(LocalStandard.Assistance.class, row -> row.personClass() == standing.personClass()
        && (row.identity() == null || row.identity() == standing.identity()) && row.kind() == kind
        && row.standsOn(day));
  }

  /**
   * The base schedule of critical-illness insurance for a person on a day, or null.
   *
   * @param person the person
   * @param rural whether the person counts as rural
   * @param day the service date
   */
  public LocalStandard.Plan plan(Person person, boolean rural, LocalDate day) {
    return nearest(LocalStandard.Plan.class, row -> row.isFor(person, rural) && row.standsOn(day));
  }

  /** The burden above which a person of a class is reported on a day, or null. */
  public LocalStandard.Warning warning(PersonClass personClass, LocalDate day) {
    return nearest(LocalStandard.Warning.class,
        row -> (row.personClass() == null || row.personClass() == personClass) && row.standsOn(day));
  }

  /** The fixed subsidy of the premium for an identity and a year, or null. */
  public LocalStandard.FixedPremium fixedPremium(IdentityType identity, int insuredYear) {
    return nearest(LocalStandard.FixedPremium.class,
        row -> row.identity() == identity && row.insuredYear() == insuredYear);
  }

  /** The least contribution for a year, or null. */
  public LocalStandard.LeastContribution leastContribution(int insuredYear) {
    return nearest(LocalStandard.LeastContribution.class, row -> row.insuredYear() == insuredYear);
  }

  /** The figure of a name for a person on a day, or null. */
  LocalStandard.BaseFigure baseFigure(String name, boolean rural, LocalDate day) {
    return nearest(LocalStandard.BaseFigure.class, row -> row.isFor(name, rural, day));
  }

  private <S extends LocalStandard> S nearest(Class<S> type, Predicate<S> fits) {
    for (LocalStandards place = this; place != null; place = place.above) {
      for (LocalStandard row : place.own) {
        if (type.isInstance(row) && fits.test(type.cast(row))) {
          return type.cast(row);
        }
      }
    }
    return null;
  }
}
