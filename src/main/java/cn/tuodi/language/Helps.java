package cn.tuodi.language;

import java.util.Optional;
import java.util.Properties;

/** What parameters and columns of workbooks do, in both languages. */
public final class Helps {

  private static final Properties ZH = PropertiesFile.read("/tables/help_zh.properties");
  private static final Properties EN = PropertiesFile.read("/tables/help_en.properties");

  private Helps() {}

  /**
   * What a word of a sheet does: as it is told of this sheet, or else of any.
   *
   * @param sheet name of the sheet
   * @param word a heading, or a parameter
   */
  public static Optional<Message> of(String sheet, String word) {
    return of(sheet + "." + word).or(() -> of(word));
  }

  private static Optional<Message> of(String key) {
    return ZH.containsKey(key) && EN.containsKey(key)
        ? Optional.of(Message.given(ZH.getProperty(key), EN.getProperty(key))) : Optional.empty();
  }
}
