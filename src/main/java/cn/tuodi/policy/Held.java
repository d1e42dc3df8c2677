package cn.tuodi.policy;

/** How an identity stands on the service date. */
public enum Held {
  /** Recognised only afterwards, or applied for too long afterwards. */
  NOT_YET,
  HELD,
  /** Ended before. */
  NO_LONGER
}
