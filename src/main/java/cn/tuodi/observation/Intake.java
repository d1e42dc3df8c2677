package cn.tuodi.observation;

import java.util.Locale;

/** The way by which a claim came. */
public enum Intake {
  /** A request of its own. */
  REQUEST,
  /** A line of a batch. */
  BATCH,
  /** A claim decided again for comparison; nothing is paid on it. */
  REPLAY,
  /** A record of a topic. */
  TOPIC;

  /** How meters call it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
