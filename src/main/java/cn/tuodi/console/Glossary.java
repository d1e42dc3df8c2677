package cn.tuodi.console;

import cn.tuodi.table.EnglishWords;
import cn.tuodi.wire.Language;

/** What the words of the workbooks are in the language of a page. */
final class Glossary {

  private Glossary() {}

  /** The word in a language; in Chinese where there is no other. */
  static String of(String zh, Language language) {
    return language.of(zh, EnglishWords.of(zh));
  }
}
