package cn.tuodi.simulation;

import cn.tuodi.claim.CareType;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.policy.Standing;

/**
 * A class of persons and a kind of care.
 *
 * @param label name of the class in Chinese
 * @param labelEn name of the class in English
 * @param care kind of care
 */
public record ClassCare(String label, String labelEn, CareType care) implements Comparable<ClassCare> {

  private static final Message NO_CLASS = Message.of("simulation.in-no-class");

  /** The class of a standing and a kind of care. */
  public static ClassCare of(Standing standing, CareType care) {
    return standing.label() == null ? new ClassCare(NO_CLASS.in(Language.ZH), NO_CLASS.in(Language.EN), care)
        : new ClassCare(standing.label(), standing.labelEn(), care);
  }

  @Override
  public int compareTo(ClassCare other) {
    int byLabel = label.compareTo(other.label);
    return byLabel != 0 ? byLabel : care.compareTo(other.care);
  }
}
