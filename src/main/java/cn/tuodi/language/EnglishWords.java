package cn.tuodi.language;

import cn.tuodi.language.PropertiesFile;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/** English words for what workbooks have in Chinese only: names of sheets, headings, choices, parameters. */
public final class EnglishWords {

  private static final String FILE = "/tables/english.properties";
  private static final Properties WORDS = PropertiesFile.read(FILE);

  private EnglishWords() {}

  /** The English word; the Chinese one where there is none. */
  public static String of(String zh) {
    return WORDS.getProperty(zh, zh);
  }

  /** The value of a cell in English: choices as the wire contract spells them. */
  public static String ofValue(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(EnglishWords::ofValue).collect(Collectors.joining(", "));
    }
    return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : value.toString();
  }

  /** Whether there is an English word. */
  public static boolean knows(String zh) {
    return WORDS.containsKey(zh);
  }
}
