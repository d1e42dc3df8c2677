package cn.tuodi.console;

import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;

/** What the words of the workbooks are in the language of a page. */
public final class Glossary {

  private Glossary() {}

  /** The word in a language; in Chinese where there is no other. */
  public static String of(String zh, Language language) {
    return language.of(zh, EnglishWords.of(zh));
  }
}
