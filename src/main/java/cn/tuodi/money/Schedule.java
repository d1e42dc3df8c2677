package cn.tuodi.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Rates over the cost that accumulates in a year: nothing up to the deductible (起付线), then one rate per half-open band
 * of cost. The one place where an amount is made of bands; see {@link #share}.
 */
public final class Schedule {

  private final List<Tier> tiers;

  private Schedule(List<Tier> tiers) {
    this.tiers = tiers;
  }

  /**
   * A rate that applies to the part of the year's cost from an edge up to the next tier's edge.
   *
   * @param from the lower edge in yuan, included; exact, so it may be finer than a fen
   * @param rate the share paid
   */
  public record Tier(BigDecimal from, Rate rate) {}

  /**
   * The part of a claim that falls in one band.
   *
   * @param from the band's lower edge in yuan
   * @param to the band's upper edge in yuan, excluded, or null where the band is open
   * @param rate the share paid in this band
   * @param cost the part of the claim's cost that lies in the band, in yuan; between edges finer than a fen it is rounded so
   *        that the bands of a claim add up to its cost
   * @param amount what the band pays, rounded so that the bands of a claim add up to its line
   */
  public record Band(BigDecimal from, BigDecimal to, Rate rate, BigDecimal cost, Money amount) {}

  /**
   * What a claim is paid, before any limit.
   *
   * @param amount the sum of all bands, rounded once
   * @param deductible the lowest edge, below which nothing is paid
   * @param bands the bands the claim's cost touches, lowest first
   */
  public record Share(Money amount, BigDecimal deductible, List<Band> bands) {}

  /**
   * A schedule of tiers in rising order of their edges.
   *
   * @throws IllegalArgumentException if there is no tier or an edge does not rise
   */
  public static Schedule of(List<Tier> tiers) {
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("a schedule has at least one tier");
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
        throw new IllegalArgumentException("tiers rise: " + tiers.get(i).from() + " after " + tiers.get(i - 1).from());
      }
    }
    return new Schedule(List.copyOf(tiers));
  }

  /** One rate for all cost above a deductible. */
  public static Schedule above(Money deductible, Rate rate) {
    return new Schedule(List.of(new Tier(deductible.inYuan(), rate)));
  }

  /** One rate for the cost between two edges and another for the cost above. */
  public static Schedule above(Money deductible, Rate rate, Money second, Rate secondRate) {
    return of(List.of(new Tier(deductible.inYuan(), rate), new Tier(second.inYuan(), secondRate)));
  }

  /** The tiers, lowest first. */
  public List<Tier> tiers() {
    return tiers;
  }

  /** The same bands with every rate lowered by percentage points and then taken in part. */
  public Schedule adjusted(Rate points, Rate portion) {
    List<Tier> adjusted = new ArrayList<>(tiers.size());
    for (Tier tier : tiers) {
      adjusted.add(new Tier(tier.from(), tier.rate().loweredBy(points).times(portion)));
    }
    return new Schedule(List.copyOf(adjusted));
  }

  /** The same bands, all at one rate. */
  public Schedule flat(Rate rate) {
    return new Schedule(tiers.stream().map(tier -> new Tier(tier.from(), rate)).toList());
  }

  /**
   * What the cost of one claim is paid, given the cost of earlier claims of the year: the schedule of the sum less the
   * schedule of what came before.
   *
   * @param before cost of the year's earlier claims in the same accumulator
   * @param cost eligible cost of this claim
   */
  public Share share(Money before, Money cost) {
    BigDecimal low = before.inYuan();
    BigDecimal high = low.add(cost.inYuan());
    BigDecimal sum = BigDecimal.ZERO;
    List<Band> bands = new ArrayList<>(tiers.size() + 1);
    BigDecimal first = tiers.get(0).from();
    if (low.compareTo(first) < 0 && cost.isPositive()) {
      bands.add(new Band(BigDecimal.ZERO, first, Rate.NONE, shown(low, high.min(first)), Money.ZERO));
    }
    Money shown = Money.ZERO;
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      BigDecimal to = i + 1 < tiers.size() ? tiers.get(i + 1).from() : null;
      BigDecimal from = low.max(tier.from());
      BigDecimal upTo = to == null ? high : high.min(to);
      if (upTo.compareTo(from) > 0) {
        BigDecimal exact = upTo.subtract(from).multiply(tier.rate().share());
        sum = sum.add(exact);
        Money rounded = Money.halfUp(exact);
        shown = shown.plus(rounded);
        bands.add(new Band(tier.from(), to, tier.rate(), shown(from, upTo), rounded));
      }
    }
    Money amount = Money.halfUp(sum);
    if (!shown.equals(amount)) {
      settle(bands, amount.minus(shown));
    }
    return new Share(amount, first, bands);
  }

  /**
   * Gives what rounding left over to the last band that pays, and takes what rounding gave too much from the last ones
   * that have it: a band at 0 % pays nothing, not even a fen, and none pays less than nothing.
   */
  private static void settle(List<Band> bands, Money difference) {
    Money rest = difference;
    for (int i = bands.size() - 1; i >= 0 && !rest.isZero(); i--) {
      Band band = bands.get(i);
      if (band.rate().isPositive()) {
        Money settled = band.amount().plus(rest).atLeastZero();
        rest = rest.minus(settled.minus(band.amount()));
        bands.set(i, new Band(band.from(), band.to(), band.rate(), band.cost(), settled));
      }
    }
  }

  private static BigDecimal shown(BigDecimal from, BigDecimal to) {
    return fen(to).subtract(fen(from));
  }

  private static BigDecimal fen(BigDecimal yuan) {
    return yuan.scale() <= 2 ? yuan : yuan.setScale(2, RoundingMode.HALF_UP);
  }
}
