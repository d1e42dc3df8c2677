package cn.tuodi.claim;

import cn.tuodi.money.Money;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which kinds of care add up in a year (累计口径): what shares one deductible or one limit.
 *
 * @param kinds the kinds of care, as they are counted
 */
public record Accumulator(Set<CareType> kinds) {

  /** Inpatient and major-disease outpatient care together. */
  public static final Accumulator INPATIENT_AND_MAJOR =
      new Accumulator(EnumSet.of(CareType.INPATIENT, CareType.MAJOR_OUTPATIENT));

  /** Chronic outpatient care alone. */
  public static final Accumulator CHRONIC = new Accumulator(EnumSet.of(CareType.CHRONIC_OUTPATIENT));

  /** Inpatient, major-disease outpatient and chronic outpatient care together. */
  public static final Accumulator ALL =
      new Accumulator(EnumSet.of(CareType.INPATIENT, CareType.CHRONIC_OUTPATIENT, CareType.MAJOR_OUTPATIENT));

  /** Nothing adds up. */
  public static final Accumulator NONE = new Accumulator(EnumSet.noneOf(CareType.class));

  /** Kinds of care that add up. */
  public Accumulator {
    kinds = Collections.unmodifiableSet(kinds.isEmpty() ? EnumSet.noneOf(CareType.class) : EnumSet.copyOf(kinds));
  }

  /** Whether a kind of care adds to it. */
  public boolean covers(CareType care) {
    return kinds.contains(care.countedAs());
  }

  /** What the kinds of care in this accumulator add up to. */
  public Money of(ByCare amounts) {
    Money sum = Money.ZERO;
    for (CareType kind : kinds) {
      sum = sum.plus(amounts.of(kind));
    }
    return sum;
  }

  /** The names of its kinds, joined. */
  @Override
  public String toString() {
    return kinds.stream().map(Enum::name).collect(Collectors.joining("+"));
  }
}
