package cn.tuodi.assistance;

/** How far the identities of a person have been looked at. */
public enum ClassificationStage {

  /** It must first be known whether the person counts as severely disabled. */
  UNEXAMINED,

  /** The identity at hand counts on the service date. */
  IN_FORCE,

  /** The identity at hand does not count. */
  NOT_IN_FORCE,

  /** Nothing held counts, but an identity that ended earlier in the month of service may. */
  GRACE_DUE,

  /** All identities were looked at and no grace is due: the class is settled. */
  SETTLED
}
