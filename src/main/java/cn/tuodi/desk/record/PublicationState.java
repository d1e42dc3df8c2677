package cn.tuodi.desk.record;

/** What became of a publication. */
public enum PublicationState {
  /** In force now. */
  IN_FORCE,
  /** Comes into force later. */
  PENDING,
  /** Was in force. */
  PAST,
  /** Never came into force: undone before its time. */
  NEVER,
  /** The last word, and by it nothing of the edition is in force. */
  WITHDRAWN
}
