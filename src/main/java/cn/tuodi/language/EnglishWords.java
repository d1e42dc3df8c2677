package cn.tuodi.language;

import cn.tuodi.language.PropertiesFile;
import java.util.Properties;

/** English words for what workbooks have in Chinese only: names of sheets, headings, choices, parameters. */
public final class EnglishWords {

  private static final String FILE = "/tables/english.properties";
  private static final Properties WORDS = PropertiesFile.read(FILE);

  private EnglishWords() {}

  /** The English word; the Chinese one where there is none. */
  public static String of(String zh) {
    return WORDS.getProperty(zh, zh);
  }

  /** Whether there is an English word. */
  public static boolean knows(String zh) {
    return WORDS.containsKey(zh);
  }
}
