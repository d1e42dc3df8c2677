package cn.tuodi.simulation;

import cn.tuodi.claim.CareType;
import cn.tuodi.policy.Standing;

/**
 * A class of persons and a kind of care.
 *
 * @param label name of the class in Chinese
 * @param labelEn name of the class in English
 * @param care kind of care
 */
public record ClassCare(String label, String labelEn, CareType care) implements Comparable<ClassCare> {

  static ClassCare of(Standing standing, CareType care) {
    return standing.label() == null ? new ClassCare("无类别", "in no class", care)
        : new ClassCare(standing.label(), standing.labelEn(), care);
  }

  @Override
  public int compareTo(ClassCare other) {
    int byLabel = label.compareTo(other.label);
    return byLabel != 0 ? byLabel : care.compareTo(other.care);
  }
}
