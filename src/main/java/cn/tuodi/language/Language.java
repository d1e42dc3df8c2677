package cn.tuodi.language;

import java.util.List;
import java.util.Locale;

/** Language of messages. */
public enum Language {
  ZH,
  EN;

  private static final List<String> TAGS = List.of("zh", "en");

  /**
   * The language a caller prefers; Chinese where nothing else is asked for.
   *
   * @param acceptLanguage value of the header, or null
   */
  public static Language preferred(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
      return ZH;
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
      return "en".equals(tag) ? EN : ZH;
    } catch (IllegalArgumentException e) {
      return ZH;
    }
  }

  /** The text in this language. */
  public String of(String zh, String en) {
    return this == EN ? en : zh;
  }

  /** The language tag. */
  public String tag() {
    return this == EN ? "en" : "zh-CN";
  }
}
