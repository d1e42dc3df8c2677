package cn.tuodi.console.trial;

import java.util.List;

/**
 * Something that is wrong with a form.
 *
 * @param fields the fields that it is about, by their names, the one where it is said first; none where it is about none
 * @param message what is wrong and what to do
 */
record FieldFault(List<String> fields, String message) {

  static FieldFault at(String field, String message) {
    return new FieldFault(List.of(field), message);
  }
}
