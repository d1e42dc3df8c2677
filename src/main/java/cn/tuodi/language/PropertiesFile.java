package cn.tuodi.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Words that the application was built with. */
public final class PropertiesFile {

  private PropertiesFile() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file its path within the application, from the root
   * @throws IllegalArgumentException if the application has no such file
   */
  public static Properties read(String file) {
    try (InputStream in = PropertiesFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("the application was built without " + file);
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
