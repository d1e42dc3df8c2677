package cn.tuodi.console;

import java.util.List;

/**
 * Something that is wrong with a form.
 *
 * @param fields the fields that it is about, by their names, the one where it is said first; none where it is about none
 * @param message what is wrong and what to do
 */
record Fault(List<String> fields, String message) {

  static Fault at(String field, String message) {
    return new Fault(List.of(field), message);
  }
}
