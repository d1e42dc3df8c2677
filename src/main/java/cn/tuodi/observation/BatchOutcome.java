package cn.tuodi.observation;

import java.util.Locale;

/** What became of a line of a batch. */
public enum BatchOutcome {
  /** It was decided. */
  DECIDED,
  /** It was a claim, and could not be decided. */
  REFUSED,
  /** It could not be read as a claim. */
  INVALID,
  /** This program failed on it. */
  FAILED;

  /** How meters call it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
