package cn.tuodi.application;

/** Why an application is not eligible. */
public enum ApplicationReason {
  /** Not enrolled in basic insurance. */
  NOT_ENROLLED,
  /** Holds nothing that opens assistance on application on the reference date. */
  NOT_RECOGNISED,
  /** Income of the household is too high. */
  INCOME_TOO_HIGH,
  /** Granted once in the year already. */
  GRANTED_ALREADY
}
