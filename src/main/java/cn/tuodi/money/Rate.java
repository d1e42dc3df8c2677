package cn.tuodi.money;

import java.math.BigDecimal;

/**
 * An exact share between nothing and all, such as a rate of payment (救助比例) or a difference of percentage points.
 */
public final class Rate implements Comparable<Rate> {

  /** Nothing: 0 %. */
  public static final Rate NONE = new Rate(BigDecimal.ZERO);

  /** Everything: 100 %. */
  public static final Rate ALL = new Rate(BigDecimal.ONE);

  private final BigDecimal share;

  private Rate(BigDecimal share) {
    this.share = share;
  }

  /**
   * The rate of a share.
   *
   * @param share a fraction, 0.95 for 95 %
   * @throws IllegalArgumentException if the share is below 0 or above 1
   */
  public static Rate of(BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a rate lies between 0 and 1: " + share.toPlainString());
    }
    return new Rate(share);
  }

  /**
   * The rate of a number of hundredths of a percent, 9500 for 95 %.
   *
   * @throws IllegalArgumentException if it is below 0 or above 10,000
   */
  public static Rate basisPoints(long points) {
    return of(BigDecimal.valueOf(points, 4));
  }

  /** The share as a fraction. */
  public BigDecimal share() {
    return share;
  }

  /** This rate raised by percentage points, at most 100 %. */
  public Rate raisedBy(Rate points) {
    BigDecimal raised = share.add(points.share);
    return raised.compareTo(BigDecimal.ONE) > 0 ? ALL : new Rate(raised);
  }

  /** This rate lowered by percentage points, at least 0 %. */
  public Rate loweredBy(Rate points) {
    BigDecimal lowered = share.subtract(points.share);
    return lowered.signum() < 0 ? NONE : new Rate(lowered);
  }

  /** The given share of this rate. */
  public Rate times(Rate other) {
    return new Rate(share.multiply(other.share));
  }

  /** Whether this is more than 0 %. */
  public boolean isPositive() {
    return share.signum() > 0;
  }

  @Override
  public int compareTo(Rate other) {
    return share.compareTo(other.share);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rate rate && rate.share.compareTo(share) == 0;
  }

  @Override
  public int hashCode() {
    return share.stripTrailingZeros().hashCode();
  }

  /** The rate in percent, for example {@code 95%}. */
  @Override
  public String toString() {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
