package cn.tuodi.console;

import cn.tuodi.wire.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the words of the workbooks are in English: headings, choices, names of sheets. */
final class Glossary {

  private static final Properties ENGLISH = load();

  private Glossary() {}

  /** The word in a language; in Chinese where there is no other. */
  static String of(String zh, Language language) {
    return language.of(zh, ENGLISH.getProperty(zh, zh));
  }

  /** Whether there is an English word. */
  static boolean knows(String zh) {
    return ENGLISH.containsKey(zh);
  }

  private static Properties load() {
    try (InputStream in = Glossary.class.getResourceAsStream("/console/glossary.properties")) {
      if (in == null) {
        throw new IllegalStateException("the application was built without the glossary");
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
