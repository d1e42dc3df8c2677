package cn.tuodi.account.book;

/** What is booked. */
public enum BookingKind {
  /** What had accumulated in another system before the first bill. */
  OPENING,
  /** A bill. */
  SETTLEMENT,
  /** A bill is taken back (退费). */
  REVERSAL,
  /** A corrected bill in place of one. */
  REPLACEMENT,
  /** The whole year is decided again. */
  RESETTLEMENT;

  /** Whether it changes what was booked before. */
  public boolean isCorrection() {
    return this == REVERSAL || this == REPLACEMENT || this == RESETTLEMENT;
  }
}
