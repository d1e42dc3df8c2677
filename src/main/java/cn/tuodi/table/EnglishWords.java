package cn.tuodi.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** English words for what workbooks have in Chinese only: names of sheets, headings, choices, parameters. */
public final class EnglishWords {

  private static final String FILE = "/tables/english.properties";
  private static final Properties WORDS = load();

  private EnglishWords() {}

  /** The English word; the Chinese one where there is none. */
  public static String of(String zh) {
    return WORDS.getProperty(zh, zh);
  }

  /** Whether there is an English word. */
  public static boolean knows(String zh) {
    return WORDS.containsKey(zh);
  }

  private static Properties load() {
    try (InputStream in = EnglishWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the application was built without " + FILE);
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
