package cn.tuodi.language;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The bundles of one language: a file for each room, read when its first text is asked for. */
final class Texts {

  private static final Texts CHINESE = new Texts("zh");
  private static final Texts ENGLISH = new Texts("en");

  private final String tag;
  private final Map<String, Properties> rooms = new ConcurrentHashMap<>();
  private final Map<String, TextPattern> patterns = new ConcurrentHashMap<>();

  private Texts(String tag) {
    this.tag = tag;
  }

  static Texts of(Language language) {
    return language == Language.EN ? ENGLISH : CHINESE;
  }

  /** A text with its arguments; a key that no bundle has is a fault of the program. */
  String text(String key, List<?> arguments) {
    TextPattern pattern = patterns.get(key);
    if (pattern == null) {
      pattern = patterns.computeIfAbsent(key, this::read);
    }
    return pattern.with(arguments, this == ENGLISH ? Language.EN : Language.ZH);
  }

  private TextPattern read(String key) {
    int point = key.indexOf('.');
    String text = point < 0 ? null
        : rooms.computeIfAbsent(key.substring(0, point), this::load).getProperty(key.substring(point + 1));
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + tag);
    }
    return TextPattern.of(text);
  }

  private Properties load(String room) {
    return PropertiesFile.read("/texts/" + room + "_" + tag + ".properties");
  }
}
