package cn.tuodi.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of yuan with two decimals (fen). Immutable; may be negative only as the result of {@link #minus}.
 */
public final class Money implements Amount, Comparable<Money> {

  /** Nothing. */
  public static final Money ZERO = new Money(0);

  private final long fen;

  private Money(long fen) {
    this.fen = fen;
  }

  /**
   * The amount of a whole number of fen.
   *
   * @param fen hundredths of a yuan
   */
  public static Money fen(long fen) {
    return fen == 0 ? ZERO : new Money(fen);
  }

  /**
   * The amount a decimal states, which must have at most two decimals.
   *
   * @param yuan an amount in yuan
   * @throws ArithmeticException if the amount is finer than a fen: nothing is rounded silently
   */
  public static Money exactly(BigDecimal yuan) {
    return fen(yuan.movePointRight(2).longValueExact());
  }

  /**
   * The amount rounded half up to the fen, as a payout line is when it is final.
   *
   * @param yuan an amount in yuan
   */
  public static Money halfUp(BigDecimal yuan) {
    return fen(yuan.setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValueExact());
  }

  /** The amount in fen. */
  public long inFen() {
    return fen;
  }

  /** The amount in yuan, always with two decimals. */
  public BigDecimal inYuan() {
    return BigDecimal.valueOf(fen, 2);
  }

  /** The sum of both amounts. */
  public Money plus(Money other) {
    return fen(Math.addExact(fen, other.fen));
  }

  /** This amount less the other; may be negative. */
  public Money minus(Money other) {
    return fen(Math.subtractExact(fen, other.fen));
  }

  /** The smaller of both amounts. */
  public Money min(Money other) {
    return fen <= other.fen ? this : other;
  }

  /** This amount, or nothing where it is negative. */
  public Money atLeastZero() {
    return fen < 0 ? ZERO : this;
  }

  /** Whether this is strictly more than the other amount. */
  public boolean exceeds(Money other) {
    return fen > other.fen;
  }

  /** Whether this is more than nothing. */
  public boolean isPositive() {
    return fen > 0;
  }

  /** Whether this is nothing. */
  public boolean isZero() {
    return fen == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money money && money.fen == fen;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fen);
  }

  /** The amount in yuan with two decimals, for example {@code 13300.00}. */
  @Override
  public String toString() {
    long yuan = fen / 100;
    long rest = Math.abs(fen % 100);
    return (fen < 0 && yuan == 0 ? "-" : "") + yuan + (rest < 10 ? ".0" : ".") + rest;
  }
}
