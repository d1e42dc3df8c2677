package cn.tuodi.decision;

/** What a decision amounts to. */
public enum Status {
  /** Settled by the rules. */
  DECIDED,
  /** A person must confirm. */
  REVIEW,
  /** No assistance; insurance lines may stand. */
  DENIED
}
