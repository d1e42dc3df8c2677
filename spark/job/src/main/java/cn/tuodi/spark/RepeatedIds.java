package cn.tuodi.spark;

import java.util.HashSet;
import java.util.Set;

/** Finds claims that the lines of one owner state more than once. For one thread. */
final class RepeatedIds {

  private final Set<String> ids = new HashSet<>();

  /** Begins with another owner. */
  void begin() {
    ids.clear();
  }

  /** Notes a claim; whether it was noted before. */
  boolean isAgain(String claimId) {
    return !ids.add(claimId);
  }
}
