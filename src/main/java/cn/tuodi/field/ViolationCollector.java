package cn.tuodi.field;

import cn.tuodi.language.Message;

/** Takes down what is wrong with the fields of one object taken together. */
@FunctionalInterface
public interface ViolationCollector {

  /**
   * Takes down an objection.
   *
   * @param pointer JSON pointer from the object on; empty for the object itself
   * @param message what is wrong
   */
  void add(String pointer, Message message);

}
