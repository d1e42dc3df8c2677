package cn.tuodi.console.trial;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import java.util.List;

/**
 * A field of a form. It is named by the JSON pointer of what it becomes, so that what a reader of requests finds wrong
 * with a pointer is shown at the field.
 *
 * @param pointer where its value stands in the request, for example {@code /costs/total}
 * @param kind what it holds
 * @param zh its label in Chinese
 * @param en its label in English
 * @param hintZh what to write, in Chinese, or empty
 * @param hintEn what to write, in English, or empty
 * @param needed whether it must be filled in
 * @param initial value that it has where nothing is stated, or empty
 * @param choices what there is to choose from, or none
 */
public record Field(String pointer, Kind kind, String zh, String en, String hintZh, String hintEn, boolean needed,
    String initial, List<Choice> choices) {

  /** What a field holds. */
  enum Kind {
    TEXT,
    /** An area, by its name or its code. */
    PLACE,
    DATE,
    AMOUNT,
    PERCENT,
    COUNT,
    YES_NO,
    CHOICE,
    SEVERAL
  }

  /**
   * Something to choose.
   *
   * @param value name in the request
   * @param label Chinese label; the glossary has the English one
   */
  public record Choice(String value, String label) {}

  /** The same by another name. */
  Field called(Message name) {
    return called(name.in(Language.ZH), name.in(Language.EN));
  }

  /** The same in words of both languages. */
  Field called(String inChinese, String inEnglish) {
    return new Field(pointer, kind, inChinese, inEnglish, hintZh, hintEn, needed, initial, choices);
  }

  /** The same with what to write. */
  Field hint(Message known) {
    return hint(known.in(Language.ZH), known.in(Language.EN));
  }

  /** The same in words of both languages. */
  Field hint(String inChinese, String inEnglish) {
    return new Field(pointer, kind, zh, en, inChinese, inEnglish, needed, initial, choices);
  }
}
