package cn.tuodi.replay;

/** In what two decisions can differ. */
public enum DifferenceKind {

  /** Another claim was decided. */
  CLAIM_ID,

  /** The id, which is a hash over the facts of the claim and the policy content. */
  DECISION_ID,

  /** Another edition was in force. */
  POLICY_EDITION,

  /** The edition's rules or figures have changed since. */
  POLICY_CONTENT,

  /** What the decision amounts to. */
  STATUS,

  /** The class of the person. */
  CLASS,

  /** A payout line that was not there earlier. */
  LINE_ADDED,

  /** A payout line that is no longer there. */
  LINE_REMOVED,

  /** Who pays a line. */
  PAYER,

  /** What a line pays. */
  AMOUNT,

  /** The cost a line works on. */
  ELIGIBLE,

  /** A band that was not there earlier. */
  BAND_ADDED,

  /** A band that is no longer there. */
  BAND_REMOVED,

  /** Where a band begins or ends. */
  BAND_EDGE,

  /** The rate of a band. */
  BAND_RATE,

  /** The cost that lies in a band. */
  BAND_COST,

  /** What a band pays. */
  BAND_AMOUNT,

  /** A limit that did not apply earlier. */
  LIMIT_ADDED,

  /** A limit that no longer applies. */
  LIMIT_REMOVED,

  /** What a limit allows. */
  LIMIT_CAP,

  /** What was used of a limit before. */
  LIMIT_USED,

  /** Whether a limit held the line down. */
  LIMIT_BOUND,

  /** The provisions or rows that something rests on. */
  PROVISIONS,

  /** A notice that was not given earlier. */
  NOTICE_ADDED,

  /** A notice that is no longer given. */
  NOTICE_REMOVED,

  /** The weight of a notice. */
  NOTICE,

  /** An entitlement that was not there earlier. */
  ENTITLEMENT_ADDED,

  /** An entitlement that is no longer there. */
  ENTITLEMENT_REMOVED,

  /** Who pays how much of the bill. */
  TOTAL,

  /** What has accumulated in the year. */
  YEAR_TO_DATE,

  /** A label, message or explanation whose figures agree. */
  TEXT,

  /** The same entries in another order. */
  ORDER,

  /** A field that is missing from the earlier decision or that the service does not return. */
  FIELD;

  /** Whether it only says by which policy a decision was made, and not what it is. */
  public boolean isOfPolicy() {
    return this == DECISION_ID || this == POLICY_EDITION || this == POLICY_CONTENT;
  }
}
