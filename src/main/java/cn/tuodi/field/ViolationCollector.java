package cn.tuodi.field;

/** Takes down what is wrong with the fields of one object taken together. */
@FunctionalInterface
public interface ViolationCollector {

  /**
   * Takes down an objection.
   *
   * @param pointer JSON pointer from the object on; empty for the object itself
   * @param zh what is wrong, in Chinese
   * @param en what is wrong, in English
   */
  void add(String pointer, String zh, String en);
}
