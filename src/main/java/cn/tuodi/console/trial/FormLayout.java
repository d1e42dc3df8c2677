package cn.tuodi.console.trial;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a form in the order in which people fill them in.
 *
 * @param groups groups of fields
 */
public record FormLayout(List<Group> groups) {

  /**
   * Fields that belong together.
   *
   * @param zh heading in Chinese
   * @param en heading in English
   * @param introZh what it is about, in Chinese, or empty
   * @param introEn what it is about, in English, or empty
   * @param folded whether it is folded while nothing in it is filled in
   * @param parts its fields, in one part or several
   */
  record Group(String zh, String en, String introZh, String introEn, boolean folded, List<Part> parts) {}

  /**
   * A part of a group.
   *
   * @param zh heading in Chinese, or empty
   * @param en heading in English, or empty
   * @param folded whether it is folded while nothing in it is filled in
   * @param fields its fields
   */
  record Part(String zh, String en, boolean folded, List<Field> fields) {}

  static Group group(Message title, Message intro, List<Part> parts) {
    return new Group(title.in(Language.ZH), title.in(Language.EN), intro.in(Language.ZH), intro.in(Language.EN), false,
        parts);
  }

  static Group folded(Message title, Message intro, List<Part> parts) {
    Group group = group(title, intro, parts);
    return new Group(group.zh, group.en, group.introZh, group.introEn, true, parts);
  }

  static Group group(Message title, List<Part> parts) {
    return group(title, Message.given("", ""), parts);
  }

  /** The same part, folded while nothing in it is filled in. */
  static Part folded(Part part) {
    return new Part(part.zh(), part.en(), true, part.fields());
  }

  /** All fields. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    groups.forEach(group -> group.parts().forEach(part -> fields.addAll(part.fields())));
    return fields;
  }
}
