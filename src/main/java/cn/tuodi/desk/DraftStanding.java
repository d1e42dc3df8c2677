package cn.tuodi.desk;

import cn.tuodi.desk.record.Publication;

/**
 * How a draft stands to what is in force.
 *
 * @param stale whether it rests on what is no longer in force
 * @param since the publication that came in between, or null where there was none: then the directory or the application
 *        changed
 * @param pending a publication of the edition that waits for its time, or null
 */
public record DraftStanding(boolean stale, Publication since, Publication pending) {

  /** Where nobody knows what is in force. */
  static final DraftStanding UNKNOWN = new DraftStanding(false, null, null);
}
